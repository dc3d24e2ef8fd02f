#include "statistics/analyse.hpp"

#include "series/breaks.hpp"
#include "statistics/change/changes_across_breaks.hpp"
#include "statistics/change/contribution.hpp"
#include "statistics/change/significance.hpp"
#include "statistics/comparisons.hpp"
#include "statistics/control_limits.hpp"
#include "statistics/estimate/gapless_run.hpp"
#include "statistics/estimate/intervals.hpp"
#include "statistics/estimate/stretches.hpp"
#include "statistics/limits/individuals.hpp"
#include "statistics/peers/funnel_limits.hpp"
#include "statistics/trend/course.hpp"
#include "statistics/trend/season.hpp"

#include <algorithm>
#include <span>

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
            Cell::missing(series::Symbol::NotAvailable, series::uncoveredReason(series, series.months[cells.size()])));
      }
    }
  }
}

series::Variation latestVariation(const series::Limits& limits) {
  if (!limits.available || limits.classes.empty()) {
    return series::Variation::Unknown;
  }
  return limits.classes.back().variation;
}

/// What the limits promise of the target that holds in the latest month; nothing when that month is judged by none.
series::Assurance assuranceOf(const series::MeasureInfo& info, const series::GroupAnalysis& analysis,
                              const Looked& looked, base::Month month, std::size_t index) {
  if (!analysis.limits.available || analysis.limits.stepAt(index) == nullptr) {
    return series::Assurance::None;
  }
  return assurance(analysis.limits, targetLookedAt(info, looked, month), info.better);
}

/// Judges the changes, and forbids those across a break.
void judgeChanges(const series::Series& series, const series::GroupSeries& group, const GroupSpread& spread,
                  base::Month month, std::vector<series::Comparison>& comparisons) {
  for (series::Comparison& comparison : comparisons) {
    const Cell now = series.at(group, comparison.window, month);
    comparison.significance = significanceOf(series, spread, now, comparison);
    forbidAcrossBreaks(series, group, comparison);
  }
}

/// The season of the months since the latest break or step: a step within a year looks like one, and the differences
/// that a season asks for would leave little of the months around it.
series::Season seasonSince(const Looked& looked, const std::vector<Stretch>& stretches) {
  std::span<const std::optional<double>> months(looked.values);
  const std::size_t first = stretches.empty() ? 0 : std::min(stretches.back().first, months.size());
  series::Season season = seasonOf(months.subspan(first));
  if (first > 0 && season.reason == kTooFewOnEnd) {
    season.reason += " since the latest break or step";
  }
  return season;
}

series::GroupAnalysis analysisOf(const series::Series& series, const series::GroupSeries& group, base::Month month,
                                 const Published& published) {
  series::GroupAnalysis analysis;
  const std::vector<Stretch> stretches = stretchesOf(series, series::breaksOf(series, group));
  Looked looked = monthsLookedAt(series, group);
  if (series.info.nature.is_order) {
    // Places in a list: nothing but their order has a meaning.
    analysis.comparisons = comparisonsOf(series, group, month, published);
    analysis.limits = limitsOf(series, group, looked, stretches);
    return analysis;
  }
  analysis.season = seasonSince(looked, stretches);
  if (analysis.season.strong) {
    looked = differencesOf(looked, stretches);
  }
  analysis.comparisons = comparisonsOf(series, group, month, published);
  // A step that the script sets for limits is no break: the spread steps there, comparisons are not forbidden.
  GroupSpread spread = spreadOf(series, group, stretches);
  spread.has_season = analysis.season.strong;
  judgeChanges(series, group, spread, month, analysis.comparisons);
  analysis.limits = limitsOf(series, group, looked, stretches);
  for (const series::Window window : series::kAllWindows) {
    if (series.info.has(window)) {
      const Cell latest = series.at(group, window, month);
      analysis.intervals[static_cast<std::size_t>(window)] = intervalOf(series.info, latest, spread.spread);
    }
  }
  analysis.variation = latestVariation(analysis.limits);
  addCourse(series, group, month, analysis);
  // A target for the force's count or sum is not one for its parts.
  if (group.isForce() || !series.info.nature.adds_up) {
    analysis.assurance = assuranceOf(series.info, analysis, looked, month, series.months.size() - 1);
  }
  return analysis;
}

}  // namespace

series::Analysed analyse(series::Series series, base::Month pack_month, const Context& context) {
  const base::Month month = series.toldFor(pack_month);
  endWith(series, month);
  const Published published(context.published, series.info.name);
  published.markRevised(series);
  series::Analysed analysed{.series = std::move(series), .groups = {}};
  analysed.groups.reserve(analysed.series.groups.size());
  for (const series::GroupSeries& group : analysed.series.groups) {
    analysed.groups.push_back(analysisOf(analysed.series, group, month, published));
  }
  analysed.contributions = contributionsOf(analysed, month);
  if (analysed.series.failure.empty()) {
    analysed.funnel = funnelOf(analysed.series, month);
  }
  return analysed;
}

}  // namespace boardpack::statistics
