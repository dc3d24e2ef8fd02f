#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace boardpack::warehouse {

/// Calls `stop` unless it is destroyed before `time` has passed or somebody asks the program to stop, and again until
/// it is destroyed; `stop` is never called after the destructor.
class Deadline {
 public:
  Deadline(std::chrono::milliseconds time, std::function<void()> stop);
  ~Deadline();
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

 private:
  std::mutex mutex_;
  std::condition_variable over_;
  bool is_over_ = false;
  std::thread watch_;
};

}  // namespace boardpack::warehouse
