#include "warehouse/deadline.hpp"

namespace boardpack::warehouse {

Deadline::Deadline(std::chrono::milliseconds time, std::function<void()> stop)
    : watch_([this, time, stop = std::move(stop)] {
        std::unique_lock lock(mutex_);
        if (!over_.wait_for(lock, time, [this] { return is_over_; })) {
          stop();
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
