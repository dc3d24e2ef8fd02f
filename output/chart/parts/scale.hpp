#pragma once
#include <optional>
#include <vector>

namespace boardpack::chart {

/// Values to pixels, straight.
struct LinearScale {
  double from = 0, to = 1;        ///< values
  double at_from = 0, at_to = 1;  ///< pixels
  double operator()(double value) const { return at_from + (value - from) / (to - from) * (at_to - at_from); }
};

/// Round numbers that span the values: 1, 2, 2.5 or 5 times a power of ten apart.
struct Ticks {
  std::vector<double> values;  ///< two at least, rising; the axis runs from the first to the last
  int decimals = 0;            ///< that their labels need
  double first() const { return values.front(); }
  double last() const { return values.back(); }
};

/// Smallest and largest of what must be seen on an axis; not-numbers are left out.
class Extent {
 public:
  void add(double value);
  void add(const std::optional<double>& value);
  bool empty() const { return !low_.has_value(); }
  double low() const { return low_.value_or(0); }
  double high() const { return high_.value_or(0); }

 private:
  std::optional<double> low_;
  std::optional<double> high_;
};

/// Ticks from `low` to `high`, about `wanted` of them, never closer than `smallest_step`.
Ticks niceTicks(double low, double high, int wanted, double smallest_step);
/// For bars and columns: 0 is always on the axis.
Ticks barTicks(const Extent& extent, int wanted, double smallest_step);
/// For lines: from 0 when the lowest value is at most half the highest; else round the values, so that change is seen.
Ticks lineTicks(const Extent& extent, int wanted, double smallest_step);
bool startsAtZero(const Ticks& ticks);

}  // namespace boardpack::chart
