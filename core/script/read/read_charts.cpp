#include "script/read/read_charts.hpp"

#include "base/text.hpp"
#include "script/lua/raise.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/read/read_fields.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

using series::ChartOf;

constexpr lua_Unsigned kMostCharts = 20;

void readChart(lua_State* state, int index, MeasureDraft& draft, const std::string& path) {
  TableReader chart(state, index, draft.declaration, path, "chart");
  chart.onlyKnown();
  const std::optional<std::size_t> position = chart.require("kind") ? chart.oneOf("kind") : std::nullopt;
  if (!position) {
    return;
  }
  const series::ChartKindRow& kind = series::kChartKinds[*position];
  ChartDraft result{.spec = {.kind = kind.kind, .breakdown = {}}, .path = path};
  readFields(chart, result.spec, {{"months", &series::ChartSpec::months}});
  const std::optional<std::string> by = chart.text("by");
  if (kind.of == ChartOf::Groups && !chart.has("by")) {
    chart.problem("by", std::string("'by' is missing: \"") + kind.word +
                            "\" shows the groups of one breakdown, as in by = \"district\".");
    return;
  }
  if (kind.of == ChartOf::ForcesOrAreas && !by && !draft.definition.info.peers) {
    chart.problem("kind", std::string("a ") + kind.word +
                              " shows the force among others, which needs 'peers', or areas with by = \"district\".");
    return;
  }
  if (kind.of == ChartOf::Force && by) {
    chart.problem("by", std::string("\"") + kind.word + "\" shows the whole force and has no 'by'.");
    return;
  }
  result.spec.breakdown = by.value_or("");
  draft.charts->push_back(result);
}

}  // namespace

void readCharts(lua_State* state, TableReader& reader, MeasureDraft& draft) {
  const StackGuard guard(state);
  const int type = reader.push("chart");
  if (type == LUA_TNIL) {
    return;
  }
  const int chart = lua_gettop(state);
  if (type == LUA_TBOOLEAN && lua_toboolean(state, chart) == 0) {
    draft.charts.emplace();
    return;
  }
  if (type != LUA_TTABLE) {
    reader.wrongType("chart", "{ kind = \"xmr\" }, a list of such tables, or false for no chart");
    return;
  }
  draft.charts.emplace();
  const lua_Unsigned length = lua_rawlen(state, chart);
  if (length == 0) {
    readChart(state, chart, draft, "chart");
    return;
  }
  if (length > kMostCharts) {
    reader.problem("chart", "the list has more than 20 charts.");
    return;
  }
  for (lua_Unsigned position = 1; position <= length; ++position) {
    const std::string key = "chart[" + std::to_string(position) + "]";
    if (lua_rawgeti(state, chart, static_cast<lua_Integer>(position)) == LUA_TTABLE) {
      readChart(state, lua_gettop(state), draft, key);
    } else {
      reader.wrongType(key, "a table such as { kind = \"xmr\" }");
    }
    lua_pop(state, 1);
  }
}

}  // namespace boardpack::script
