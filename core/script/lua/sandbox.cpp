#include "script/lua/sandbox.hpp"

#include "base/text.hpp"
#include "script/lua/bound.hpp"
#include "script/lua/complaint.hpp"
#include "script/lua/raise.hpp"
#include "script/lua/safe_functions.hpp"

#include <algorithm>
#include <lua.hpp>
#include <map>

namespace boardpack::script {
namespace {

// All that a file can reach, besides what its kind adds (measure and pillar; or the values of a template).
constexpr const char* kFromBase[] = {"ipairs", "select", "tonumber", "type"};
constexpr const char* kFromString[] = {"lower", "sub", "upper"};
constexpr const char* kFromMath[] = {"abs", "ceil", "floor", "fmod", "huge", "max", "min", "sqrt", "tointeger"};
constexpr luaL_Reg kOwn[] = {{"assert", bound<safeAssert>},
                             {"error", bound<safeError>},
                             {"pairs", bound<safePairs>},
                             {"tostring", bound<safeToString>}};

// Left out on purpose, with the reason that somebody who looks for it is told.
const std::map<std::string, std::string>& leftOut() {
  static const std::map<std::string, std::string> names = {
      {"io", "a script cannot read or write files"},
      {"os", "a script cannot reach the system, and has no clock"},
      {"package", "a script cannot load others"},
      {"require", "a script cannot load others"},
      {"dofile", "a script cannot load others"},
      {"loadfile", "a script cannot load others"},
      {"load", "a script cannot make code from text"},
      {"loadstring", "a script cannot make code from text"},
      {"debug", "a script cannot look behind what it is given"},
      {"coroutine", "a script runs from its first line to its last"},
      {"collectgarbage", "memory is the program's concern"},
      {"getmetatable", "tables here are plain tables"},
      {"setmetatable", "tables here are plain tables"},
      {"rawget", "tables here are plain tables"},
      {"rawset", "tables here are plain tables"},
      {"rawequal", "tables here are plain tables"},
      {"rawlen", "tables here are plain tables"},
      {"next", "the order would differ from run to run; use 'pairs'"},
      {"pcall", "an error must be seen"},
      {"xpcall", "an error must be seen"},
      {"print", "a script shows nothing; use a measure's 'note'"},
      {"warn", "a script shows nothing; use a measure's 'note'"},
      {"table", "use list[#list + 1] = value to add to a list"},
      {"utf8", "texts are taken as they stand"},
      {"_G", "each file has its own names"},
  };
  return names;
}

const std::map<std::string, std::string>& leftOutOfLibraries() {
  static const std::string patterns = "patterns can run without end";
  static const std::map<std::string, std::string> names = {
      {"find", patterns},
      {"match", patterns},
      {"gmatch", patterns},
      {"gsub", patterns},
      {"dump", "a script cannot make code from text"},
      {"random", "the same data must give the same pack"},
      {"randomseed", "the same data must give the same pack"},
  };
  return names;
}

std::string textAt(lua_State* state, int index) {
  std::size_t length = 0;
  const char* text = lua_type(state, index) == LUA_TSTRING ? lua_tolstring(state, index, &length) : "?";
  return text != nullptr && length > 0 ? std::string(text, length) : std::string("?");
}

std::string noSuchName(lua_State* state, const std::string& name, const std::string& where, int known,
                       const std::map<std::string, std::string>& reasons) {
  const std::string shown = base::printable(name);
  if (const auto reason = reasons.find(name); reason != reasons.end()) {
    return "There is no '" + shown + "' in " + where + ": " + reason->second + ".";
  }
  const std::vector<std::string> names = textKeys(state, known);
  const std::string near = base::didYouMean(name, names);
  return "There is no '" + shown + "' in " + where + "." +
         (near.empty() ? " There are: " + base::join(names, ", ") + "." : near);
}

// Upvalues: 1 allowed names, 2 what the place is called.
int readGlobal(lua_State* state) {
  lua_pushvalue(state, 2);
  if (lua_rawget(state, lua_upvalueindex(1)) != LUA_TNIL) {
    return 1;
  }
  const std::string name = textAt(state, 2);
  const std::string sentence =
      noSuchName(state, name, textAt(state, lua_upvalueindex(2)), lua_upvalueindex(1), leftOut());
  return complain(state, sentence);
}

int writeGlobal(lua_State* state) {
  lua_pushvalue(state, 2);
  const bool is_offered = lua_rawget(state, lua_upvalueindex(1)) != LUA_TNIL;
  const std::string name = base::printable(textAt(state, 2));
  complain(state, is_offered ? "'" + name + "' cannot be changed; choose another name for a value of your own."
                             : "'" + name + "' is not declared: write 'local " + name + " = …', or 'local function " +
                                   name + "'. A file has no globals.");
  // Stack: environment, name, value, …, absorbing value. Kept under the name, so that its uses are not told again.
  lua_pushvalue(state, 2);
  lua_insert(state, -2);
  lua_rawset(state, 1);
  return 0;
}

// Upvalues: 1 the data, 2 what the table is called.
int readField(lua_State* state) {
  lua_pushvalue(state, 2);
  if (lua_rawget(state, lua_upvalueindex(1)) != LUA_TNIL) {
    return 1;
  }
  if (lua_type(state, 2) == LUA_TNUMBER) {
    lua_pushnil(state);  // the end of a list
    return 1;
  }
  const std::string sentence = noSuchName(state, textAt(state, 2), textAt(state, lua_upvalueindex(2)),
                                          lua_upvalueindex(1), leftOutOfLibraries());
  return complain(state, sentence);
}

// Upvalue: 1 what the table is called.
int writeField(lua_State* state) {
  raise(state, "Nothing can be changed in " + textAt(state, lua_upvalueindex(1)) + ".");
}

int lengthOf(lua_State* state) {
  lua_pushinteger(state, static_cast<lua_Integer>(lua_rawlen(state, lua_upvalueindex(1))));
  return 1;
}

int wordsOf(lua_State* state) {
  lua_pushvalue(state, lua_upvalueindex(1));
  return 1;
}

int readFromText(lua_State* state) {
  raise(state, "A text has nothing to read or call with '.' or ':'. Write string.upper(text) instead of text:upper().");
}

void copyFields(lua_State* state, int from, int to, const char* const* names, std::size_t count) {
  const int source = lua_absindex(state, from);
  const int target = lua_absindex(state, to);
  for (std::size_t i = 0; i < count; ++i) {
    if (lua_getfield(state, source, names[i]) == LUA_TFUNCTION) {
      lua_pushcclosure(state, bound<countedCall>, 1);
    }
    lua_setfield(state, target, names[i]);
  }
}

void addString(lua_State* state) {
  luaL_requiref(state, LUA_STRLIBNAME, luaopen_string, 0);
  lua_newtable(state);  // Stack: …, library, ours
  copyFields(state, -2, -1, kFromString, std::size(kFromString));
  lua_getfield(state, -2, "format");
  lua_pushcclosure(state, bound<safeFormat>, 1);
  lua_setfield(state, -2, "format");
  lua_pushcfunction(state, bound<safeRepeat>);
  lua_setfield(state, -2, "rep");
  makeReadOnly(state, "'string'");
  lua_remove(state, -2);
  // Methods would reach the whole library without any global name, and arithmetic would take texts for numbers.
  lua_pushliteral(state, "");
  lua_newtable(state);
  lua_pushcfunction(state, bound<readFromText>);
  lua_setfield(state, -2, "__index");
  lua_pushboolean(state, 0);
  lua_setfield(state, -2, "__metatable");
  lua_setmetatable(state, -2);
  lua_pop(state, 1);
}

void addMath(lua_State* state) {
  luaL_requiref(state, LUA_MATHLIBNAME, luaopen_math, 0);
  lua_newtable(state);
  copyFields(state, -2, -1, kFromMath, std::size(kFromMath));
  makeReadOnly(state, "'math'");
  lua_remove(state, -2);
}

}  // namespace

std::vector<std::string> textKeys(lua_State* state, int index) {
  const int table = lua_absindex(state, index);
  std::vector<std::string> keys;
  lua_pushnil(state);
  while (lua_next(state, table) != 0) {
    lua_pop(state, 1);
    if (lua_type(state, -1) == LUA_TSTRING) {
      keys.push_back(textAt(state, -1));
    }
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

void makeReadOnly(lua_State* state, const std::string& what, const std::string& words) {
  const int data = lua_gettop(state);
  lua_newtable(state);
  lua_newtable(state);  // Stack: data, view, metatable
  lua_pushvalue(state, data);
  lua_pushlstring(state, what.data(), what.size());
  lua_pushcclosure(state, bound<readField>, 2);
  lua_setfield(state, -2, "__index");
  lua_pushlstring(state, what.data(), what.size());
  lua_pushcclosure(state, bound<writeField>, 1);
  lua_setfield(state, -2, "__newindex");
  lua_pushvalue(state, data);
  lua_pushcclosure(state, bound<lengthOf>, 1);
  lua_setfield(state, -2, "__len");
  lua_pushvalue(state, data);
  lua_setfield(state, -2, "__data");  // for pairs
  lua_pushboolean(state, 0);
  lua_setfield(state, -2, "__metatable");
  if (!words.empty()) {
    lua_pushlstring(state, words.data(), words.size());
    lua_pushcclosure(state, bound<wordsOf>, 1);
    lua_setfield(state, -2, "__tostring");
  }
  lua_setmetatable(state, -2);
  lua_remove(state, data);
}

void pushAllowed(lua_State* state) {
  luaL_requiref(state, LUA_GNAME, luaopen_base, 0);
  lua_newtable(state);  // Stack: base, allowed
  copyFields(state, -2, -1, kFromBase, std::size(kFromBase));
  lua_remove(state, -2);
  for (const luaL_Reg& function : kOwn) {
    lua_pushcfunction(state, function.func);
    lua_setfield(state, -2, function.name);
  }
  addString(state);
  lua_setfield(state, -2, "string");
  addMath(state);
  lua_setfield(state, -2, "math");
}

void pushEnvironment(lua_State* state, int allowed, const std::string& what) {
  const int names = lua_absindex(state, allowed);
  lua_newtable(state);
  lua_newtable(state);  // Stack: environment, metatable
  for (const auto& [event, function] :
       {std::pair{"__index", &bound<readGlobal>}, std::pair{"__newindex", &bound<writeGlobal>}}) {
    lua_pushvalue(state, names);
    lua_pushlstring(state, what.data(), what.size());
    lua_pushcclosure(state, function, 2);
    lua_setfield(state, -2, event);
  }
  lua_pushboolean(state, 0);
  lua_setfield(state, -2, "__metatable");
  lua_setmetatable(state, -2);
}

}  // namespace boardpack::script
