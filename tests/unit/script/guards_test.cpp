#include "script/lua/bound.hpp"
#include "script/lua/protected_call.hpp"
#include "script/lua/raise.hpp"
#include "script/lua/registry_ref.hpp"
#include "script/lua/stack_guard.hpp"
#include "script/lua/state.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>
#include <lua.hpp>

using namespace boardpack;
using namespace boardpack::script;

namespace {

int destroyed = 0;

struct Counted {
  ~Counted() { ++destroyed; }
};

int raiseOverAnObject(lua_State* state) {
  const Counted counted;
  return luaL_error(state, "stopped");
}

int throwError(lua_State*) { throw sdk::Error(sdk::ErrorKind::Script, "There is no pillar 'x'."); }

// Runs Lua text in a plain environment that has pcall, which scripts do not.
std::optional<Failure> runWithPcall(State& state, const std::string& text) {
  std::optional<Failure> in_source;
  const auto failure = protectedDo(state, [&](lua_State* lua) {
    luaL_requiref(lua, LUA_GNAME, luaopen_base, 0);
    in_source = loadChunk(state, text, -1);
    if (!in_source) {
      lua_call(lua, 0, 0);
    }
  });
  return in_source ? in_source : failure;
}

}  // namespace

TEST_CASE("a Lua error runs the destructors it passes: the library is the C++ flavour") {
  destroyed = 0;
  State state;
  const auto failure = protectedDo(state, [](lua_State* lua) {
    lua_pushcfunction(lua, bound<raiseOverAnObject>);
    lua_call(lua, 0, 0);
  });
  CHECK(failure);
  CHECK(destroyed == 1);
}

TEST_CASE("an exception becomes a Lua error with its sentence") {
  State state;
  const auto failure = protectedDo(state, [](lua_State* lua) {
    lua_pushcfunction(lua, bound<throwError>);
    lua_call(lua, 0, 0);
  });
  REQUIRE(failure);
  CHECK(failure->sentence == "There is no pillar 'x'.");
}

TEST_CASE("the stack is as before after a failure, and after a success") {
  State state;
  const int top = lua_gettop(state.get());
  CHECK(runWithPcall(state, "error('no')"));
  CHECK_FALSE(runWithPcall(state, "local x = 1"));
  CHECK(runWithPcall(state, "local x = = 1"));
  CHECK(lua_gettop(state.get()) == top);
}

TEST_CASE("a failure has its line") {
  State state;
  const auto failure = runWithPcall(state, "local t = nil\n\nlocal x = t.y");
  REQUIRE(failure);
  CHECK(failure->line == 3);
  CHECK(failure->sentence == "'t' has no value here, so nothing can be read from it.");
  const auto in_source = runWithPcall(state, "local x = 1\nlocal = 2");
  REQUIRE(in_source);
  CHECK(in_source->line == 2);
  CHECK(in_source->sentence == "A name is expected before '='.");
}

TEST_CASE("pcall cannot swallow the end of the budget") {
  State state;
  state.allow(200'000);
  const auto failure = runWithPcall(state,
                                    "local ended = 0\n"
                                    "while true do\n"
                                    "  pcall(function() while true do end end)\n"
                                    "  ended = ended + 1\n"
                                    "end");
  REQUIRE(failure);
  CHECK(failure->sentence == "This takes too long: it may run 200,000 steps. Is there a loop that never ends?");
}

TEST_CASE("pcall on one line cannot swallow the end of the budget") {
  State state;
  state.allow(200'000);
  CHECK(runWithPcall(state, "while true do pcall(function() while true do end end) end"));
}

TEST_CASE("a new budget lets the state run again") {
  State state;
  state.allow(10'000);
  CHECK(runWithPcall(state, "while true do end"));
  state.allow(10'000);
  CHECK_FALSE(runWithPcall(state, "local x = 1"));
}

TEST_CASE("memory is capped, and the state can be used afterwards") {
  State state(2u << 20);
  const auto failure = runWithPcall(state, "local s = '0123456789'\nwhile true do\n  s = s .. s\nend");
  REQUIRE(failure);
  CHECK(failure->line == 3);
  CHECK_FALSE(runWithPcall(state, "local x = 1"));
}

TEST_CASE("a state that has no memory at all is refused in words") { CHECK_THROWS_AS(State(100), sdk::Error); }

TEST_CASE("compiled chunks are refused") {
  State state;
  const auto failure = runWithPcall(state, std::string("\x1bLua\x54\x00", 6));
  REQUIRE(failure);
  CHECK(failure->sentence == "The file is compiled Lua. Only scripts as text are read: put the source in its place.");
}

TEST_CASE("a stack guard keeps what is meant to stay") {
  State state;
  lua_State* lua = state.get();
  {
    const StackGuard guard(lua, 1);
    lua_pushinteger(lua, 1);
    lua_pushinteger(lua, 2);
  }
  REQUIRE(lua_gettop(lua) == 1);
  CHECK(lua_tointeger(lua, 1) == 1);
  lua_settop(lua, 0);
}

TEST_CASE("a registry reference keeps a value, moves, and lets go") {
  State state;
  lua_State* lua = state.get();
  lua_pushinteger(lua, 7);
  RegistryRef first(lua);
  RegistryRef second = std::move(first);
  CHECK_FALSE(static_cast<bool>(first));
  second.push();
  CHECK(lua_tointeger(lua, -1) == 7);
  lua_settop(lua, 0);
  second = RegistryRef();
  CHECK_FALSE(static_cast<bool>(second));
}
