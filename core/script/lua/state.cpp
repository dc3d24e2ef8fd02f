#include "script/lua/state.hpp"

#include "base/text.hpp"
#include "script/lua/raise.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <lua.hpp>

namespace boardpack::script {
namespace {

constexpr int kHookEvery = 1000;  // instructions
// A text of so many bytes is compared in about the time of an instruction.
constexpr std::size_t kBytesOfComparison = 1024;
constexpr std::int64_t kNanoseconds = 1'000'000'000;

// Of the thread, so that a busy machine changes nothing.
std::int64_t timeUsed() {
  timespec used{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
  return static_cast<std::int64_t>(used.tv_sec) * kNanoseconds + used.tv_nsec;
}

}  // namespace

State::State(std::size_t memory_cap) : memory_cap_(memory_cap), state_(lua_newstate(allocate, this)) {
  if (state_ == nullptr) {
    throw sdk::Error(sdk::ErrorKind::Outside, "There is not enough memory to run scripts.");
  }
  State* self = this;
  std::memcpy(lua_getextraspace(state_), &self, sizeof self);
  allowFile();
}

State::~State() { lua_close(state_); }

State& State::of(lua_State* state) {
  State* self = nullptr;
  std::memcpy(&self, lua_getextraspace(state), sizeof self);
  return *self;
}

void State::allow(std::int64_t steps) {
  allowed_ = steps;
  left_ = steps;
  refused_ = Refused::Nothing;
  last_line_ = 0;
  until_ = timeUsed() + kSeconds * kNanoseconds;
  armHook(kHookEvery);
}

void State::allowFile() {
  is_derive_ = false;
  longest_ = 0;
  allow(kScriptBudget);
}

void State::allowDerive() {
  if (is_derive_) {
    left_for_derives_ -= std::max<std::int64_t>(allowed_ - left_, 0);
  }
  is_derive_ = true;
  longest_ = longest_ever_;
  allow(std::clamp<std::int64_t>(left_for_derives_, 0, kDeriveBudget));
}

void State::armHook(int every) { lua_sethook(state_, onHook, LUA_MASKCALL | LUA_MASKCOUNT | LUA_MASKLINE, every); }

// Lua names the kind of a new value in the place of the old size.
void* State::allocate(void* owner, void* block, std::size_t old_size, std::size_t new_size) {
  State& self = *static_cast<State*>(owner);
  const std::size_t held = block == nullptr ? 0 : old_size;
  if (new_size == 0) {
    std::free(block);
    self.memory_used_ -= held;
    return nullptr;
  }
  if (block == nullptr && old_size == LUA_TSTRING && self.isTooLong(new_size)) {
    self.refused_ = Refused::Text;
    return nullptr;
  }
  if (self.memory_used_ - held + new_size > self.memory_cap_) {
    self.refused_ = Refused::Memory;
    return nullptr;
  }
  void* grown = std::realloc(block, new_size);
  if (grown != nullptr) {
    self.memory_used_ = self.memory_used_ - held + new_size;
    self.left_ -= static_cast<std::int64_t>(new_size / kBytesOfStep);
  }
  return grown;
}

bool State::isTooLong(std::size_t bytes) {
  constexpr std::size_t kHeader = 32;  // what Lua keeps beside the text, at the most
  if (bytes > kLongestText + kHeader) {
    return true;
  }
  longest_ = std::max(longest_, bytes);
  longest_ever_ = std::max(longest_ever_, bytes);
  return false;
}

std::int64_t State::stepsOfInstruction() const { return 1 + static_cast<std::int64_t>(longest_ / kBytesOfComparison); }

void State::charge(std::int64_t steps) {
  left_ -= steps;
  if (left_ <= 0 || steps >= kHookEvery) {
    raiseIfSpent();
  }
}

void State::raiseIfSpent() {
  const bool is_late = timeUsed() > until_;
  if (left_ > 0 && !is_late) {
    return;
  }
  armHook(1);  // from now on every line and every instruction, so that nothing in the script can swallow it
  left_ = 0;
  if (is_derive_ && allowed_ < kDeriveBudget) {
    raise(state_, "This takes too long: all derive functions together may run " +
                      base::formatNumber(static_cast<double>(kDerivesBudget)) + " steps.");
  }
  raise(state_, "This takes too long: it may run " + base::formatNumber(static_cast<double>(allowed_)) + " steps" +
                    (is_late ? ", and " + std::to_string(kSeconds) + " seconds" : "") +
                    ". Is there a loop that never ends?");
}

void State::onHook(lua_State* state, lua_Debug* event) {
  State& self = of(state);
  if (event->event == LUA_HOOKCALL || event->event == LUA_HOOKTAILCALL) {
    // What "..." stands for is copied whole each time it is named.
    if (lua_getlocal(state, event, -(kMostArguments + 1)) != nullptr) {
      raise(state, "A function is given more than " + std::to_string(kMostArguments) +
                       " values at once. Give it a table that holds them.");
    }
    return;
  }
  lua_getinfo(state, "l", event);
  if (event->currentline > 0) {
    self.last_line_ = event->currentline;
  }
  if (event->event == LUA_HOOKCOUNT) {
    self.left_ -= kHookEvery * self.stepsOfInstruction();
    self.raiseIfSpent();
  } else if (self.left_ <= 0) {
    self.raiseIfSpent();
  }
}

}  // namespace boardpack::script
