#pragma once
#include "paper/pack.hpp"

#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace boardpack::test {

inline constexpr base::Month kLast{2025, 12};
inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

using ValueOf = std::function<double(int)>;

/// A group whose monthly value in month i (0 the first) is `value(i)`; kMissing for none. Rolling totals are added up.
series::GroupSeries madeGroup(const std::string& breakdown, const std::string& name, int months, const ValueOf& value);

/// A measure named "made" that ends in December 2025: the force, then groups of the breakdown "part". Comparisons of
/// the rolling total and limits that a chart can show, without the statistics behind them.
series::Analysed madeMeasure(int months, const ValueOf& force, const std::vector<std::string>& names,
                             const std::function<double(std::size_t, int)>& part);

/// A pack of that measure with one chart of the kind, whose id is "made.chart". Where the kind sets forces side by
/// side, each group of a measure without peers is one.
paper::Pack madePack(series::Analysed measure, series::ChartKind kind, int months = 36);

/// The same numbers on every machine, between 0 and 1.
class Numbers {
 public:
  explicit Numbers(unsigned seed) : state_(seed) {}
  double next() {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) / 16777216.0;
  }

 private:
  unsigned state_;
};

}  // namespace boardpack::test
