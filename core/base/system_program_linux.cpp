#include "base/stop.hpp"
#include "base/system.hpp"
#include "base/system_errors.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <string_view>

namespace boardpack::base {
namespace {

constexpr std::size_t kMostOutput = 64 * 1024;
constexpr int kPollMilliseconds = 50;
constexpr int kNotFound = 127;
constexpr int kNotStarted = 126;

/// Words as exec takes them: made before the fork, since a child of many threads may not take memory.
class Words {
 public:
  explicit Words(std::vector<std::string> words) : words_(std::move(words)) {
    for (std::string& word : words_) {
      pointers_.push_back(word.data());
    }
    pointers_.push_back(nullptr);
  }
  char* const* pointers() const { return pointers_.data(); }

 private:
  std::vector<std::string> words_;
  std::vector<char*> pointers_;
};

Words argumentsOf(const std::string& program, const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return Words(std::move(words));
}

Words environmentWith(const std::vector<std::string>& added) {
  std::vector<std::string> all = added;
  for (char** entry = ::environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::string name(text.substr(0, text.find('=') + 1));
    bool is_replaced = false;
    for (const std::string& own : added) {
      is_replaced = is_replaced || own.starts_with(name);
    }
    if (!is_replaced) {
      all.emplace_back(text);
    }
  }
  return Words(std::move(all));
}

/// The child's part: calls nothing that may wait for a lock of another thread.
[[noreturn]] void becomeProgram(const char* folder, const char* program, char* const* arguments,
                                char* const* environment, const RunLimits& limits, int output, pid_t parent) {
  ::setpgid(0, 0);
  // It ends with us, however we end.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) {
    ::_exit(kNotStarted);
  }
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  if (limits.memory_bytes > 0) {
    const rlimit memory{limits.memory_bytes, limits.memory_bytes};
    ::setrlimit(RLIMIT_DATA, &memory);
  }
  const rlimit no_dump{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_dump);
  ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  if (::chdir(folder) == 0) {
    ::execvpe(program, arguments, environment);
  }
  ::_exit(errno == ENOENT ? kNotFound : kNotStarted);
}

/// A child that is ended and waited for, whatever happens to who began it.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    if (id_ > 0) {
      end();
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Its group is its own, so that what it began ends too.
  int end() {
    ::kill(-id_, SIGKILL);
    ::kill(id_, SIGKILL);
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
    return status;
  }

  bool hasEnded(int& status) {
    const pid_t ended = ::waitpid(id_, &status, WNOHANG);
    if (ended == 0 || (ended < 0 && errno == EINTR)) {
      return false;
    }
    id_ = 0;
    return true;
  }

 private:
  pid_t id_;
};

/// The two ends of what the child writes and we read.
struct Pipe {
  std::array<int, 2> ends{-1, -1};
  explicit Pipe(const std::string& program) {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
      failOn("Could not start", program, errno);
    }
  }
  ~Pipe() {
    closeWriting();
    ::close(ends[0]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void closeWriting() {
    if (ends[1] >= 0) {
      ::close(ends[1]);
      ends[1] = -1;
    }
  }
};

/// False when the child has closed its end.
bool readSome(int from, std::string& output) {
  pollfd wait{from, POLLIN, 0};
  if (::poll(&wait, 1, kPollMilliseconds) <= 0) {
    return true;
  }
  std::array<char, 4096> block{};
  const ssize_t read = ::read(from, block.data(), block.size());
  if (read > 0 && output.size() < kMostOutput) {
    output.append(block.data(), static_cast<std::size_t>(read));
  }
  return read > 0 || (read < 0 && errno == EINTR);
}

}  // namespace

RunResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                     const std::filesystem::path& folder, const std::vector<std::string>& environment,
                     const RunLimits& limits) {
  const Words words = argumentsOf(program, arguments);
  const Words variables = environmentWith(environment);
  const std::string place = folder.string();
  Pipe pipe(program);
  const pid_t parent = ::getpid();
  const pid_t id = ::fork();
  if (id < 0) {
    failOn("Could not start", program, errno);
  }
  if (id == 0) {
    becomeProgram(place.c_str(), program.c_str(), words.pointers(), variables.pointers(), limits, pipe.ends[1], parent);
  }
  Child child(id);
  pipe.closeWriting();

  const auto began = std::chrono::steady_clock::now();
  RunResult result;
  int status = 0;
  bool is_open = true;
  while (!child.hasEnded(status)) {
    throwIfStopped();
    if (limits.time.count() > 0 && std::chrono::steady_clock::now() - began > limits.time) {
      result.is_out_of_time = true;
      status = child.end();
      break;
    }
    if (is_open) {
      is_open = readSome(pipe.ends[0], result.output);
    } else {
      ::poll(nullptr, 0, 1);  // it has said all and ends now
    }
  }
  while (is_open && !result.is_out_of_time && readSome(pipe.ends[0], result.output)) {
    pollfd more{pipe.ends[0], POLLIN, 0};
    is_open = ::poll(&more, 1, 0) > 0;
  }
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.found = result.exit_code != kNotFound;
  return result;
}

}  // namespace boardpack::base
