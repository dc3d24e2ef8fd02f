#pragma once
#include <cassert>
#include <lua.hpp>

namespace boardpack::script {

/// Puts the Lua stack back to where it was, plus `kept` values that the scope leaves on purpose. Never throws; while a
/// Lua error unwinds, the stack is Lua's own business.
class StackGuard {
 public:
  explicit StackGuard(lua_State* state, int kept = 0) : state_(state), top_(lua_gettop(state) + kept) {}
  ~StackGuard() {
    if (lua_gettop(state_) > top_) {
      lua_settop(state_, top_);
    }
  }
  StackGuard(const StackGuard&) = delete;
  StackGuard& operator=(const StackGuard&) = delete;

 private:
  lua_State* state_;
  int top_;
};

}  // namespace boardpack::script
