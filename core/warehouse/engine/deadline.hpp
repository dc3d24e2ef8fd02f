#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace boardpack::warehouse {

/// Calls `stop` unless it is destroyed before `time` has passed or somebody asks the program to stop, and again until
/// it is destroyed; and `give_up` once when `time` has passed and that did not help within the `grace`. Neither is
/// called after the destructor.
class Deadline {
 public:
  static constexpr std::chrono::seconds kGrace{5};

  Deadline(std::chrono::milliseconds time, std::function<void()> stop, std::function<void()> give_up = {},
           std::chrono::milliseconds grace = kGrace);
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
