#include "statistics/limits/steps.hpp"

#include "statistics/limits/individuals.hpp"

#include <algorithm>

namespace boardpack::statistics {

namespace {

using Values = std::span<const std::optional<double>>;

std::size_t presentIn(Values values, const IndexRange& range) {
  const std::size_t end = std::min(range.last + 1, values.size());
  std::size_t present = 0;
  for (std::size_t i = range.first; i < end; ++i) {
    present += values[i] ? 1 : 0;
  }
  return present;
}

StretchLimits without(std::string reason, series::Symbol symbol) {
  StretchLimits limits;
  limits.reason = std::move(reason);
  limits.symbol = symbol;
  return limits;
}

bool lieIn(const IndexRange& inner, const Stretch& outer) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

bool governs(const StepPlan& plan, const Stretch& stretch) { return plan.baseline && lieIn(*plan.baseline, stretch); }

/// Whether a break falls into the baseline.
bool isCut(const StepPlan& plan) {
  return plan.baseline && std::none_of(plan.stretches.begin(), plan.stretches.end(),
                                       [&](const Stretch& stretch) { return governs(plan, stretch); });
}

std::string tooFew(std::size_t fewest, const std::string& because) {
  std::string reason = "fewer than " + std::to_string(fewest) + " months with a value";
  return because.empty() ? reason : reason + " since limits begin anew (" + because + ")";
}

StretchLimits limitsOfStretch(Values values, const StepPlan& plan, const StretchMethod& method,
                              const Stretch& stretch) {
  const IndexRange judged{std::max(stretch.first, plan.first), stretch.last};
  const bool has_baseline = governs(plan, stretch);
  const IndexRange from = has_baseline ? *plan.baseline : judged;
  const bool is_whole = plan.stretches.size() == 1;
  const std::size_t fewest = is_whole || has_baseline ? kFewestPoints : kFewestTrialPoints;
  const std::size_t points = presentIn(values, from);
  if (points < fewest) {
    return without(has_baseline ? "the baseline has " + tooFew(fewest, "") : tooFew(fewest, stretch.because),
                   series::Symbol::NotAvailable);
  }
  StretchLimits limits = method(judged, from);
  limits.step.first = judged.first;
  limits.step.last = judged.last;
  limits.step.points = points;
  limits.step.trial = points < kFewestPoints;
  limits.step.because = stretch.because;
  return limits;
}

void judge(Values values, const StretchLimits& stretch, series::Better better, series::Limits& limits) {
  const IndexRange range{stretch.step.first, stretch.step.last};
  const Values judged = values.subspan(range.first, range.last - range.first + 1);
  const std::vector<series::PointClass> points = classify(judged, stretch.bounds, stretch.no_variation, better);
  std::copy(points.begin(), points.end(),
            limits.classes.begin() + static_cast<std::ptrdiff_t>(range.first - limits.first));
}

void takeNumbers(const StretchLimits& latest, series::Limits& limits) {
  limits.available = latest.available;
  limits.reason = latest.reason;
  limits.symbol = latest.symbol;
  limits.no_variation = latest.no_variation;
  limits.mean = latest.step.mean;
  limits.moving_range = latest.step.moving_range;
  limits.lower = latest.step.lower;
  limits.upper = latest.step.upper;
  limits.near_lower = latest.step.near_lower;
  limits.near_upper = latest.step.near_upper;
}

}  // namespace

series::Limits limitsBySteps(Values values, const StepPlan& plan, const StretchMethod& method, series::Better better) {
  series::Limits limits;
  limits.first = plan.first;
  limits.points = plan.first < values.size() ? presentIn(values, {plan.first, values.size() - 1}) : 0;
  if (isCut(plan)) {
    takeNumbers(without("a break cuts the baseline", series::Symbol::NotApplicable), limits);
    return limits;
  }
  // Months of no stretch and of stretches without limits stay unknown.
  limits.classes.assign(values.size() - std::min(plan.first, values.size()),
                        series::PointClass{.variation = series::Variation::Unknown});
  StretchLimits latest = without(tooFew(kFewestPoints, ""), series::Symbol::NotAvailable);
  for (const Stretch& stretch : plan.stretches) {
    if (stretch.last < plan.first) {
      continue;
    }
    latest = limitsOfStretch(values, plan, method, stretch);
    if (latest.available) {
      judge(values, latest, better, limits);
      limits.steps.push_back(latest.step);
    }
  }
  takeNumbers(latest, limits);
  if (!limits.available) {
    limits.classes.clear();
  }
  return limits;
}

StretchMethod xmrMethod(Values values, bool screen_moving_ranges) {
  return [values, screen_moving_ranges](const IndexRange& judged, const IndexRange& from) {
    const auto part = [&](const IndexRange& range) {
      return values.subspan(range.first, range.last - range.first + 1);
    };
    const Process process = processOf(part(from), screen_moving_ranges);
    if (!process.available) {
      return without(process.reason, process.symbol);
    }
    StretchLimits limits;
    limits.no_variation = process.no_variation;
    if (process.no_variation) {
      const auto differs = [&](const std::optional<double>& value) {
        return value && (isAbove(*value, process.mean) || isAbove(process.mean, *value));
      };
      const Values all = part(judged);
      if (std::any_of(all.begin(), all.end(), differs)) {
        return without("the months of the baseline never differ", series::Symbol::NotApplicable);
      }
    }
    limits.available = true;
    series::LimitsStep& step = limits.step;
    step.mean = process.mean;
    step.moving_range = process.moving_range;
    step.lower = step.mean - kLimitFactor * step.moving_range;
    step.upper = step.mean + kLimitFactor * step.moving_range;
    step.near_lower = step.mean - kNearFactor * step.moving_range;
    step.near_upper = step.mean + kNearFactor * step.moving_range;
    limits.bounds.assign(judged.last - judged.first + 1, Bounds{.centre = step.mean,
                                                                .lower = step.lower,
                                                                .upper = step.upper,
                                                                .near_lower = step.near_lower,
                                                                .near_upper = step.near_upper});
    return limits;
  };
}

}  // namespace boardpack::statistics
