#include "statistics/control_limits.hpp"

#include "statistics/limits/individuals.hpp"
#include "statistics/limits/laney.hpp"
#include "statistics/limits/steps.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string_view>

namespace boardpack::statistics {

namespace {

using series::Cell;
using Values = std::vector<std::optional<double>>;

constexpr int kYear = 12;

series::Limits none(std::string reason, series::Symbol symbol) {
  series::Limits limits;
  limits.reason = std::move(reason);
  limits.symbol = symbol;
  limits.rule_set = kXmrRuleSet;
  return limits;
}

int daysIn(base::Month month) { return month.lastDay().day; }

/// The first month of the latest kLatestPoints that has a value.
std::size_t firstOf(const Values& values) {
  std::size_t first = values.size() > kLatestPoints ? values.size() - kLatestPoints : 0;
  while (first < values.size() && !values[first]) {
    ++first;
  }
  return first;
}

/// Whether what is counted is too little for limits.
bool isTooSmall(const series::Series& series, const std::vector<Cell>& cells, std::size_t first) {
  double total = 0;
  std::size_t counted = 0;
  for (std::size_t i = first; i < cells.size(); ++i) {
    const std::optional<double> count = cells[i].has() ? series::countBehind(series.info, cells[i]) : std::nullopt;
    total += count.value_or(0);
    counted += count ? 1 : 0;
  }
  return counted > 0 && total < kFewestAMonth * static_cast<double>(counted);
}

/// Nothing of a period that is not wholly in the series.
std::optional<IndexRange> indicesOf(const std::vector<base::Month>& months, const base::MonthRange& range) {
  if (range.first < months.front() || range.last > months.back()) {
    return std::nullopt;
  }
  return IndexRange{static_cast<std::size_t>(range.first - months.front()),
                    static_cast<std::size_t>(range.last - months.front())};
}

std::vector<std::optional<MonthlyShare>> sharesOf(const std::vector<Cell>& cells) {
  std::vector<std::optional<MonthlyShare>> shares;
  for (const Cell& cell : cells) {
    const std::optional<double> of = cell.effective_base ? cell.effective_base : cell.denominator;
    const bool has = cell.has() && of && *of > 0;
    shares.push_back(has ? std::optional(MonthlyShare{*cell.value, *of}) : std::nullopt);
  }
  return shares;
}

/// Whether the limits of the latest month come from the baseline.
bool isGoverned(const series::Limits& limits, const StepPlan& plan) {
  if (!limits.available || !plan.baseline || plan.stretches.empty()) {
    return false;
  }
  const Stretch& latest = plan.stretches.back();
  return latest.first <= plan.baseline->first && plan.baseline->last <= latest.last;
}

series::Limits byMethod(const series::Series& series, const std::vector<Cell>& cells, const Looked& looked,
                        const StepPlan& plan) {
  const series::LimitsSpec& spec = series.info.limits;
  const bool screen = spec.screen_moving_ranges;
  // A share's differences from a year before have no n of their own.
  if (spec.laney && series.info.nature.is_proportion && !looked.differences) {
    const std::vector<std::optional<MonthlyShare>> shares = sharesOf(cells);
    Values values;
    for (const std::optional<MonthlyShare>& share : shares) {
      values.push_back(share ? std::optional(share->percent) : std::nullopt);
    }
    series::Limits limits = limitsBySteps(values, plan, shareMethod(shares, true, screen), series.info.better);
    limits.rule_set = screen ? kLaneyRuleSet : kLaneyRuleSetUnscreened;
    return limits;
  }
  series::Limits limits = limitsBySteps(looked.values, plan, xmrMethod(looked.values, screen), series.info.better);
  limits.rule_set = screen ? kXmrRuleSet : kXmrRuleSetUnscreened;
  return limits;
}

}  // namespace

Looked monthsLookedAt(const series::Series& series, const series::GroupSeries& group) {
  const bool per_day = series.info.per_day && series.info.nature.grows_with_days;
  Looked looked{.values = {}, .at = per_day ? kMeanOfADay : "", .differences = false};
  const std::vector<Cell>& cells = group.in(series::Window::Month);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::optional<double> value = cells[i].value;
    if (value && per_day) {
      value = *value / daysIn(series.months[i]);
    }
    looked.values.push_back(value);
  }
  return looked;
}

Looked differencesOf(const Looked& months, const std::vector<Stretch>& stretches) {
  const bool per_day = months.at == std::string_view(kMeanOfADay);
  Looked looked{
      .values = Values(months.values.size()), .at = per_day ? kYearOnYearOfADay : kYearOnYear, .differences = true};
  for (const Stretch& stretch : stretches) {
    for (std::size_t i = stretch.first + kYear; i <= stretch.last && i < months.values.size(); ++i) {
      if (months.values[i] && months.values[i - kYear]) {
        looked.values[i] = *months.values[i] - *months.values[i - kYear];
      }
    }
  }
  return looked;
}

series::Limits limitsOf(const series::Series& series, const series::GroupSeries& group, const Looked& looked,
                        const std::vector<Stretch>& stretches) {
  if (!series.failure.empty()) {
    return none("the measure failed", series::Symbol::Failed);
  }
  const std::vector<Cell>& cells = group.in(series::Window::Month);
  if (cells.empty()) {
    return none("the measure has no monthly values", series::Symbol::NotApplicable);
  }
  if (!series.info.has(series::Window::Month)) {
    // Nobody could look at what such a verdict is about.
    return none("the measure shows no monthly values", series::Symbol::NotApplicable);
  }
  if (series.info.nature.is_order) {
    return none("states are words, not amounts", series::Symbol::NotApplicable);
  }
  if (series.info.nature.is_truth) {
    return none(series::kTruthReason, series::Symbol::NotApplicable);
  }
  const auto is_bounded = [](const Cell& cell) { return cell.has() && cell.bound != series::Bound::Exact; };
  if (std::any_of(cells.begin(), cells.end(), is_bounded)) {
    return none("not every month's figure is known exactly", series::Symbol::NotApplicable);
  }
  if (series.info.nature.months_overlap) {
    return none("neighbouring monthly values share months", series::Symbol::NotApplicable);
  }
  StepPlan plan{.stretches = stretches, .first = firstOf(looked.values), .baseline = std::nullopt};
  if (isTooSmall(series, cells, plan.first)) {
    return none("an average under " + base::formatNumber(kFewestAMonth) + " a month", series::Symbol::NotApplicable);
  }
  if (series.info.limits.baseline) {
    plan.baseline = indicesOf(series.months, *series.info.limits.baseline);
    if (!plan.baseline) {
      return none("the baseline, " + base::rangeInWords(*series.info.limits.baseline) + ", is not wholly in the series",
                  series::Symbol::NotAvailable);
    }
  }
  series::Limits limits = byMethod(series, cells, looked, plan);
  limits.looked_at = looked.at;
  if (isGoverned(limits, plan)) {
    limits.baseline = series.info.limits.baseline;
  }
  return limits;
}

std::optional<double> targetLookedAt(const series::MeasureInfo& info, const Looked& looked, base::Month month) {
  const std::optional<double> target = info.targetAt(month);
  if (!target || looked.differences) {
    return std::nullopt;
  }
  return looked.at == std::string_view(kMeanOfADay) ? *target / daysIn(month) : *target;
}

}  // namespace boardpack::statistics
