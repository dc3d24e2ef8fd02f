#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

struct lua_State;
struct lua_Debug;

namespace boardpack::script {

/// The owner of one Lua state, with a cap on its memory and a budget of instructions.
///
/// Once the budget is spent, every further line raises again: a script that catches the error (pcall) gets no further.
/// A host function runs to its end whatever the budget, so none that can take long is offered to scripts.
class State {
 public:
  static constexpr std::size_t kMemoryCap = 64u << 20;
  static constexpr std::int64_t kScriptBudget = 20'000'000;  ///< instructions of one file
  static constexpr std::int64_t kDeriveBudget = 1'000'000;   ///< of one derive function

  explicit State(std::size_t memory_cap = kMemoryCap);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  lua_State* get() const { return state_; }
  static State& of(lua_State* state);

  /// Starts a new budget.
  void allow(std::int64_t instructions);
  /// The line last run: where memory ran out, which leaves no trace of its own.
  int lastLine() const { return last_line_; }

  /// While set, an unknown name is reported here with its line and the script goes on, so that one run tells all that
  /// is wrong; while not, it raises.
  std::function<void(int line, const std::string& sentence)> on_unknown_name;

 private:
  static void* allocate(void* owner, void* block, std::size_t old_size, std::size_t new_size);
  static void onHook(lua_State* state, lua_Debug* event);
  void armHook(int every);

  std::size_t memory_cap_;
  std::size_t memory_used_ = 0;
  std::int64_t allowed_ = kScriptBudget;
  std::int64_t left_ = kScriptBudget;
  int last_line_ = 0;
  lua_State* state_ = nullptr;
};

}  // namespace boardpack::script
