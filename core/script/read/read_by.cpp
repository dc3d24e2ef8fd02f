#include "script/read/read_by.hpp"

#include "base/text.hpp"
#include "measure/definition/keys.hpp"
#include "script/lua/lua_text.hpp"
#include "script/lua/sandbox.hpp"
#include "script/lua/stack_guard.hpp"

#include <algorithm>
#include <lua.hpp>

namespace boardpack::script {
namespace {

constexpr std::size_t kMostColumns = 4;
constexpr lua_Unsigned kMostEntries = 200;
constexpr const char* kExpected =
    "a column or level of areas, as in \"category\", several as in { \"category\", \"district\" }, { tree = { "
    "\"category\", \"subcategory\" } }, or { \"offence\", top = 10 }";

// The texts of the list part of the table at the top.
std::vector<std::string> listAtTop(lua_State* state, const Declaration& declaration, const std::string& path) {
  std::vector<std::string> texts;
  const int table = lua_gettop(state);
  const lua_Unsigned length = lua_rawlen(state, table);
  for (lua_Unsigned position = 1; position <= length && position <= kMostColumns + 1; ++position) {
    const StackGuard guard(state);
    const std::string place = path + "[" + std::to_string(position) + "]";
    if (lua_rawgeti(state, table, static_cast<lua_Integer>(position)) == LUA_TSTRING) {
      texts.push_back(textOf(state, -1));
    } else {
      declaration.problem(place, "found " + typeWords(state, -1) + ", expected a column or level of areas.");
    }
  }
  return texts;
}

// Keys besides `tree` and `top`.
void refuseOtherKeys(lua_State* state, const Declaration& declaration, const std::string& path) {
  const std::vector<std::string> known = measure::keyNames("groups");
  const int table = lua_gettop(state);
  for (const std::string& key : textKeys(state, table)) {
    if (declaration.isFull()) {
      return;
    }
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      declaration.problem(path + "." + key, "there is no key '" + base::printable(key) + "'." +
                                                base::didYouMean(key, known) +
                                                " The keys are: " + base::join(known, ", ") + ".");
    }
  }
}

bool checkColumns(const Declaration& declaration, const ByEntry& entry) {
  const std::size_t count = entry.columns.size();
  if (count > kMostColumns) {
    declaration.problem(entry.path, "found " + std::to_string(count) + " columns or more, expected four at the most.");
    return false;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (std::find(entry.columns.begin(), entry.columns.begin() + static_cast<std::ptrdiff_t>(i), entry.columns[i]) !=
        entry.columns.begin() + static_cast<std::ptrdiff_t>(i)) {
      declaration.problem(entry.path, "'" + base::printable(entry.columns[i]) + "' is named twice.");
      return false;
    }
  }
  if (entry.is_tree && count < 2) {
    declaration.problem(entry.path + ".tree",
                        "a tree has two columns or more, from the root down: tree = { "
                        "\"category\", \"subcategory\" }.");
    return false;
  }
  return count > 0;
}

std::string idOf(const ByEntry& entry) {
  return entry.is_tree ? entry.columns.front() + "_tree" : base::join(entry.columns, "_x_");
}

// The table at the top as one breakdown.
void readTable(lua_State* state, MeasureDraft& draft, const std::string& path) {
  const Declaration& declaration = draft.declaration;
  const std::size_t before = declaration.problems->count();
  refuseOtherKeys(state, declaration, path);
  TableReader table(state, lua_gettop(state), declaration, path, "groups");
  ByEntry entry;
  entry.path = path;
  entry.columns = listAtTop(state, declaration, path);
  entry.top = static_cast<std::size_t>(table.wholeNumber("top").value_or(0));
  if (table.has("tree")) {
    if (!entry.columns.empty()) {
      table.problem("tree", "a tree stands alone: its columns are all in tree = { … }.");
      return;
    }
    entry.is_tree = true;
    for (const Entry& column : table.texts("tree")) {
      entry.columns.push_back(column.text);
    }
  } else if (entry.columns.empty() && declaration.problems->count() == before) {
    declaration.problem(path, std::string("found a table without a column, expected ") + kExpected + ".");
  }
  if (declaration.problems->count() == before && checkColumns(declaration, entry)) {
    entry.text = idOf(entry);
    draft.by.push_back(entry);
  }
}

ByEntry plain(const std::string& text, const std::string& path) {
  ByEntry entry;
  entry.text = text;
  entry.path = path;
  entry.columns = {text};
  return entry;
}

}  // namespace

void readBy(lua_State* state, TableReader& reader, MeasureDraft& draft) {
  const StackGuard guard(state);
  const int type = reader.push("by");
  const bool is_table = type == LUA_TTABLE;
  const int list = lua_gettop(state);
  bool is_plain = true;
  bool has_keys = false;
  if (is_table) {
    for (lua_pushnil(state); lua_next(state, list) != 0; lua_pop(state, 1)) {
      is_plain = is_plain && lua_type(state, -1) != LUA_TTABLE;
      has_keys = has_keys || lua_type(state, -2) == LUA_TSTRING;
    }
  }
  if (is_table && has_keys && lua_rawlen(state, list) > 1) {
    reader.problem("by",
                   "of which columns are these the groups? Put them into a table of their own: by = { { "
                   "\"category\", \"district\", top = 20 } } for groups of both, by = { { \"category\", top = "
                   "10 }, \"district\" } for two breakdowns.");
    return;
  }
  if (is_table && has_keys) {
    readTable(state, draft, "by");  // by = { tree = { … } }, by = { "offence", top = 10 }
    return;
  }
  if (is_plain) {
    for (const Entry& entry : reader.texts("by")) {
      draft.by.push_back(plain(entry.text, entry.path));
    }
    return;
  }
  const lua_Unsigned length = lua_rawlen(state, list);
  if (length > kMostEntries) {
    reader.problem("by", "the list has more than 200 entries.");
    return;
  }
  for (lua_Unsigned position = 1; position <= length; ++position) {
    const StackGuard item(state);
    const std::string path = reader.pathOf("by[" + std::to_string(position) + "]");
    const int found = lua_rawgeti(state, list, static_cast<lua_Integer>(position));
    if (found == LUA_TSTRING) {
      draft.by.push_back(plain(textOf(state, -1), path));
    } else if (found == LUA_TTABLE) {
      readTable(state, draft, path);
    } else {
      draft.declaration.problem(path, "found " + typeWords(state, -1) + ", expected " + kExpected + ".");
    }
  }
}

}  // namespace boardpack::script
