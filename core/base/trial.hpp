#pragma once
#include <functional>
#include <string>

namespace boardpack::base {

/// How a piece of work ended that was tried in a process of its own.
struct TrialResult {
  enum class End {
    Finished,   ///< `said` is what the work gave
    Signalled,  ///< it crashed, or was ended: `number` is the signal
    Exited,     ///< it ended its process itself, with the exit code `number`
    OutOfTime
  };
  End end = End::Finished;
  int number = 0;
  std::string said;
  /// The work gave what it had to say, and its process came to this end afterwards: while what it loaded was unloaded.
  bool had_said = false;
};

/// What a trial may use, far above what any honest work of its kind needs.
struct TrialLimits {
  int seconds = 8;            ///< by the clock
  int processor_seconds = 2;  ///< a busy machine does not make them pass
  std::size_t bytes = std::size_t{512} << 20;
};

/// Tries work in a copy of this process, so that a crash, an endless loop or an exit in it ends the copy alone. The
/// work begins with the constructor; nothing that it prints is seen, and it gives no core file. The copy ends with this
/// process at the latest. To be begun while no other thread of this process works: the copy has the calling one alone.
class Trial {
 public:
  Trial(const std::function<std::string()>& work, const TrialLimits& limits);
  ~Trial();
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
  Trial(Trial&& other) noexcept;
  Trial& operator=(Trial&&) = delete;

  /// Waits for its end, or ends it when its time is over. To be called once.
  TrialResult result();

 private:
  void endAll();

  int child_ = -1;
  int pipe_ = -1;
  long long deadline_ms_ = 0;  ///< of the clock that never steps
};

/// A signal's number in words: "a memory fault (SIGSEGV)".
std::string signalWords(int signal);

/// While it lives nothing that is printed on the two standard outputs is seen.
class QuietStreams {
 public:
  QuietStreams();
  ~QuietStreams();
  QuietStreams(const QuietStreams&) = delete;
  QuietStreams& operator=(const QuietStreams&) = delete;

  /// Gives the outputs back at once, when the program ends within the lifetime of one.
  static void giveBack();
};

}  // namespace boardpack::base
