#include "statistics/limits/laney.hpp"

#include "statistics/limits/individuals.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::statistics {

namespace {

using Shares = std::vector<std::optional<MonthlyShare>>;

constexpr double kLimitSds = 3.0;
constexpr double kNearSds = 2.0;
constexpr double kPercent = 100.0;

double centreOf(const Shares& shares, const IndexRange& range) {
  double met = 0;
  double of = 0;
  for (std::size_t i = range.first; i <= range.last; ++i) {
    if (shares[i]) {
      met += shares[i]->percent * shares[i]->of;
      of += shares[i]->of;
    }
  }
  return met / of;
}

/// Of a month of the size `of`, in per cent.
double deviation(double centre, double of) { return std::sqrt(centre * (kPercent - centre) / of); }

std::vector<double> rangesOfZ(const Shares& shares, const IndexRange& range, double centre) {
  const auto z = [&](const MonthlyShare& share) { return (share.percent - centre) / deviation(centre, share.of); };
  std::vector<double> ranges;
  for (std::size_t i = range.first + 1; i <= range.last; ++i) {
    if (shares[i] && shares[i - 1]) {
      const double apart = std::abs(z(*shares[i]) - z(*shares[i - 1]));
      ranges.push_back(apart > kEqualWithin ? apart : 0.0);
    }
  }
  return ranges;
}

StretchLimits without(std::string reason, series::Symbol symbol) {
  StretchLimits limits;
  limits.reason = std::move(reason);
  limits.symbol = symbol;
  return limits;
}

Bounds boundsAt(double centre, double sd) {
  const auto cut = [](double value) { return std::clamp(value, 0.0, kPercent); };
  return {.centre = centre,
          .lower = cut(centre - kLimitSds * sd),
          .upper = cut(centre + kLimitSds * sd),
          .near_lower = cut(centre - kNearSds * sd),
          .near_upper = cut(centre + kNearSds * sd)};
}

void takeNumbers(const Bounds& bounds, series::LimitsStep& step) {
  step.mean = bounds.centre;
  step.lower = bounds.lower;
  step.upper = bounds.upper;
  step.near_lower = bounds.near_lower;
  step.near_upper = bounds.near_upper;
}

/// Of a centre of 0 or 100%: the limits are the centre, and any other value cannot be judged.
StretchLimits constantLimits(const Shares& shares, const IndexRange& judged, double centre) {
  for (std::size_t i = judged.first; i <= judged.last; ++i) {
    if (shares[i] && (isAbove(shares[i]->percent, centre) || isAbove(centre, shares[i]->percent))) {
      return without("the months of the baseline never differ", series::Symbol::NotApplicable);
    }
  }
  StretchLimits limits;
  limits.available = true;
  limits.no_variation = true;
  limits.bounds.assign(judged.last - judged.first + 1, boundsAt(centre, 0));
  takeNumbers(limits.bounds.front(), limits.step);
  limits.step.lower_by_month.assign(limits.bounds.size(), centre);
  limits.step.upper_by_month = limits.step.lower_by_month;
  return limits;
}

}  // namespace

StretchMethod shareMethod(const Shares& shares, bool laney, bool screen_moving_ranges) {
  return [&shares, laney, screen_moving_ranges](const IndexRange& judged, const IndexRange& from) {
    const double centre = centreOf(shares, from);
    if (!isAbove(centre, 0) || !isAbove(kPercent, centre)) {
      return constantLimits(shares, judged, centre);
    }
    StretchLimits limits;
    double widening = 1;
    if (laney) {
      const std::vector<double> ranges = rangesOfZ(shares, from, centre);
      if (ranges.empty()) {
        return without("no two months in a row have a value", series::Symbol::NotAvailable);
      }
      const std::string too_level = tooLevelFor(ranges);
      if (!too_level.empty()) {
        return without(too_level, series::Symbol::NotAvailable);
      }
      limits.step.moving_range = meanMovingRange(ranges, screen_moving_ranges);
      widening = limits.step.moving_range / kMovingRangePerSd;
    }
    limits.available = true;
    // A month without a value has the limits of the month before it, the first ones those of the first value.
    std::optional<double> of;
    for (std::size_t i = judged.first; i <= judged.last && !of; ++i) {
      of = shares[i] ? std::optional(shares[i]->of) : std::nullopt;
    }
    for (std::size_t i = judged.first; i <= judged.last; ++i) {
      of = shares[i] ? shares[i]->of : of;
      const Bounds bounds = boundsAt(centre, widening * deviation(centre, of.value_or(1)));
      limits.bounds.push_back(bounds);
      limits.step.lower_by_month.push_back(bounds.lower);
      limits.step.upper_by_month.push_back(bounds.upper);
    }
    takeNumbers(limits.bounds.back(), limits.step);
    return limits;
  };
}

}  // namespace boardpack::statistics
