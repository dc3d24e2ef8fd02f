#include "script/read_measure.hpp"

#include "base/text.hpp"
#include "script/read_charts.hpp"
#include "script/read_kind.hpp"
#include "script/stack_guard.hpp"
#include "script/table_reader.hpp"

#include <algorithm>
#include <lua.hpp>

namespace boardpack::script {
namespace {

using series::Better;
using series::MeasureKind;
using series::Window;

const std::vector<std::string>& keysOfAMeasure() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> all = {"title", "from", "where", "date"};
    all.insert(all.end(), kindKeys().begin(), kindKeys().end());
    for (const char* key : {"of", "unknown", "by", "serves", "better", "target", "unit", "decimals", "windows", "chart",
                            "note", "owner"}) {
      all.emplace_back(key);
    }
    return all;
  }();
  return keys;
}

// A heading, a sheet and a caption are made of it.
void readTitle(TableReader& reader, series::MeasureInfo& info) {
  info.title =
      reader.requiredText("title", "it heads tables and sheets, as in title = \"Recorded crime\"").value_or(info.name);
  info.title = std::string(base::trim(info.title));
  if (info.title.find_first_of("\n\r\t") != std::string::npos) {
    reader.problem("title", "the title has more than one line.");
  } else if (info.title.size() > 100) {
    reader.problem("title", "the title has more than 100 characters; what needs explaining goes into 'note'.");
  }
}

void readWindows(TableReader& reader, MeasureDraft& draft) {
  std::vector<Window> found;
  draft.has_windows = reader.has("windows");
  for (const Entry& entry : reader.texts("windows")) {
    const std::optional<Window> window = windowOf(entry.text);
    if (!window) {
      draft.declaration.problem(
          entry.path, "found \"" + base::printable(entry.text) + "\", expected one of " + windowWords() + ".");
    } else {
      found.push_back(*window);
    }
  }
  for (const Window window : {Window::Month, Window::Mrt, Window::Ytd}) {
    if (!draft.has_windows || std::find(found.begin(), found.end(), window) != found.end()) {
      draft.definition.info.windows.push_back(window);
    }
  }
}

std::string defaultUnit(const measure::MeasureDefinition& definition) {
  switch (definition.info.kind) {
    case MeasureKind::Share:
      return "%";
    case MeasureKind::Rate:
      return "per " + base::formatNumber(definition.per) + " " + definition.population_kind;
    default:
      return "";
  }
}

void readUnit(TableReader& reader, measure::MeasureDefinition& definition) {
  definition.info.unit = reader.text("unit").value_or(defaultUnit(definition));
  if (definition.info.kind == MeasureKind::Share && definition.info.unit != "%") {
    reader.problem("unit", "the values of a share are in per cent: leave 'unit' out, or write \"%\".");
  }
  definition.info.decimals =
      reader.wholeNumber("decimals", 0, 4).value_or(definition.info.kind == MeasureKind::Count ? 0 : 1);
}

// "90%", or nothing.
std::optional<double> percentOf(const std::string& text) {
  const std::string_view trimmed = base::trim(text);
  if (trimmed.empty() || trimmed.back() != '%') {
    return std::nullopt;
  }
  return base::parseNumber(base::trim(trimmed.substr(0, trimmed.size() - 1)));
}

void readShareTarget(lua_State* state, TableReader& reader, series::MeasureInfo& info) {
  if (lua_type(state, -1) == LUA_TSTRING) {
    const std::optional<double> percent = percentOf(reader.text("target").value_or(""));
    if (!percent || *percent < 0 || *percent > 100) {
      reader.problem("target", "found a text, expected a share: target = 0.9 or target = \"90%\".");
    } else {
      info.target = percent;
    }
    return;
  }
  const std::optional<double> number = reader.number("target");
  if (!number) {
    return;
  }
  if (*number < 0 || *number > 1) {
    const bool may_be_percent = *number > 1 && *number <= 100;
    reader.problem("target", "found " + base::exactNumber(*number) + ", which is not a share. Write target = " +
                                 base::exactNumber(may_be_percent ? *number / 100 : 0.9) + " or target = \"" +
                                 base::exactNumber(may_be_percent ? *number : 90) + "%\".");
    return;
  }
  info.target = *number * 100;
}

void readTarget(lua_State* state, TableReader& reader, series::MeasureInfo& info) {
  const StackGuard guard(state);
  if (reader.push("target") == LUA_TNIL) {
    return;
  }
  if (info.kind == MeasureKind::Share) {
    readShareTarget(state, reader, info);
  } else {
    info.target = reader.number("target");
  }
}

}  // namespace

bool isMeasureName(const std::string& name) {
  return !name.empty() && name.size() <= 60 && name[0] >= 'a' && name[0] <= 'z' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

void readMeasure(lua_State* state, int index, const sdk::Force& force, MeasureDraft& draft) {
  const std::size_t before = draft.declaration.problems->count();
  series::MeasureInfo& info = draft.definition.info;
  TableReader reader(state, index, draft.declaration);
  reader.onlyKnown(keysOfAMeasure());
  readTitle(reader, info);
  readKind(state, reader, force, draft);
  const std::size_t before_by = draft.declaration.problems->count();
  draft.by = reader.texts("by");
  draft.is_by_read = draft.declaration.problems->count() == before_by;
  draft.serves = reader.texts("serves");
  static const std::vector<std::string> better = {"lower", "higher", "neither"};
  constexpr Better kBetter[] = {Better::Lower, Better::Higher, Better::Neither};
  if (const auto position = reader.oneOf("better", better)) {
    info.better = kBetter[*position];
  }
  readUnit(reader, draft.definition);
  readTarget(state, reader, info);
  readWindows(reader, draft);
  info.note = reader.text("note").value_or("");
  info.owner = reader.text("owner").value_or("");
  readCharts(state, reader, draft);
  info.script = draft.declaration.place();
  info.adds_up = info.kind == MeasureKind::Count || info.kind == MeasureKind::Sum;
  draft.definition.offered = draft.origin == Origin::Common;
  draft.is_sound = draft.declaration.problems->count() == before;
}

}  // namespace boardpack::script
