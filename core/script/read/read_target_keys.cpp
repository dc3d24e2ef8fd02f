#include "script/read/read_target_keys.hpp"

#include "base/text.hpp"
#include "script/lua/sandbox.hpp"
#include "script/lua/stack_guard.hpp"

#include <lua.hpp>
#include <map>

namespace boardpack::script {
namespace {

// "90%", or nothing.
std::optional<double> percentOf(const std::string& text) {
  const std::string_view trimmed = base::trim(text);
  if (trimmed.empty() || trimmed.back() != '%') {
    return std::nullopt;
  }
  return base::parseNumber(base::trim(trimmed.substr(0, trimmed.size() - 1)));
}

std::optional<double> shareTarget(int type, TableReader& reader, const std::string& key) {
  if (type == LUA_TSTRING) {
    const std::optional<double> percent = percentOf(reader.text(key).value_or(""));
    if (!percent || *percent < 0 || *percent > 100) {
      reader.problem(key, "found a text, expected a share: target = 0.9 or target = \"90%\".");
      return std::nullopt;
    }
    return percent;
  }
  const std::optional<double> number = reader.number(key);
  if (!number) {
    return std::nullopt;
  }
  if (*number < 0 || *number > 1) {
    const bool may_be_percent = *number > 1 && *number <= 100;
    reader.problem(key, "found " + base::exactNumber(*number) + ", which is not a share. Write target = " +
                            base::exactNumber(may_be_percent ? *number / 100 : 0.9) + " or target = \"" +
                            base::exactNumber(may_be_percent ? *number : 90) + "%\".");
    return std::nullopt;
  }
  return *number * 100;
}

std::optional<double> targetOf(lua_State* state, TableReader& reader, const std::string& key, bool is_share) {
  const StackGuard guard(state);
  const int type = reader.push(key);
  if (type == LUA_TNIL) {
    return std::nullopt;
  }
  return is_share ? shareTarget(type, reader, key) : reader.number(key);
}

// The keys of the table at the top, in order; whatever is no text is an empty one.
std::vector<std::string> keysAtTop(lua_State* state) {
  const int table = lua_gettop(state);
  std::vector<std::string> keys;
  for (lua_pushnil(state); lua_next(state, table) != 0; lua_pop(state, 1)) {
    if (lua_type(state, -2) != LUA_TSTRING) {
      keys = {""};
    }
  }
  const std::vector<std::string> texts = textKeys(state, table);
  keys.insert(keys.end(), texts.begin(), texts.end());
  return keys;
}

void readByMonth(lua_State* state, TableReader& reader, MeasureDraft& draft, bool is_share) {
  const StackGuard guard(state);
  const int type = reader.push("targets");
  if (type == LUA_TNIL) {
    return;
  }
  if (type != LUA_TTABLE) {
    reader.wrongType("targets", "a table of months: targets = { [\"2025-04\"] = 90, [\"2026-04\"] = 95 }");
    return;
  }
  TableReader months(state, lua_gettop(state), draft.declaration, "targets", "");
  std::map<base::Month, std::optional<double>> steps;
  for (const std::string& key : keysAtTop(state)) {
    if (draft.declaration.isFull()) {
      return;
    }
    const std::optional<base::Month> month = base::Month::parse(key);
    if (!month) {
      const std::string expected = ", expected the month from which a target holds: [\"2025-04\"] = 90.";
      if (key.empty()) {
        reader.problem("targets", "found the key of a list" + expected);
      } else {
        months.problem(base::printable(key), "found \"" + base::printable(key) + "\"" + expected);
      }
      continue;
    }
    const StackGuard value_guard(state);
    const bool ends = months.push(key) == LUA_TBOOLEAN && lua_toboolean(state, -1) == 0;
    const std::optional<double> value = ends ? std::nullopt : targetOf(state, months, key, is_share);
    if (ends || value) {
      steps.emplace(*month, value);
    }
  }
  for (const auto& [month, value] : steps) {
    draft.definition.info.targets.push_back({.from = month, .value = value});
  }
}

}  // namespace

void readTargets(lua_State* state, TableReader& reader, MeasureDraft& draft) {
  const bool is_share = draft.definition.info.nature.is_per_cent;
  if (const std::optional<double> target = targetOf(state, reader, "target", is_share)) {
    draft.definition.info.targets.push_back({.from = {}, .value = target});
  }
  readByMonth(state, reader, draft, is_share);
}

}  // namespace boardpack::script
