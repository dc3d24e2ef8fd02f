#include "base/trial.hpp"

#include <boardpack/sdk/error.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace boardpack::base {
namespace {

/// What stands before and after what a trial says: it came so far, and to its own end. No text has them.
constexpr char kSaidMark = '\x02';
constexpr char kEndMark = '\x04';
constexpr int kTickMs = 20;
constexpr std::size_t kMostSaid = std::size_t{1} << 20;
/// Exit code of work that threw: nobody but a fault of this program itself makes it.
constexpr int kThrew = 125;

/// Of the copy: where it says what it has to say, and whether it has.
int say_to = -1;
bool has_said = false;

long long nowMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void say(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(say_to, text.data(), text.size());
    if (written < 0 && errno != EINTR) {
      return;
    }
    text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
  }
}

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  const rlimit both{soft, hard};
  ::setrlimit(resource, &both);
}

void limitAll(const TrialLimits& limits) {
  limit(RLIMIT_CORE, 0, 0);
  const auto seconds = static_cast<rlim_t>(limits.processor_seconds);
  limit(RLIMIT_CPU, seconds, seconds + 1);
#if !defined(__SANITIZE_ADDRESS__)
  // The address sanitizer reserves more than any limit.
  limit(RLIMIT_DATA, limits.bytes, limits.bytes);
#endif
}

/// Runs last of the copy's handlers at its end, since it was registered before the work began: what the work loaded has
/// been unloaded by then. Those of the copied process never run.
[[noreturn]] void endTrial() {
  if (has_said) {
    say(std::string_view(&kEndMark, 1));
  }
  ::_exit(0);
}

[[noreturn]] void work(const std::function<std::string()>& body, const TrialLimits& limits, int pipe, pid_t parent) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) {
    ::_exit(kThrew);
  }
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXFSZ, SIGXCPU}) {
    std::signal(signal, SIG_DFL);
  }
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t none;
  ::sigemptyset(&none);
  ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
  // Where this program was called without its standard streams, the pipe may stand in the place of one.
  say_to = ::fcntl(pipe, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  const int nothing = ::open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    ::dup2(nothing, stream);
  }
  limitAll(limits);
  std::atexit(endTrial);
  std::at_quick_exit(endTrial);
  try {
    say(kSaidMark + body());
    has_said = true;
  } catch (...) {
    ::_exit(kThrew);
  }
  std::exit(0);
}

}  // namespace

Trial::Trial(const std::function<std::string()>& body, const TrialLimits& limits)
    : deadline_ms_(nowMs() + limits.seconds * 1000LL) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    throw sdk::Error(sdk::ErrorKind::Outside, "The system gives no pipe to another process: too many files are open.");
  }
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(pipe[0]);
    work(body, limits, pipe[1], parent);
  }
  ::close(pipe[1]);
  if (child < 0) {
    ::close(pipe[0]);
    throw sdk::Error(sdk::ErrorKind::Outside,
                     "The system starts no further process: too many run already, or the memory is full.");
  }
  child_ = child;
  pipe_ = pipe[0];
}

Trial::Trial(Trial&& other) noexcept
    : child_(std::exchange(other.child_, -1)),
      pipe_(std::exchange(other.pipe_, -1)),
      deadline_ms_(other.deadline_ms_) {}

Trial::~Trial() { endAll(); }

void Trial::endAll() {
  if (child_ > 0) {
    // Its group, for it may have started others; it is in it or about to enter it.
    ::kill(-child_, SIGKILL);
    ::kill(child_, SIGKILL);
    while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
    }
    child_ = -1;
  }
  if (pipe_ >= 0) {
    ::close(pipe_);
    pipe_ = -1;
  }
}

TrialResult Trial::result() {
  TrialResult result;
  std::array<char, 4096> block{};
  bool is_open = true;
  bool has_ended = false;
  siginfo_t facts{};
  while (!result.said.ends_with(kEndMark)) {
    // What has come to its end in time is no less so when it is looked at late.
    const bool is_late = nowMs() >= deadline_ms_;
    pollfd watched{is_open ? pipe_ : -1, POLLIN, 0};
    const int ready = ::poll(&watched, 1, has_ended || is_late ? 0 : kTickMs);
    if (ready > 0) {
      const ssize_t count = ::read(pipe_, block.data(), block.size());
      if (count > 0 && result.said.size() < kMostSaid) {
        result.said.append(block.data(), static_cast<std::size_t>(count));
        continue;
      }
      is_open = count > 0 || (count < 0 && errno == EINTR);
    }
    if (has_ended) {
      // All that it wrote is read: what the pipe is still open for is a process that it left behind.
      const bool by_signal = facts.si_code == CLD_KILLED || facts.si_code == CLD_DUMPED;
      result.end = by_signal ? TrialResult::End::Signalled : TrialResult::End::Exited;
      result.number = facts.si_status;
      break;
    }
    // Looked at without being taken, so that its number is not given to another process yet.
    facts.si_pid = 0;
    has_ended =
        ::waitid(P_PID, static_cast<id_t>(child_), &facts, WEXITED | WNOHANG | WNOWAIT) == 0 && facts.si_pid != 0;
    if (is_late && !has_ended) {
      result.end = TrialResult::End::OutOfTime;
      break;
    }
  }
  endAll();
  result.had_said = result.said.starts_with(kSaidMark);
  if (result.had_said) {
    result.said.erase(0, 1);
  }
  if (result.end == TrialResult::End::Finished) {
    result.said.pop_back();
  }
  return result;
}

std::string signalWords(int signal) {
  switch (signal) {
    case SIGSEGV:
      return "a memory fault (SIGSEGV)";
    case SIGBUS:
      return "a memory fault (SIGBUS)";
    case SIGFPE:
      return "a division by zero or the like (SIGFPE)";
    case SIGILL:
      return "an instruction that this machine does not have (SIGILL)";
    case SIGABRT:
      return "an abort (SIGABRT)";
    case SIGTRAP:
      return "a trap (SIGTRAP)";
    case SIGKILL:
      return "the system ended it (SIGKILL)";
    default:
      return fmt::format("signal {}", signal);
  }
}

namespace {

/// The two standard outputs as they were; -1 where nothing is held back.
std::array<int, 2> held_back = {-1, -1};

}  // namespace

QuietStreams::QuietStreams() {
  std::fflush(stdout);
  std::fflush(stderr);
  const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nothing < 0) {
    return;
  }
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    held_back[static_cast<std::size_t>(stream - 1)] = ::fcntl(stream, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::dup2(nothing, stream);
  }
  ::close(nothing);
}

QuietStreams::~QuietStreams() { giveBack(); }

void QuietStreams::giveBack() {
  std::fflush(stdout);
  std::fflush(stderr);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    int& held = held_back[static_cast<std::size_t>(stream - 1)];
    if (held >= 0) {
      ::dup2(held, stream);
      ::close(held);
      held = -1;
    }
  }
}

}  // namespace boardpack::base
