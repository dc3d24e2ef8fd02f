#include "script/lua/complaint.hpp"

#include "script/lua/raise.hpp"
#include "script/lua/state.hpp"

#include <lua.hpp>

namespace boardpack::script {
namespace {

constexpr const char* kAbsorber = "boardpack.absorber";

int absorb(lua_State* state) {
  luaL_getmetatable(state, kAbsorber);
  lua_getfield(state, -1, "value");
  return 1;
}

// To find the near name and keep the sentence.
constexpr std::int64_t kStepsOfComplaint = 1000;

int ignore(lua_State*) { return 0; }

}  // namespace

// There is one of it in a state.
void pushAbsorber(lua_State* state) {
  if (luaL_newmetatable(state, kAbsorber) != 0) {
    for (const char* event : {"__index", "__call", "__add", "__sub", "__mul", "__div", "__mod", "__pow", "__unm",
                              "__idiv", "__concat", "__len"}) {
      lua_pushcfunction(state, absorb);
      lua_setfield(state, -2, event);
    }
    for (const char* event : {"__newindex", "__lt", "__le", "__eq"}) {
      lua_pushcfunction(state, ignore);
      lua_setfield(state, -2, event);
    }
    lua_pushboolean(state, 0);
    lua_setfield(state, -2, "__metatable");
    lua_newuserdatauv(state, 0, 0);  // Stack: metatable, value
    lua_pushvalue(state, -2);
    lua_setmetatable(state, -2);
    lua_setfield(state, -2, "value");
  }
  lua_getfield(state, -1, "value");
  lua_remove(state, -2);
}

int complain(lua_State* state, const std::string& sentence) {
  State& owner = State::of(state);
  owner.charge(kStepsOfComplaint);
  if (!owner.on_unknown_name) {
    raise(state, sentence);
  }
  owner.on_unknown_name(currentLine(state), sentence);
  pushAbsorber(state);
  return 1;
}

bool isAbsorbed(lua_State* state, int index) { return luaL_testudata(state, index, kAbsorber) != nullptr; }

}  // namespace boardpack::script
