#include "script/amend.hpp"

#include "base/text.hpp"
#include "measure/definition/keys.hpp"
#include "script/lua/lua_text.hpp"
#include "script/lua/sandbox.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/read/table_reader.hpp"
#include "series/window_names.hpp"

#include <algorithm>
#include <iterator>
#include <lua.hpp>

namespace boardpack::script {
namespace {

// Keys whose value is a list that can be lengthened or shortened.
const std::vector<std::string>& listKeys() {
  static const std::vector<std::string> keys = {"by", "chart", "compare", "serves", "windows"};
  return keys;
}

bool isIn(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

void copyFields(lua_State* state, int from, int to, const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    lua_getfield(state, from, key.c_str());
    lua_setfield(state, to, key.c_str());
  }
}

// False of nothing, of `chart = false` and of {}.
bool holdsAnything(lua_State* state, int index) {
  if (lua_type(state, index) != LUA_TTABLE) {
    return lua_toboolean(state, index) != 0;
  }
  lua_pushnil(state);
  const bool has_field = lua_next(state, index) != 0;
  lua_pop(state, has_field ? 2 : 0);
  return has_field;
}

// Stack: +1, the value at the top of the stack as a new list: a text or a single table becomes a list of one.
void pushAsList(lua_State* state) {
  const int value = lua_gettop(state);
  lua_newtable(state);
  if (lua_type(state, value) == LUA_TTABLE && lua_rawlen(state, value) > 0) {
    for (lua_Integer i = 1; i <= static_cast<lua_Integer>(lua_rawlen(state, value)); ++i) {
      lua_rawgeti(state, value, i);
      lua_rawseti(state, -2, i);
    }
  } else if (holdsAnything(state, value)) {
    lua_pushvalue(state, value);
    lua_rawseti(state, -2, 1);
  }
}

void pushDefaultWindows(lua_State* state) {
  lua_newtable(state);
  lua_Integer position = 0;
  for (const series::Window window : series::kUsualWindows) {
    lua_pushstring(state, series::namesOf(window).word);
    lua_rawseti(state, -2, ++position);
  }
}

class Amending {
 public:
  Amending(lua_State* state, int own, int made, Declaration& declaration)
      : state_(state), own_(own), made_(made), declaration_(declaration) {}

  void add() {
    const StackGuard guard(state_);
    if (!pushTable("add", "lists that get longer, as in add = { by = { \"district\" } }")) {
      return;
    }
    const int table = lua_gettop(state_);
    TableReader(state_, table, declaration_, "add", "").onlyKnown(listKeys());
    for (const std::string& key : listKeys()) {
      const StackGuard each(state_);
      if (lua_getfield(state_, table, key.c_str()) == LUA_TNIL || !pushPresent(key)) {
        continue;
      }
      lua_insert(state_, -2);  // Stack: …, list as it is, what is added
      const int list = lua_gettop(state_) - 1;
      pushAsList(state_);
      auto length = static_cast<lua_Integer>(lua_rawlen(state_, list));
      for (lua_Integer i = 1; i <= static_cast<lua_Integer>(lua_rawlen(state_, -1)); ++i) {
        lua_rawgeti(state_, -1, i);
        lua_rawseti(state_, list, ++length);
      }
      lua_pushvalue(state_, list);
      lua_setfield(state_, made_, key.c_str());
      declaration_.own_keys.push_back(key);
    }
  }

  void remove() {
    const StackGuard guard(state_);
    if (!pushTable("remove",
                   "keys that go, and what goes from a list, as in remove = { \"target\", by = { \"ward\" } }")) {
      return;
    }
    const int table = lua_gettop(state_);
    removeKeys(table);
    for (const std::string& key : textKeys(state_, table)) {
      if (!isIn(listKeys(), key)) {
        const std::string shown = base::printable(key);
        declaration_.problem(
            "remove", "'" + shown + "' is no list; to remove the key itself write remove = { \"" + shown + "\" }.");
      }
      if (declaration_.isFull()) {
        return;
      }
    }
    for (const std::string& key : listKeys()) {
      removeEntries(TableReader(state_, table, declaration_, "remove", ""), key);
    }
  }

 private:
  // False when there is none; tells when it is no table.
  bool pushTable(const char* key, const char* expected) {
    if (lua_getfield(state_, own_, key) == LUA_TNIL) {
      return false;
    }
    if (lua_type(state_, -1) != LUA_TTABLE) {
      declaration_.problem(key, "found " + typeWords(state_, -1) + ", expected " + expected + ".");
      return false;
    }
    return true;
  }

