#include "statistics/limits/individuals.hpp"

#include "statistics/limits/special_causes.hpp"

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
      const bool are_equal = !isAbove(*values[i], *values[i - 1]) && !isAbove(*values[i - 1], *values[i]);
      ranges.push_back(are_equal ? 0.0 : std::abs(*values[i] - *values[i - 1]));
    }
  }
  return ranges;
}

double mean(std::span<const double> numbers) {
  double sum = 0;
  for (const double number : numbers) {
    sum += number;
  }
  return sum / static_cast<double>(numbers.size());
}

Process without(Process process, std::string reason, series::Symbol symbol) {
  process.available = false;
  process.reason = std::move(reason);
  process.symbol = symbol;
  return process;
}

}  // namespace

std::string tooLevelFor(std::span<const double> ranges) {
  const auto level = static_cast<std::size_t>(std::count(ranges.begin(), ranges.end(), 0.0));
  if (level == ranges.size()) {
    return "neighbouring months never differ";
  }
  return 2 * level > ranges.size() ? "most months are equal to the month before, so nothing tells how far they vary"
                                   : "";
}

double meanMovingRange(std::span<const double> ranges, bool screened) {
  const double unscreened = mean(ranges);
  if (!screened) {
    return unscreened;
  }
  const double bound = kScreenFactor * unscreened;
  std::vector<double> kept;
  std::copy_if(ranges.begin(), ranges.end(), std::back_inserter(kept), [&](double range) { return range < bound; });
  return kept.empty() ? unscreened : mean(kept);
}

Process processOf(Values values, bool screen_moving_ranges) {
  Process process;
  std::vector<double> present;
  for (const std::optional<double>& value : values) {
    if (value) {
      present.push_back(*value);
    }
  }
  process.points = present.size();
  if (present.empty()) {
    return without(std::move(process), "no month has a value", series::Symbol::NotAvailable);
  }
  const auto [lowest, highest] = std::minmax_element(present.begin(), present.end());
  process.no_variation = !isAbove(*highest, *lowest);
  process.mean = process.no_variation ? *lowest : mean(present);
  if (!process.no_variation) {
    const std::vector<double> ranges = movingRanges(values);
    if (ranges.empty()) {
      return without(std::move(process), "no two months in a row have a value", series::Symbol::NotAvailable);
    }
    const std::string too_level = tooLevelFor(ranges);
    if (!too_level.empty()) {
      // Not "not applicable": the level of the months is there to be told, and so is a change of it.
      return without(std::move(process), too_level, series::Symbol::NotAvailable);
    }
    process.moving_range = meanMovingRange(ranges, screen_moving_ranges);
  }
  process.available = true;
  return process;
}

series::Limits xmr(Values values, const XmrOptions& options) {
  const Process process = processOf(values, options.screen_moving_ranges);
  series::Limits limits;
  limits.rule_set = options.screen_moving_ranges ? kXmrRuleSet : kXmrRuleSetUnscreened;
  limits.points = process.points;
  limits.no_variation = process.no_variation;
  limits.mean = process.mean;
  limits.moving_range = process.moving_range;
  if (!process.available) {
    limits.reason = process.reason;
    limits.symbol = process.symbol;
    return limits;
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
