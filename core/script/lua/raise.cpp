#include "script/lua/raise.hpp"

#include <cstdlib>
#include <lua.hpp>

namespace boardpack::script {

void raise(lua_State* state, const std::string& sentence) {
  lua_pushlstring(state, &kOurs, 1);
  lua_pushlstring(state, sentence.data(), sentence.size());
  lua_concat(state, 2);
  lua_error(state);
  std::abort();  // lua_error does not return, but its declaration does not say so
}

int currentLine(lua_State* state) {
  lua_Debug frame;
  for (int level = 0; lua_getstack(state, level, &frame) != 0; ++level) {
    lua_getinfo(state, "l", &frame);
    if (frame.currentline > 0) {
      return frame.currentline;
    }
  }
  return 0;
}

}  // namespace boardpack::script
