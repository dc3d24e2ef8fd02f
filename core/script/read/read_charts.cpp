#include "script/read/read_charts.hpp"

#include "base/text.hpp"
#include "script/lua/raise.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/read/read_windows.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

using series::ChartOf;
using series::Window;

constexpr lua_Unsigned kMostCharts = 20;

const std::vector<std::string>& kindNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> words;
    for (const series::ChartKindRow& row : series::kChartKinds) {
      words.emplace_back(row.word);
    }
    return words;
  }();
  return names;
}

// A chart has the window of its kind; naming another one is a misunderstanding worth a sentence.
void checkWindow(TableReader& chart, const series::ChartKindRow& kind) {
  const std::optional<std::string> word = chart.text("window");
  if (!word) {
    return;
  }
  const std::optional<Window> window = windowOf(*word);
  if (!window) {
    chart.problem("window", "found \"" + base::printable(*word) + "\", expected one of " + windowWords() + ".");
    return;
  }
  if (kind.is_control_chart && *window != Window::Month) {
    chart.problem(
        "window",
        "there are no limits on a rolling total: without any real change, 64 in 100 of the latest points "
        "would be flagged. Limits are worked out on monthly values; use kind = \"mrt\" for the 12-month total.");
    return;
  }
  const Window own = kind.period == series::ChartPeriod::TwelveMonths ? Window::Mrt : Window::Month;
  if (*window != own) {
    chart.problem("window", std::string("this kind of chart shows ") +
                                (own == Window::Mrt ? "12 months" : "single months") + "; leave 'window' out.");
  }
}

void readChart(lua_State* state, int index, MeasureDraft& draft, const std::string& path) {
  TableReader chart(state, index, draft.declaration, path);
  chart.onlyKnown({"kind", "by", "months", "window"});
  if (!chart.has("kind")) {
    draft.declaration.problem(path, "'kind' is missing: one of " + base::join(kindNames(), ", ") + ".");
    return;
  }
  const std::optional<std::size_t> position = chart.oneOf("kind", kindNames());
  if (!position) {
    return;
  }
  const series::ChartKindRow& kind = series::kChartKinds[*position];
  ChartDraft result{.spec = {.kind = kind.kind, .breakdown = {}}, .path = path};
  checkWindow(chart, kind);
  if (const auto months = chart.wholeNumber("months", series::kFewestChartMonths, series::kHistoryMonths)) {
    result.spec.months = *months;
  }
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
