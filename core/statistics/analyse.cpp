#include "statistics/analyse.hpp"

#include "statistics/comparisons.hpp"
#include "statistics/xmr.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace boardpack::statistics {

namespace {

using series::Cell;

/// Cuts or lengthens the series so that its last month is the pack's.
void endWith(series::Series& series, base::Month month) {
  while (!series.months.empty() && series.months.back() > month) {
    series.months.pop_back();
  }
  const std::size_t known = series.months.size();
  if (series.months.empty()) {
    series.months.push_back(month);
  }
  while (series.months.back() < month) {
    series.months.push_back(series.months.back() + 1);
  }
  for (series::GroupSeries& group : series.groups) {
    for (std::vector<Cell>& cells : group.windows) {
      if (cells.empty()) {
        continue;
      }
      cells.resize(std::min(cells.size(), known));
      while (cells.size() < series.months.size()) {
        cells.push_back(
            Cell::missing(series::Symbol::NotAvailable, "no extract covers " + series.months[cells.size()].longName()));
      }
    }
  }
}

series::Limits none(std::string reason, series::Symbol symbol) {
  series::Limits limits;
  limits.reason = std::move(reason);
  limits.symbol = symbol;
  limits.rule_set = kXmrRuleSet;
  return limits;
}

series::Limits limitsOf(const series::Series& series, const series::GroupSeries& group) {
  if (!series.failure.empty()) {
    return none("the measure failed", series::Symbol::Failed);
  }
  const std::vector<Cell>& cells = group.in(series::Window::Month);
  if (cells.empty()) {
    return none("the measure has no monthly values", series::Symbol::NotApplicable);
  }
  std::size_t first = cells.size() > kLatestPoints ? cells.size() - kLatestPoints : 0;
  while (first < cells.size() && !cells[first].has()) {
    ++first;
  }
  std::vector<std::optional<double>> values;
  std::vector<double> counts;
  std::size_t present = 0;
  for (std::size_t i = first; i < cells.size(); ++i) {
    values.push_back(cells[i].value);
    present += cells[i].has() ? 1 : 0;
    const std::optional<double> count = cells[i].has() ? series::countBehind(series.info, cells[i]) : std::nullopt;
    if (count) {
      counts.push_back(*count);
    }
  }
  if (present < kFewestPoints) {
    return none("fewer than " + std::to_string(kFewestPoints) + " months with a value", series::Symbol::NotAvailable);
  }
  const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
  if (!counts.empty() && total < kFewestAMonth * static_cast<double>(counts.size())) {
    return none("an average under " + base::formatNumber(kFewestAMonth) + " a month", series::Symbol::NotApplicable);
  }
  series::Limits limits = xmr(values, XmrOptions{.screen_moving_ranges = true, .better = series.info.better});
  limits.first = first;
  return limits;
}

series::Variation latestVariation(const series::Limits& limits) {
  if (!limits.available || limits.classes.empty()) {
    return series::Variation::Unknown;
  }
  return limits.classes.back().variation;
}

}  // namespace

series::Analysed analyse(series::Series series, base::Month month, const Context& /*context*/) {
  endWith(series, month);
  series::Analysed analysed{.series = std::move(series), .groups = {}};
  const series::MeasureInfo& info = analysed.series.info;
  for (const series::GroupSeries& group : analysed.series.groups) {
    series::GroupAnalysis analysis;
    analysis.comparisons = comparisonsOf(analysed.series, group, month);
    analysis.limits = limitsOf(analysed.series, group);
    analysis.variation = latestVariation(analysis.limits);
    // A target for the force's count or sum is not one for its parts.
    if (group.isForce() || !info.adds_up) {
      analysis.assurance = assurance(analysis.limits, info.target, info.better);
    }
    analysed.groups.push_back(std::move(analysis));
  }
  return analysed;
}

}  // namespace boardpack::statistics
