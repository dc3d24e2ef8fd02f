#include "script/read/read_measure.hpp"

#include "base/text.hpp"
#include "measure/definition/nature_of.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/read/read_about.hpp"
#include "script/read/read_by.hpp"
#include "script/read/read_charts.hpp"
#include "script/read/read_figure.hpp"
#include "script/read/read_kind.hpp"
#include "script/read/read_peers.hpp"
#include "script/read/read_target_keys.hpp"
#include "script/read/read_windows.hpp"
#include "script/read/table_reader.hpp"

#include <algorithm>
#include <lua.hpp>
#include <optional>

namespace boardpack::script {
namespace {

using measure::MeasureKind;
using series::Better;
using series::Window;

// A heading, a sheet and a caption are made of it.
void readTitle(TableReader& reader, series::MeasureInfo& info) {
  info.title = reader.requiredText("title").value_or(info.name);
  info.title = std::string(base::trim(info.title));
  if (info.title.find_first_of("\n\r\t") != std::string::npos) {
    reader.problem("title", "the title has more than one line.");
  } else if (info.title.size() > 100) {
    reader.problem("title", "the title has more than 100 characters; what needs explaining goes into 'note'.");
  }
}

// Whether its values are whole when nothing else is said.
bool countsWhole(const measure::MeasureDefinition& definition) {
  switch (definition.kind) {
    case MeasureKind::Count:
    case MeasureKind::Distinct:
      return true;
    case MeasureKind::Repeats:
      return !definition.info.nature.is_per_cent;
    case MeasureKind::Snapshot:
      return !definition.rows.amount && definition.snapshot &&
             definition.snapshot->over != measure::MeasureDefinition::Snapshot::Over::Mean;
    case MeasureKind::State:
      return !definition.of_states || !definition.of_states->is_share;
    case MeasureKind::Figure:
      return definition.info.unit != "%";
    default:
      return false;
  }
}

std::string defaultUnit(const measure::MeasureDefinition& definition) {
  const bool is_share_of_states = definition.of_states && definition.of_states->is_share;
  if (definition.info.nature.is_per_cent || is_share_of_states) {
    return "%";
  }
  return definition.kind == MeasureKind::Rate
             ? "per " + base::formatNumber(definition.per) + " " + definition.population_kind
             : "";
}

void readUnit(TableReader& reader, measure::MeasureDefinition& definition) {
  definition.info.unit = reader.text("unit").value_or(defaultUnit(definition));
  if (definition.info.nature.is_per_cent && definition.info.unit != "%") {
    reader.problem("unit", "the values of a share are in per cent: leave 'unit' out, or write \"%\".");
  }
  const bool is_hundredfold =
      definition.kind == MeasureKind::Ratio && definition.info.unit == "%" && definition.per != 1;
  if (is_hundredfold) {
    reader.problem("unit", "a ratio in % is for each 100 already, and ratio.per says " +
                               base::exactNumber(definition.per) + ": leave one of the two out.");
  }
  const std::optional<int> decimals = reader.wholeNumber("decimals");
  definition.says_decimals = decimals.has_value();
  definition.info.decimals = decimals.value_or(countsWhole(definition) ? 0 : 1);
}

}  // namespace

bool isMeasureName(const std::string& name) {
  return !name.empty() && name.size() <= 60 && name[0] >= 'a' && name[0] <= 'z' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

void readMeasure(lua_State* state, int index, const sdk::Force& force, const series::Registers& registers,
                 MeasureDraft& draft) {
  const std::size_t before = draft.declaration.problems->count();
  series::MeasureInfo& info = draft.definition.info;
  TableReader reader(state, index, draft.declaration, "", "measure");
  reader.onlyKnown();
  readTitle(reader, info);
  readKind(state, reader, force, registers, draft);
  info.nature = natureOf(draft.definition);
  const std::size_t before_by = draft.declaration.problems->count();
  readBy(state, reader, draft);
  draft.is_by_read = draft.declaration.problems->count() == before_by;
  draft.serves = reader.texts("serves");
  constexpr Better kBetter[] = {Better::Lower, Better::Higher, Better::Neither};
  if (const auto position = reader.oneOf("better")) {
    info.better = kBetter[*position];
  }
  if (!info.states.empty()) {
    info.better = Better::Higher;
  }
  readUnit(reader, draft.definition);
  readTargets(state, reader, draft);
  readWindows(reader, draft);
  settleEnteredWindows(draft);
  readPeers(reader, draft);
  readAbout(reader, draft);
  readCharts(state, reader, draft);
  info.script = draft.declaration.place();
  draft.definition.offered = draft.origin == Origin::Common;
  draft.is_sound = draft.declaration.problems->count() == before && !draft.declaration.isUnfit();
}

}  // namespace boardpack::script
