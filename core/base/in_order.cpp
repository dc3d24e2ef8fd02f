#include "base/in_order.hpp"

#include "base/stop.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace boardpack::base {
namespace {

enum class State { Waiting, Done, Failed };

/// What the workers and the caller share.
struct Progress {
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t next = 0;
  bool stop = false;
  std::vector<State> states;
  std::vector<std::exception_ptr> errors;
};

void doWork(Progress& progress, std::size_t worker, const std::function<void(std::size_t, std::size_t)>& work) {
  for (;;) {
    std::size_t index = 0;
    {
      const std::lock_guard lock(progress.mutex);
      if (progress.stop || progress.next == progress.states.size()) {
        return;
      }
      index = progress.next++;
    }
    std::exception_ptr error;
    try {
      throwIfStopped();
      work(index, worker);
    } catch (...) {
      error = std::current_exception();
    }
    {
      const std::lock_guard lock(progress.mutex);
      progress.states[index] = error ? State::Failed : State::Done;
      progress.errors[index] = error;
      progress.stop = progress.stop || error;
    }
    progress.changed.notify_one();
  }
}

}  // namespace

void inOrder(std::size_t count, std::size_t workers, const std::function<void(std::size_t, std::size_t)>& work,
             const std::function<void(std::size_t)>& done) {
  Progress progress;
  progress.states.assign(count, State::Waiting);
  progress.errors.resize(count);
  // Ends the threads whatever `done` throws.
  struct Threads {
    Progress& progress;
    std::vector<std::thread> all;
    ~Threads() {
      {
        const std::lock_guard lock(progress.mutex);
        progress.stop = true;
      }
      for (std::thread& thread : all) {
        thread.join();
      }
    }
  } threads{progress, {}};
  for (std::size_t worker = 0; worker < workers && worker < count; ++worker) {
    threads.all.emplace_back([&progress, &work, worker] { doWork(progress, worker, work); });
  }
  for (std::size_t index = 0; index < count; ++index) {
    {
      std::unique_lock lock(progress.mutex);
      progress.changed.wait(lock, [&] { return progress.states[index] != State::Waiting; });
      if (progress.states[index] == State::Failed) {
        std::rethrow_exception(progress.errors[index]);
      }
    }
    done(index);
  }
}

}  // namespace boardpack::base
