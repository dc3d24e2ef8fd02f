#pragma once
#include "script/lua/raise.hpp"

#include <boardpack/sdk/error.hpp>

#include <exception>
#include <lua.hpp>
#include <string>

namespace boardpack::script {

/// The trampoline between Lua and a function of ours: no C++ exception crosses it. It catches `const std::exception&`
/// and nothing wider: Lua's own errors are C++ exceptions too in this flavour of the library, and must pass.
template <int (*Function)(lua_State*)>
int bound(lua_State* state) {
  std::string sentence;
  try {
    return Function(state);
  } catch (const sdk::Error& error) {
    sentence = error.sentence();
  } catch (const std::exception&) {
    sentence = "The program could not go on here: there is not enough memory.";
  }
  raise(state, sentence);
}

}  // namespace boardpack::script
