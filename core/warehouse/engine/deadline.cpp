#include "warehouse/engine/deadline.hpp"

#include "base/stop.hpp"

#include <optional>
#include <utility>

namespace boardpack::warehouse {
namespace {

constexpr std::chrono::milliseconds kLook{50};

}  // namespace

Deadline::Deadline(std::chrono::milliseconds time, std::function<void()> stop, std::function<void()> give_up,
                   std::chrono::milliseconds grace)
    : watch_([this, time, stop = std::move(stop), give_up = std::move(give_up), grace]() mutable {
        using Clock = std::chrono::steady_clock;
        std::unique_lock lock(mutex_);
        const Clock::time_point ends = Clock::now() + time;
        std::optional<Clock::time_point> last;
        while (!over_.wait_for(lock, kLook, [this] { return is_over_; })) {
          const bool is_late = Clock::now() >= ends;
          if (!is_late && !base::isStopping()) {
            continue;
          }
          stop();
          last = last.value_or(Clock::now() + grace);
          // Who asked the program to stop has it ended in any case.
          if (is_late && give_up && Clock::now() >= *last) {
            std::exchange(give_up, nullptr)();
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
