#include "script/state.hpp"

#include "base/text.hpp"
#include "script/raise.hpp"

#include <boardpack/sdk/error.hpp>

#include <cstdlib>
#include <cstring>
#include <lua.hpp>

namespace boardpack::script {
namespace {
constexpr int kHookEvery = 1000;  // instructions
}

State::State(std::size_t memory_cap) : memory_cap_(memory_cap), state_(lua_newstate(allocate, this)) {
  if (state_ == nullptr) {
    throw sdk::Error(sdk::ErrorKind::Outside, "There is not enough memory to run scripts.");
  }
  State* self = this;
  std::memcpy(lua_getextraspace(state_), &self, sizeof self);
  armHook(kHookEvery);
}

State::~State() { lua_close(state_); }

State& State::of(lua_State* state) {
  State* self = nullptr;
  std::memcpy(&self, lua_getextraspace(state), sizeof self);
  return *self;
}

void State::allow(std::int64_t instructions) {
  allowed_ = instructions;
  left_ = instructions;
  last_line_ = 0;
  armHook(kHookEvery);
}

void State::armHook(int every) { lua_sethook(state_, onHook, LUA_MASKCOUNT | LUA_MASKLINE, every); }

void* State::allocate(void* owner, void* block, std::size_t old_size, std::size_t new_size) {
  State& self = *static_cast<State*>(owner);
  const std::size_t held = block == nullptr ? 0 : old_size;  // of a new block, old_size is a type, not a size
  if (new_size == 0) {
    std::free(block);
    self.memory_used_ -= held;
    return nullptr;
  }
  if (self.memory_used_ - held + new_size > self.memory_cap_) {
    return nullptr;
  }
  void* grown = std::realloc(block, new_size);
  if (grown != nullptr) {
    self.memory_used_ = self.memory_used_ - held + new_size;
  }
  return grown;
}

void State::onHook(lua_State* state, lua_Debug* event) {
  State& self = of(state);
  lua_getinfo(state, "l", event);
  if (event->currentline > 0) {
    self.last_line_ = event->currentline;
  }
  if (event->event == LUA_HOOKCOUNT) {
    self.left_ -= kHookEvery;
  }
  if (self.left_ > 0) {
    return;
  }
  self.armHook(1);  // from now on every line and every instruction, so that nothing in the script can swallow it
  raise(state, "This takes too long: it may run " + base::formatNumber(static_cast<double>(self.allowed_)) +
                   " steps. Is there a loop that never ends?");
}

}  // namespace boardpack::script
