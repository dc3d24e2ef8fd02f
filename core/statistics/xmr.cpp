#include "statistics/xmr.hpp"

#include "statistics/special_causes.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace boardpack::statistics {

namespace {

using Values = std::span<const std::optional<double>>;

std::vector<double> movingRanges(Values values) {
  std::vector<double> ranges;
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] && values[i - 1]) {
      ranges.push_back(std::abs(*values[i] - *values[i - 1]));
    }
  }
  return ranges;
}

double mean(const std::vector<double>& numbers) {
  double sum = 0;
  for (const double number : numbers) {
    sum += number;
  }
  return sum / static_cast<double>(numbers.size());
}

/// The mean after those not below 3.267 times the first mean were left out, once. Where that would leave ranges of 0
/// only (a series that changed once), none is left out: limits of no width would mark every point.
double screenedMean(const std::vector<double>& ranges) {
  const double unscreened = mean(ranges);
  const double bound = kScreenFactor * unscreened;
  std::vector<double> kept;
  std::copy_if(ranges.begin(), ranges.end(), std::back_inserter(kept), [&](double range) { return range < bound; });
  const double screened = kept.empty() ? 0.0 : mean(kept);
  return screened > 0 ? screened : unscreened;
}

series::Limits withoutLimits(series::Limits limits, std::string reason, series::Symbol symbol) {
  limits.available = false;
  limits.reason = std::move(reason);
  limits.symbol = symbol;
  return limits;
}

}  // namespace

series::Limits xmr(Values values, const XmrOptions& options) {
  series::Limits limits;
  limits.rule_set = options.screen_moving_ranges ? kXmrRuleSet : kXmrRuleSetUnscreened;

  std::vector<double> present;
  for (const std::optional<double>& value : values) {
    if (value) {
      present.push_back(*value);
    }
  }
  limits.points = present.size();
  if (present.empty()) {
    return withoutLimits(std::move(limits), "no month has a value", series::Symbol::NotAvailable);
  }

  const auto [lowest, highest] = std::minmax_element(present.begin(), present.end());
  limits.no_variation = !isAbove(*highest, *lowest);
  limits.mean = limits.no_variation ? *lowest : mean(present);
  const std::vector<double> ranges = movingRanges(values);
  if (!limits.no_variation) {
    if (ranges.empty()) {
      return withoutLimits(std::move(limits), "no two months in a row have a value", series::Symbol::NotAvailable);
    }
    limits.moving_range = options.screen_moving_ranges ? screenedMean(ranges) : mean(ranges);
    if (!(limits.moving_range > 0)) {
      return withoutLimits(std::move(limits), "neighbouring months never differ", series::Symbol::NotApplicable);
    }
  }

  limits.available = true;
  limits.lower = limits.mean - kLimitFactor * limits.moving_range;
  limits.upper = limits.mean + kLimitFactor * limits.moving_range;
  limits.near_lower = limits.mean - kNearFactor * limits.moving_range;
  limits.near_upper = limits.mean + kNearFactor * limits.moving_range;
  limits.classes = classify(values, limits, options.better);
  return limits;
}

series::Assurance assurance(const series::Limits& limits, const std::optional<double>& target, series::Better better) {
  if (!limits.available || !target || better == series::Better::Neither) {
    return series::Assurance::None;
  }
  const bool higher_is_better = better == series::Better::Higher;
  if (isAbove(*target, limits.upper)) {
    return higher_is_better ? series::Assurance::ConsistentlyFailing : series::Assurance::ConsistentlyPassing;
  }
  if (isAbove(limits.lower, *target)) {
    return higher_is_better ? series::Assurance::ConsistentlyPassing : series::Assurance::ConsistentlyFailing;
  }
  return series::Assurance::HitAndMiss;
}

}  // namespace boardpack::statistics