  // Stack: +1 the list as it is now; nothing when it cannot be added to.
  bool pushPresent(const std::string& key) {
    if (lua_getfield(state_, made_, key.c_str()) != LUA_TNIL) {
      pushAsList(state_);
      lua_remove(state_, -2);
      return true;
    }
    lua_pop(state_, 1);
    if (key == "chart") {
      declaration_.problem("add.chart",
                           "the measure has no charts of its own to add to: it shows those that every measure has. "
                           "Write all that are wanted: chart = { … }.");
      return false;
    }
    if (key == "windows") {
      pushDefaultWindows(state_);
    } else {
      lua_newtable(state_);
    }
    return true;
  }

  void removeKeys(int table) {
    for (lua_Integer i = 1; i <= static_cast<lua_Integer>(lua_rawlen(state_, table)); ++i) {
      const StackGuard guard(state_);
      const std::string path = "remove[" + std::to_string(i) + "]";
      if (lua_rawgeti(state_, table, i) != LUA_TSTRING) {
        declaration_.problem(path, "found " + typeWords(state_, -1) + ", expected the name of a key.");
        continue;
      }
      const std::string key = textOf(state_, -1);
      if (lua_getfield(state_, made_, key.c_str()) == LUA_TNIL) {
        declaration_.problem(path, "the measure has no '" + base::printable(key) + "'." +
                                       base::didYouMean(key, textKeys(state_, made_)));
        continue;
      }
      lua_pushnil(state_);
      lua_setfield(state_, made_, key.c_str());
      declaration_.own_keys.push_back(key);
    }
  }

  void removeEntries(TableReader reader, const std::string& key) {
    const std::vector<Entry> entries = reader.texts(key);
    if (entries.empty()) {
      return;
    }
    const StackGuard guard(state_);
    lua_getfield(state_, made_, key.c_str());
    pushAsList(state_);
    const int list = lua_gettop(state_);
    for (const Entry& entry : entries) {
      if (!removeEntry(list, entry.text)) {
        declaration_.problem(entry.path, "'" + base::printable(entry.text) + "' is not in the measure's '" + key +
                                             "'." + base::didYouMean(entry.text, textsOf(list)));
      }
    }
    lua_setfield(state_, made_, key.c_str());
    declaration_.own_keys.push_back(key);
  }

  std::vector<std::string> textsOf(int list) {
    std::vector<std::string> texts;
    for (lua_Integer i = 1; i <= static_cast<lua_Integer>(lua_rawlen(state_, list)); ++i) {
      if (lua_rawgeti(state_, list, i) == LUA_TSTRING) {
        texts.push_back(textOf(state_, -1));
      }
      lua_pop(state_, 1);
    }
    return texts;
  }

  bool removeEntry(int list, const std::string& text) {
    const auto length = static_cast<lua_Integer>(lua_rawlen(state_, list));
    lua_Integer kept = 0;
    for (lua_Integer i = 1; i <= length; ++i) {
      const bool is_it = lua_rawgeti(state_, list, i) == LUA_TSTRING && text == textOf(state_, -1);
      if (is_it) {
        lua_pop(state_, 1);
      } else {
        lua_rawseti(state_, list, ++kept);
      }
    }
    for (lua_Integer i = kept + 1; i <= length; ++i) {
      lua_pushnil(state_);
      lua_rawseti(state_, list, i);
    }
    return kept < length;
  }

  lua_State* state_;
  int own_;
  int made_;
  Declaration& declaration_;
};

}  // namespace

void pushAmended(lua_State* state, int base, int own, Declaration& declaration) {
  luaL_checkstack(state, 20, "");
  const int base_table = lua_absindex(state, base);
  const int own_table = lua_absindex(state, own);
  const std::vector<std::string> keys = measure::keyNames("measure");
  std::vector<std::string> known = keys;
  std::ranges::move(measure::keyNames("override"), std::back_inserter(known));
  TableReader reader(state, own_table, declaration, "", "measure");
  reader.onlyKnown(known);
  lua_newtable(state);
  const int made = lua_gettop(state);
  copyFields(state, base_table, made, keys);
  for (const std::string& key : keys) {
    if (reader.has(key)) {
      declaration.own_keys.push_back(key);
    }
  }
  if (!holdsAnything(state, own_table)) {
    declaration.problem("", "it changes nothing: name the keys that are to be other than they are.");
  }
  copyFields(state, own_table, made, declaration.own_keys);
  Amending amending(state, own_table, made, declaration);
  amending.add();
  amending.remove();
  for (const std::string& key : keys) {
    const StackGuard guard(state);
    if (lua_getfield(state, made, key.c_str()) != LUA_TNIL && !isIn(declaration.own_keys, key)) {
      declaration.inherited.push_back(key);
    }
  }
}

}  // namespace boardpack::script
