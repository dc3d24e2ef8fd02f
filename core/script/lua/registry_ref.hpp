#pragma once
#include <lua.hpp>
#include <utility>

namespace boardpack::script {

/// A Lua value kept from the collector. Must not outlive its state.
class RegistryRef {
 public:
  RegistryRef() = default;
  /// Takes the value at the top of the stack off it.
  explicit RegistryRef(lua_State* state) : state_(state), key_(luaL_ref(state, LUA_REGISTRYINDEX)) {}
  ~RegistryRef() { release(); }
  RegistryRef(RegistryRef&& other) noexcept
      : state_(std::exchange(other.state_, nullptr)), key_(std::exchange(other.key_, LUA_NOREF)) {}
  RegistryRef& operator=(RegistryRef&& other) noexcept {
    if (this != &other) {
      release();
      state_ = std::exchange(other.state_, nullptr);
      key_ = std::exchange(other.key_, LUA_NOREF);
    }
    return *this;
  }
  RegistryRef(const RegistryRef&) = delete;
  RegistryRef& operator=(const RegistryRef&) = delete;

  explicit operator bool() const { return state_ != nullptr; }
  void push() const { lua_rawgeti(state_, LUA_REGISTRYINDEX, key_); }

 private:
  void release() {
    if (state_ != nullptr) {
      luaL_unref(state_, LUA_REGISTRYINDEX, key_);
    }
  }

  lua_State* state_ = nullptr;
  int key_ = LUA_NOREF;
};

}  // namespace boardpack::script
