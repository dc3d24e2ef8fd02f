#include "base/stop.hpp"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <mutex>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

namespace boardpack::base {
namespace fs = std::filesystem;
namespace {

constexpr int kGraceSeconds = 1;   // for work to notice a stop by itself
constexpr int kSignalExit = 128;   // shells add the signal's number to it
constexpr int kTriesToRemove = 3;  // other threads may be writing into the folder still
constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

std::atomic<int> asked_by = 0;  // the signal

/// Who holds it decides how the program ends; it is never given back by whoever ends it.
std::mutex& ending() {
  static std::mutex mutex;
  return mutex;
}
bool finishes_despite_stops = false;  // guarded by ending()

struct Folders {
  std::mutex mutex;
  std::vector<fs::path> all;
};
Folders& workingFolders() {
  static Folders& folders = *new Folders;  // never destroyed: the thread that watches outlives main
  return folders;
}

void removeWorkingFolders() noexcept {
  try {
    Folders& folders = workingFolders();
    const std::lock_guard lock(folders.mutex);
    for (int i = 0; i < kTriesToRemove; ++i) {
      for (const fs::path& folder : folders.all) {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
      }
    }
  } catch (...) {
    return;  // what is left the next run removes
  }
}

void say(const std::string& sentence) noexcept {
  const char* const kStart = "boardpack: ";
  for (const std::string_view part : {std::string_view(kStart), std::string_view(sentence), std::string_view("\n")}) {
    static_cast<void>(!::write(STDERR_FILENO, part.data(), part.size()));
  }
}

/// Waits for the signals in a thread of its own, so that nothing has to be safe within a signal handler.
[[noreturn]] void watch(const sigset_t& signals, const std::string& words) {
  int signal = 0;
  while (::sigwait(&signals, &signal) != 0) {
  }
  asked_by = signal;
  const timespec grace{kGraceSeconds, 0};
  while (::sigtimedwait(&signals, nullptr, &grace) < 0) {
    if (errno == EINTR) {
      continue;
    }
    ending().lock();
    if (!finishes_despite_stops) {
      removeWorkingFolders();
      say(words);
      ::_exit(kSignalExit + signal);
    }
    ending().unlock();
  }
  ::_exit(kSignalExit + signal);
}

}  // namespace

void takeStopSignals(const std::string& words) {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : kSignals) {
    struct sigaction present {};
    // Whoever began the program with a signal ignored (nohup, a job in the background) goes on without it.
    if (::sigaction(signal, nullptr, &present) == 0 && present.sa_handler != SIG_IGN) {
      ::sigaddset(&signals, signal);
    }
  }
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  try {
    std::thread([signals, words] { watch(signals, words); }).detach();
  } catch (const std::system_error&) {
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);  // no thread is to be had: signals end the program as ever
  }
}

bool isStopping() { return asked_by != 0; }

void throwIfStopped() {
  if (isStopping()) {
    throw Stopped();
  }
}

int stopExitCode() { return kSignalExit + asked_by; }

void finishDespiteStops() {
  const std::lock_guard lock(ending());
  throwIfStopped();
  finishes_despite_stops = true;
}

WorkingFolder::WorkingFolder(fs::path folder) : folder_(std::move(folder)) {
  Folders& folders = workingFolders();
  const std::lock_guard lock(folders.mutex);
  folders.all.push_back(folder_);
}

WorkingFolder::~WorkingFolder() {
  Folders& folders = workingFolders();
  const std::lock_guard lock(folders.mutex);
  std::erase(folders.all, folder_);
}

void endAtOnce(int exit_code, const std::string& sentence) noexcept {
  ending().lock();
  removeWorkingFolders();
  say(sentence);
  ::_exit(exit_code);
}

}  // namespace boardpack::base
