#include "chart/parts/scale.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace boardpack::chart {

namespace {

/// A step of `tens`/10 times ten to the power of `power`.
struct Step {
  int tens = 10;
  int power = 0;
  double of(double index) const {
    // Divided by a whole number rather than multiplied by a fraction: 3 × 0.1 must be 0.3.
    const double whole = index * tens;
    return power > 0 ? whole * std::pow(10.0, power - 1) : whole / std::pow(10.0, 1 - power);
  }
  int decimals() const { return std::max(0, -power + (tens % 10 == 0 ? 0 : 1)); }
};

bool isMultiple(double step, double of) {
  if (of <= 0) {
    return true;
  }
  const double times = step / of;
  return times > 0.5 && std::abs(times - std::round(times)) < 1e-6 * times;
}

Step niceStep(double rough, double smallest_step) {
  constexpr std::array<int, 4> kTens{10, 20, 25, 50};
  const int start = static_cast<int>(std::floor(std::log10(rough))) - 1;
  for (int power = start; power < start + 40; ++power) {
    for (const int tens : kTens) {
      const Step step{tens, power};
      if (step.of(1) >= rough * 0.999999 && isMultiple(step.of(1), smallest_step)) {
        return step;
      }
    }
  }
  return Step{10, start + 2};
}

}  // namespace

void Extent::add(double value) {
  if (!std::isfinite(value)) {
    return;
  }
  low_ = low_ ? std::min(*low_, value) : value;
  high_ = high_ ? std::max(*high_, value) : value;
}

void Extent::add(const std::optional<double>& value) {
  if (value) {
    add(*value);
  }
}

Ticks niceTicks(double low, double high, int wanted, double smallest_step) {
  if (!(high > low)) {
    high = low + std::max(1.0, std::abs(low));
  }
  const double rough = std::max((high - low) / std::max(1, wanted - 1), smallest_step);
  const Step step = niceStep(rough, smallest_step);
  // The slack keeps a value that is a tick already from adding another.
  const double first = std::floor(low / step.of(1) + 1e-9);
  const double last = std::max(std::ceil(high / step.of(1) - 1e-9), first + 1);
  Ticks ticks;
  ticks.decimals = step.decimals();
  for (double index = first; index <= last; index += 1) {
    ticks.values.push_back(step.of(index));
  }
  return ticks;
}

Ticks barTicks(const Extent& extent, int wanted, double smallest_step) {
  return niceTicks(std::min(0.0, extent.low()), std::max(0.0, extent.high()), wanted, smallest_step);
}

Ticks lineTicks(const Extent& extent, int wanted, double smallest_step) {
  const double spread = extent.high() - extent.low();
  const bool near_zero = extent.low() <= 0 || extent.low() <= extent.high() * 0.5;
  if (near_zero || spread <= 0) {
    return barTicks(extent, wanted, smallest_step);
  }
  return niceTicks(extent.low() - spread * 0.05, extent.high() + spread * 0.05, wanted, smallest_step);
}

bool startsAtZero(const Ticks& ticks) { return ticks.first() <= 0; }

}  // namespace boardpack::chart
