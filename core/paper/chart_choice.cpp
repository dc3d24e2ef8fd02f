#include "paper/pack.hpp"

#include "base/text.hpp"
#include "findings/chart_facts.hpp"
#include "findings/chart_words.hpp"
#include "paper/chart_groups.hpp"

#include <algorithm>
#include <set>

namespace boardpack::paper {

namespace {

using series::ChartKind;
using series::Window;

constexpr std::size_t kFewestValues = 2;

std::string idOf(const series::MeasureInfo& info, const series::ChartSpec& spec) {
  switch (spec.kind) {
    case ChartKind::Xmr:
      return info.name;
    case ChartKind::MrtAgainstYear:
      return info.name + ".mrt";
    case ChartKind::ChangeByGroup:
      return info.name + "." + spec.breakdown + "-change";
    case ChartKind::StackedColumns:
    case ChartKind::SmallMultiples:
      return info.name + "." + spec.breakdown;
    case ChartKind::Funnel:
      return info.name + (spec.breakdown.empty() ? "" : "." + spec.breakdown) + ".funnel";
  }
  return info.name;
}

constexpr int kYear = 12;
constexpr int kMostColumns = 24;  ///< stacked columns that can be told apart

/// Two years of rolling totals when each month of them has one a year before too, else one year: a second line that
/// begins half way would look like a change.
int rollingMonths(const series::Analysed& measure, base::Month month) {
  for (int back = 0; back < 2 * kYear; ++back) {
    if (!measure.series.at(measure.series.force(), Window::Mrt, month - back - kYear).has()) {
      return kYear;
    }
  }
  return 2 * kYear;
}

/// Months of the axis: the latest `spec.months`, from the first in which anything drawn has a value.
base::MonthRange shownOf(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month) {
  if (spec.kind == ChartKind::Funnel) {
    return findings::funnelPeriod(measure, spec, month);
  }
  const Window window = spec.kind == ChartKind::MrtAgainstYear ? Window::Mrt : Window::Month;
  const bool by_group = spec.kind == ChartKind::StackedColumns || spec.kind == ChartKind::SmallMultiples;
  std::vector<const series::GroupSeries*> drawn{&measure.series.force()};
  if (by_group) {
    drawn = measure.series.groupsOf(spec.breakdown);
    std::erase_if(drawn, [&](const series::GroupSeries* group) { return !measure.series.isWorthDrawing(*group); });
  }
  int most = std::max(spec.months, 1);
  if (spec.kind == ChartKind::MrtAgainstYear) {
    most = std::min(most, rollingMonths(measure, month));
  } else if (spec.kind == ChartKind::StackedColumns) {
    most = std::min(most, kMostColumns);
  }
  base::MonthRange shown{month - (most - 1), month};
  const auto has = [&](base::Month of) {
    return std::any_of(drawn.begin(), drawn.end(),
                       [&](const series::GroupSeries* group) { return measure.series.at(*group, window, of).has(); });
  };
  while (shown.first < shown.last && !has(shown.first)) {
    shown.first = shown.first + 1;
  }
  return shown;
}

std::size_t valuesIn(const series::Analysed& measure, const series::GroupSeries& group, Window window,
                     const base::MonthRange& shown) {
  const auto extremes = findings::extremesOf(measure.series, group, window, shown);
  return extremes ? extremes->count : 0;
}

std::string funnelHindrance(const series::Analysed& measure, const series::ChartSpec& spec) {
  if (spec.breakdown.empty()) {
    if (!measure.peers) {
      return "the measure is not set beside other forces";
    }
    if (!measure.peers->available) {
      return measure.peers->reason;
    }
    if (!measure.peers->publishable) {
      return "the other forces' figures are not for publication";
    }
  }
  const series::Funnel* funnel = findings::funnelOf(measure, spec);
  if (funnel == nullptr) {
    return "the areas have no figure";
  }
  return funnel->points.empty() ? funnel->reason : "";
}

/// Why the chart cannot be drawn, a clause; "" when it can.
std::string hindrance(const series::Analysed& measure, const Chart& chart) {
  const series::Series& series = measure.series;
  if (!series.failure.empty()) {
    return "the measure failed";
  }
  const bool is_refused =
      std::any_of(series.refused.begin(), series.refused.end(),
                  [&](const series::RefusedBreakdown& refused) { return refused.breakdown == chart.spec.breakdown; });
  if (is_refused) {
    return "the breakdown has too many groups to be shown";
  }
  switch (chart.spec.kind) {
    case ChartKind::Xmr:
      if (valuesIn(measure, series.force(), Window::Month, chart.shown) < kFewestValues) {
        return "fewer than two months have a value";
      }
      return "";
    case ChartKind::MrtAgainstYear:
      if (!series.info.has(Window::Mrt)) {
        return "the measure has no 12-month figure";
      }
      if (valuesIn(measure, series.force(), Window::Mrt, chart.shown) < kFewestValues) {
        return "a 12-month figure needs 12 months of data, and fewer than two months have one";
      }
      return "";
    case ChartKind::ChangeByGroup:
      if (!series.info.has(Window::Mrt)) {
        return "the measure has no 12-month figure";
      }
      if (chart.groups.empty()) {
        return "a change on the 12 months before needs 24 months of data";
      }
      return "";
    case ChartKind::Funnel:
      return funnelHindrance(measure, chart.spec);
    case ChartKind::StackedColumns:
    case ChartKind::SmallMultiples:
      break;
  }
  const bool any = std::any_of(chart.groups.begin(), chart.groups.end(), [&](const std::string& group) {
    return valuesIn(measure, *series.find(chart.spec.breakdown, group), Window::Month, chart.shown) >= kFewestValues;
  });
  if (!any) {
    return chart.groups.empty() ? "there is no group to draw" : "no group has a value in two months";
  }
  return "";
}

/// The kind, the months and the groups of a chart, from its `spec` as declared.
void decideGroups(const series::Analysed& measure, base::Month month, Chart& chart) {
  chart.shown = shownOf(measure, chart.spec, month);
  ChartGroups groups = groupsOf(measure, chart.spec, chart.shown);
  if (chart.spec.kind == ChartKind::StackedColumns && !canStack(measure, groups, chart.spec.breakdown, chart.shown)) {
    chart.spec.kind = ChartKind::SmallMultiples;
    chart.shown = shownOf(measure, chart.spec, month);
    groups = groupsOf(measure, chart.spec, chart.shown);
  }
  chart.groups = std::move(groups.drawn);
  chart.groups_in_all = groups.in_all;
  if (chart.spec.kind == ChartKind::ChangeByGroup) {
    chart.groups_without_change = groups.in_all - findings::changesByGroup(measure, chart.spec.breakdown).size();
  }
}

std::string sourceLine(const Pack& pack) {
  if (pack.sources.empty()) {
    return "Source: " + pack.force.name + ".";
  }
  const std::string text = base::join(pack.sources, " ");
  return text.starts_with("Source") ? text : "Source: " + text;
}

}  // namespace

std::vector<Chart> chartsOf(const Pack& pack) {
  std::vector<Chart> charts;
  std::set<std::string> ids;
  for (const series::Analysed& measure : pack.measures) {
    if (measure.series.groups.empty() || measure.groups.empty()) {
      continue;
    }
    const series::MeasureInfo& info = measure.series.info;
    for (const series::ChartSpec& spec : info.charts) {
      Chart chart;
      chart.measure = info.name;
      chart.spec = spec;
      decideGroups(measure, measure.series.toldFor(pack.month), chart);
      chart.id = idOf(info, chart.spec);
      if (ids.contains(chart.id) && chart.spec.kind == ChartKind::SmallMultiples) {
        chart.id += "-each";
      }
      if (!ids.insert(chart.id).second) {
        continue;
      }
      chart.reason = hindrance(measure, chart);
      chart.drawable = chart.reason.empty();
      const findings::ChartSubject subject{.measure = &measure,
                                           .spec = chart.spec,
                                           .month = measure.series.toldFor(pack.month),
                                           .shown = chart.shown,
                                           .place = pack.force.name,
                                           .groups = chart.groups,
                                           .groups_in_all = chart.groups_in_all};
      chart.title = findings::chartTitle(subject);
      chart.subtitle = findings::chartSubtitle(subject);
      chart.alternative = findings::chartAlternative(subject);
      chart.source = sourceLine(pack);
      charts.push_back(std::move(chart));
    }
  }
  return charts;
}

}  // namespace boardpack::paper
