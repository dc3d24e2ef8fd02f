#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

struct lua_State;
struct lua_Debug;

namespace boardpack::script {

/// The owner of one Lua state, with a cap on its memory, on the length of a text and on what a call may be given, and
/// with a budget of steps.
///
/// A step is an instruction of Lua's, or what takes about as long: 16 bytes of a new value, and whatever a function of
/// ours says of itself (`charge`). Lua joins and compares whole texts in one instruction that nothing can see into, so
/// each instruction counts for more once there are long texts to be compared. Steps do not depend on the machine; the
/// clock (of the thread's own time) is there for what they might miss.
///
/// Once the budget is spent, every further line raises again: a script that catches the error (pcall) gets no further.
class State {
 public:
  static constexpr std::size_t kMemoryCap = 64u << 20;
  static constexpr std::size_t kLongestText = 100'000;        ///< bytes
  static constexpr int kMostArguments = 250;                  ///< that stand for "..."
  static constexpr std::int64_t kScriptBudget = 20'000'000;   ///< steps of one file
  static constexpr std::int64_t kDeriveBudget = 1'000'000;    ///< of one derive function
  static constexpr std::int64_t kDerivesBudget = 50'000'000;  ///< of all derive functions together
  static constexpr int kSeconds = 10;                         ///< of the processor's time, for each budget

  /// What did not get the memory that it asked for.
  enum class Refused { Nothing, Text, Memory };

  explicit State(std::size_t memory_cap = kMemoryCap);
  ~State();
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  lua_State* get() const { return state_; }
  static State& of(lua_State* state);

  /// Starts a budget.
  void allow(std::int64_t steps);
  void allowFile();
  /// A derive function works with texts of any file.
  void allowDerive();
  /// Takes steps from the budget for what a function of ours does; raises when it is spent.
  void charge(std::int64_t steps);
  /// For the bytes of a text that a function of ours goes through.
  void chargeBytes(std::size_t bytes) { charge(static_cast<std::int64_t>(bytes / kBytesOfStep)); }
  Refused refused() const { return refused_; }
  /// The line last run: where memory ran out, which leaves no trace of its own.
  int lastLine() const { return last_line_; }

  /// While set, an unknown name is reported here with its line and the script goes on, so that one run tells all that
  /// is wrong; while not, it raises.
  std::function<void(int line, const std::string& sentence)> on_unknown_name;

 private:
  static constexpr std::size_t kBytesOfStep = 16;

  static void* allocate(void* owner, void* block, std::size_t old_size, std::size_t new_size);
  static void onHook(lua_State* state, lua_Debug* event);
  void armHook(int every);
  bool isTooLong(std::size_t bytes);
  std::int64_t stepsOfInstruction() const;
  void raiseIfSpent();

  std::size_t memory_cap_;
  std::size_t memory_used_ = 0;
  Refused refused_ = Refused::Nothing;
  std::size_t longest_ = 0;       ///< text of this file, in bytes
  std::size_t longest_ever_ = 0;  ///< of any file
  std::int64_t allowed_ = kScriptBudget;
  std::int64_t left_ = kScriptBudget;
  std::int64_t left_for_derives_ = kDerivesBudget;
  std::int64_t until_ = 0;  ///< of the thread's own time, in nanoseconds
  bool is_derive_ = false;
  int last_line_ = 0;
  lua_State* state_ = nullptr;
};

}  // namespace boardpack::script
