#include "script/lua/protected_call.hpp"

#include "base/text.hpp"
#include "script/lua/bound.hpp"
#include "script/lua/lua_messages.hpp"
#include "script/lua/raise.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

// Keeps the message and adds the line in front, as "line:message": the frames that tell it are still there only now.
int addLine(lua_State* state) {
  std::size_t length = 0;
  const char* text = lua_tolstring(state, 1, &length);
  std::string message = text != nullptr ? std::string(text, length) : std::string(1, kOurs) + "The script stopped.";
  const std::string line = std::to_string(currentLine(state));
  message = line + ":" + message;
  lua_pushlstring(state, message.data(), message.size());
  return 1;
}

// "12:message" of addLine, or of the parser, whose chunk is named ""; anything else has no line.
Failure readMessage(const State& state, std::string message) {
  Failure failure{.line = state.lastLine(), .sentence = {}};
  const std::size_t colon = message.find(':');
  if (colon != std::string::npos && colon > 0 && message.find_first_not_of("0123456789") == colon) {
    failure.line = std::stoi(message.substr(0, colon));
    message.erase(0, colon + 1);
  }
  if (!message.empty() && message[0] == kOurs) {
    failure.sentence = message.substr(1);
    return failure;
  }
  failure.sentence = plainWords(withoutPosition(message));
  return failure;
}

// Lua says only that it got no memory.
std::string refusedWords(const State& state) {
  if (state.refused() == State::Refused::Text) {
    return "A text would have more than " + base::formatNumber(static_cast<double>(State::kLongestText)) +
           " characters. Is there a loop that makes it grow?";
  }
  return "The script needs more than " + std::to_string(State::kMemoryCap >> 20) +
         " MB of memory. Is there a text or a table that grows without end?";
}

Failure failureOf(State& state, int status) {
  lua_State* lua = state.get();
  Failure failure{.line = state.lastLine(), .sentence = {}};
  if (status == LUA_ERRMEM) {
    failure.sentence = refusedWords(state);
  } else if (status == LUA_ERRERR) {
    failure.sentence = "The functions of the script call each other without end.";
  } else {
    std::size_t length = 0;
    const char* text = lua_tolstring(lua, -1, &length);
    failure = readMessage(state, text != nullptr ? std::string(text, length) : std::string());
  }
  lua_pop(lua, 1);
  return failure;
}

int runWork(lua_State* state) {
  const auto* work = static_cast<const std::function<void(lua_State*)>*>(lua_touserdata(state, 1));
  (*work)(state);
  return 0;
}

}  // namespace

std::optional<Failure> protectedCall(State& state, int arguments, int results) {
  lua_State* lua = state.get();
  const int handler = lua_gettop(lua) - arguments;  // Stack: …, handler, function, arguments
  lua_pushcfunction(lua, bound<addLine>);
  lua_insert(lua, handler);
  const int status = lua_pcall(lua, arguments, results, handler);
  lua_remove(lua, handler);
  if (status == LUA_OK) {
    return std::nullopt;
  }
  return failureOf(state, status);
}

std::optional<Failure> protectedDo(State& state, const std::function<void(lua_State*)>& work) {
  lua_State* lua = state.get();
  if (lua_checkstack(lua, 4) == 0) {
    return Failure{.line = 0, .sentence = "There is not enough memory to run scripts."};
  }
  lua_pushcfunction(lua, bound<runWork>);
  lua_pushlightuserdata(lua, const_cast<std::function<void(lua_State*)>*>(&work));
  return protectedCall(state, 1, 0);
}

std::optional<Failure> loadChunk(State& state, std::string_view source, int environment) {
  lua_State* lua = state.get();
  const int globals = lua_absindex(lua, environment);
  const int status = luaL_loadbufferx(lua, source.data(), source.size(), "=", "t");
  if (status == LUA_OK) {
    lua_pushvalue(lua, globals);
    lua_setupvalue(lua, -2, 1);  // the globals of a chunk are its first upvalue
    return std::nullopt;
  }
  std::size_t length = 0;
  const char* text = lua_tolstring(lua, -1, &length);
  std::string message = text != nullptr ? std::string(text, length) : std::string();
  lua_pop(lua, 1);
  if (!message.empty() && message[0] == ':') {
    message.erase(0, 1);  // the chunk's name is empty: ":12: unexpected symbol"
  }
  Failure failure = readMessage(state, message);
  if (status == LUA_ERRMEM) {
    failure.sentence =
        state.refused() == State::Refused::Text ? refusedWords(state) : "The script is too large to be read.";
  }
  return failure;
}

}  // namespace boardpack::script
