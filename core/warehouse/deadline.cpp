#include "warehouse/deadline.hpp"

#include "base/stop.hpp"

namespace boardpack::warehouse {
namespace {

constexpr std::chrono::milliseconds kLook{50};

}  // namespace

Deadline::Deadline(std::chrono::milliseconds time, std::function<void()> stop)
    : watch_([this, time, stop = std::move(stop)] {
        std::unique_lock lock(mutex_);
        const auto ends = std::chrono::steady_clock::now() + time;
        while (!over_.wait_for(lock, kLook, [this] { return is_over_; })) {
          if (base::isStopping() || std::chrono::steady_clock::now() >= ends) {
            stop();
          }
        }
      }) {}

Deadline::~Deadline() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  over_.notify_one();
  watch_.join();
}

}  // namespace boardpack::warehouse
