#include "script/lua/safe_functions.hpp"

#include "base/text.hpp"
#include "script/lua/complaint.hpp"
#include "script/lua/raise.hpp"
#include "script/lua/state.hpp"

#include <algorithm>
#include <cstring>
#include <lua.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::script {
namespace {

constexpr auto kLongestRepeat = static_cast<lua_Integer>(State::kLongestText);
constexpr std::int64_t kStepsOfKey = 20;  // to put it in its place among the others
constexpr std::size_t kLongestReason = 300;
const std::string kStopped = "The script stopped itself: ";

std::string checkedText(lua_State* state, int index, const char* function) {
  if (lua_type(state, index) != LUA_TSTRING && lua_type(state, index) != LUA_TNUMBER) {
    raise(state, std::string("'") + function + "': found a " + luaL_typename(state, index) + " as argument " +
                     std::to_string(index) + ", expected a text.");
  }
  std::size_t length = 0;
  const char* text = lua_tolstring(state, index, &length);
  State::of(state).chargeBytes(length);
  return {text, length};
}

// Stack: upvalues 1 table, 2 its sorted keys, 3 the position.
int nextPair(lua_State* state) {
  const lua_Integer position = lua_tointeger(state, lua_upvalueindex(3)) + 1;
  lua_pushinteger(state, position);
  lua_replace(state, lua_upvalueindex(3));
  if (lua_rawgeti(state, lua_upvalueindex(2), position) == LUA_TNIL) {
    return 1;
  }
  lua_pushvalue(state, -1);
  lua_gettable(state, lua_upvalueindex(1));
  return 2;
}

struct Keys {
  std::vector<lua_Number> numbers;
  std::vector<std::string_view> texts;  // of the table, which holds them
};

// The keys of the table at the top of the stack.
Keys sortedKeys(lua_State* state) {
  Keys keys;
  lua_pushnil(state);
  while (lua_next(state, -2) != 0) {
    lua_pop(state, 1);
    State::of(state).charge(kStepsOfKey);
    if (lua_type(state, -1) == LUA_TNUMBER) {
      keys.numbers.push_back(lua_tonumber(state, -1));
    } else if (lua_type(state, -1) == LUA_TSTRING) {
      std::size_t length = 0;
      const char* text = lua_tolstring(state, -1, &length);
      State::of(state).chargeBytes(length);
      keys.texts.emplace_back(text, length);
    } else {
      raise(state, std::string("'pairs': found a ") + luaL_typename(state, -1) +
                       " as a key; only numbers and texts have an order.");
    }
  }
  std::sort(keys.numbers.begin(), keys.numbers.end());
  std::sort(keys.texts.begin(), keys.texts.end());
  return keys;
}

}  // namespace

int safePairs(lua_State* state) {
  if (isAbsorbed(state, 1)) {
    lua_newtable(state);
    lua_replace(state, 1);
  }
  luaL_checktype(state, 1, LUA_TTABLE);
  lua_settop(state, 1);
  lua_pushvalue(state, 1);  // Stack: table, table to iterate over
  if (luaL_getmetafield(state, 1, "__data") != LUA_TNIL) {
    lua_replace(state, 2);  // what stands behind a read-only table
  }
  const Keys keys = sortedKeys(state);
  lua_createtable(state, static_cast<int>(keys.numbers.size() + keys.texts.size()), 0);
  lua_Integer position = 0;
  for (const lua_Number number : keys.numbers) {
    lua_Integer whole = 0;
    if (lua_numbertointeger(number, &whole) && static_cast<lua_Number>(whole) == number) {
      lua_pushinteger(state, whole);
    } else {
      lua_pushnumber(state, number);
    }
    lua_rawseti(state, -2, ++position);
  }
  for (const std::string_view text : keys.texts) {
    lua_pushlstring(state, text.data(), text.size());
    lua_rawseti(state, -2, ++position);
  }
  lua_pushinteger(state, 0);  // Stack: table, data, keys, position
  lua_remove(state, 2);
  lua_pushcclosure(state, nextPair, 3);
  return 1;
}

int safeToString(lua_State* state) {
  luaL_checkany(state, 1);
  const int type = lua_type(state, 1);
  const bool has_words = type != LUA_TSTRING && luaL_getmetafield(state, 1, "__tostring") != LUA_TNIL;
  if (has_words || type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TBOOLEAN || type == LUA_TNIL) {
    luaL_tolstring(state, 1, nullptr);
    return 1;
  }
  lua_pushstring(state, lua_typename(state, type));  // an address would be another one in each run
  return 1;
}

int safeError(lua_State* state) {
  if (lua_type(state, 1) != LUA_TSTRING) {
    raise(state, "The script stopped itself, without a text that says why.");
  }
  raise(state, kStopped + base::printable(checkedText(state, 1, "error"), kLongestReason));
}

int safeAssert(lua_State* state) {
  luaL_checkany(state, 1);
  if (lua_toboolean(state, 1) != 0) {
    return lua_gettop(state);
  }
  if (lua_type(state, 2) == LUA_TSTRING) {
    raise(state, kStopped + base::printable(checkedText(state, 2, "assert"), kLongestReason));
  }
  raise(state, "The script stopped itself: what it asserts does not hold.");
}

int safeFormat(lua_State* state) {
  const std::string format = checkedText(state, 1, "format");
  for (std::size_t at = format.find('%'); at != std::string::npos; at = format.find('%', at)) {
    at = format.find_first_not_of("-+ #0123456789.", at + 1);
    if (at == std::string::npos) {
      break;
    }
    if (std::strchr("diufgGeEcsxXoq%", format[at]) == nullptr) {
      raise(state, std::string("'format': '%") + format[at] + "' is not known here; use %d, %f, %g or %s.");
    }
    ++at;
  }
  const int count = lua_gettop(state);
  for (int i = 2; i <= count; ++i) {
    const int type = lua_type(state, i);
    if (type != LUA_TSTRING && type != LUA_TNUMBER && type != LUA_TBOOLEAN && type != LUA_TNIL) {
      raise(state, std::string("'format': found a ") + luaL_typename(state, i) + " as argument " + std::to_string(i) +
                       ", expected a text or a number.");
    }
  }
  lua_pushvalue(state, lua_upvalueindex(1));  // Lua's own
  lua_insert(state, 1);
  lua_call(state, count, 1);
  return 1;
}

int countedCall(lua_State* state) {
  const int count = lua_gettop(state);
  for (int i = 1; i <= count; ++i) {
    if (lua_type(state, i) == LUA_TSTRING) {
      State::of(state).chargeBytes(lua_rawlen(state, i));
    }
  }
  lua_pushvalue(state, lua_upvalueindex(1));
  lua_insert(state, 1);
  lua_call(state, count, LUA_MULTRET);
  return lua_gettop(state);
}

int safeRepeat(lua_State* state) {
  const std::string text = checkedText(state, 1, "rep");
  const lua_Integer times = luaL_checkinteger(state, 2);
  const std::string between = lua_isnoneornil(state, 3) ? std::string() : checkedText(state, 3, "rep");
  if (times <= 0) {
    lua_pushliteral(state, "");
    return 1;
  }
  const auto length = static_cast<lua_Integer>(text.size() + between.size());
  if (times > kLongestRepeat || length * times > kLongestRepeat) {
    raise(state, "'rep': the text would have more than 100,000 characters.");
  }
  State::of(state).charge(times);
  std::string result;
  for (lua_Integer i = 0; i < times; ++i) {
    result += i == 0 ? text : between + text;
  }
  lua_pushlstring(state, result.data(), result.size());
  return 1;
}

}  // namespace boardpack::script
