#pragma once
#include <lua.hpp>
#include <string>

namespace boardpack::script {

/// The text at `index` whole: lua_tostring alone would end at its first NUL. "" when it is none.
inline std::string textOf(lua_State* state, int index) {
  std::size_t length = 0;
  const char* text = lua_type(state, index) == LUA_TSTRING ? lua_tolstring(state, index, &length) : nullptr;
  return text != nullptr ? std::string(text, length) : std::string();
}

}  // namespace boardpack::script
