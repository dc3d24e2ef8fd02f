#include "made_pack.hpp"

#include <cmath>

namespace boardpack::test {

using series::Cell;
using series::Window;

namespace {

Cell cellOf(double value) {
  return std::isnan(value) ? Cell::missing(series::Symbol::NotAvailable, "no extract covers it") : Cell::of(value);
}

std::vector<Cell> rollingTotals(const std::vector<Cell>& months) {
  std::vector<Cell> totals;
  for (std::size_t i = 0; i < months.size(); ++i) {
    double sum = i < 11 ? kMissing : 0;
    for (std::size_t k = i < 11 ? i : i - 11; k <= i; ++k) {
      sum += months[k].has() ? *months[k].value : kMissing;
    }
    totals.push_back(cellOf(sum));
  }
  return totals;
}

series::Limits limitsOf(const std::vector<Cell>& months) {
  series::Limits limits;
  double sum = 0;
  for (const Cell& cell : months) {
    limits.points += cell.has() ? 1 : 0;
    sum += cell.value.value_or(0);
  }
  if (limits.points < 12) {
    limits.reason = "fewer than 12 months";
    return limits;
  }
  limits.available = true;
  limits.mean = sum / static_cast<double>(limits.points);
  const double spread = std::abs(limits.mean) * 0.2;
  limits.no_variation = spread == 0;
  limits.upper = limits.mean + spread;
  limits.lower = limits.mean - spread;
  for (const Cell& cell : months) {
    series::PointClass point;
    const double value = cell.value.value_or(limits.mean);
    if (value > limits.upper || value < limits.lower) {
      point.outside = true;
      point.cause = series::SpecialCause::Outside;
      point.side = value > limits.upper ? series::Side::High : series::Side::Low;
      point.variation = value > limits.upper ? series::Variation::Concern : series::Variation::Improvement;
    }
    limits.classes.push_back(point);
  }
  return limits;
}

series::GroupAnalysis analysisOf(const series::GroupSeries& group) {
  series::GroupAnalysis analysis;
  analysis.limits = limitsOf(group.in(Window::Month));
  const std::vector<Cell>& totals = group.in(Window::Mrt);
  series::Comparison comparison;
  comparison.window = Window::Mrt;
  comparison.reference = series::Reference::PreviousMrt;
  comparison.reference_period = kLast - 12;
  comparison.before = totals.size() > 12 ? totals[totals.size() - 13] : cellOf(kMissing);
  comparison.change = cellOf(kMissing);
  comparison.change_percent = cellOf(kMissing);
  if (comparison.before.has() && totals.back().has()) {
    const double change = *totals.back().value - *comparison.before.value;
    comparison.change = Cell::of(change);
    comparison.change_percent = *comparison.before.value == 0
                                    ? Cell::missing(series::Symbol::NotApplicable, "the earlier value is 0")
                                    : Cell::of(100 * change / *comparison.before.value);
  }
  analysis.comparisons.push_back(comparison);
  return analysis;
}

}  // namespace

series::GroupSeries madeGroup(const std::string& breakdown, const std::string& name, int months, const ValueOf& value) {
  series::GroupSeries group;
  group.breakdown = breakdown;
  group.group = name;
  for (int i = 0; i < months; ++i) {
    group.in(Window::Month).push_back(cellOf(value(i)));
  }
  group.in(Window::Mrt) = rollingTotals(group.in(Window::Month));
  return group;
}

series::Analysed madeMeasure(int months, const ValueOf& force, const std::vector<std::string>& names,
                             const std::function<double(std::size_t, int)>& part) {
  series::Analysed measure;
  measure.series.info.name = "made";
  measure.series.info.title = "Made up";
  measure.series.info.windows = {Window::Month, Window::Mrt};
  for (int i = 0; i < months; ++i) {
    measure.series.months.push_back(kLast - (months - 1 - i));
  }
  measure.series.groups.push_back(madeGroup("", "", months, force));
  for (std::size_t index = 0; index < names.size(); ++index) {
    measure.series.groups.push_back(
        madeGroup("part", names[index], months, [&](int month) { return part(index, month); }));
  }
  for (const series::GroupSeries& group : measure.series.groups) {
    measure.groups.push_back(analysisOf(group));
  }
  return measure;
}

namespace {

/// A force for each group with a value in the latest month, and limits a fifth to either side of it.
series::PeerStanding madeStanding(const series::Analysed& measure) {
  series::PeerStanding standing;
  standing.available = true;
  standing.period = {kLast - 11, kLast};
  standing.group = "MSG";
  standing.unit = measure.series.info.unit;
  standing.funnel.centre = 0;
  standing.funnel.method = "made up";
  for (const series::GroupSeries& group : measure.series.groups) {
    const Cell& cell = group.in(Window::Month).back();
    if (group.isForce() || !cell.has() || !std::isfinite(*cell.value) || *cell.value < 0) {
      continue;
    }
    const double value = *cell.value;
    series::FunnelPoint point{.name = group.group,
                              .base = 90'000.0 * static_cast<double>(1 + standing.funnel.points.size())};
    point.value = value;
    point.lower_95 = value * 0.9;
    point.upper_95 = value * 1.1;
    point.lower_998 = value * 0.8;
    point.upper_998 = value * 1.2;
    standing.funnel.centre = value;
    standing.funnel.points.push_back(point);
  }
  if (!standing.funnel.points.empty()) {
    standing.force = standing.funnel.points.front().name;
    standing.members = {standing.funnel.points.back().name};
  }
  return standing;
}

}  // namespace

paper::Pack madePack(series::Analysed measure, series::ChartKind kind, int months) {
  paper::Pack pack;
  pack.month = kLast;
  const bool beside_others = series::rowOf(kind).of == series::ChartOf::ForcesOrAreas;
  if (beside_others && !measure.peers) {
    measure.peers = madeStanding(measure);
  }
  measure.series.info.charts = {{kind, beside_others ? "" : "part", months}};
  pack.measures.push_back(std::move(measure));
  pack.charts = paper::chartsOf(pack);
  paper::Chart& chart = pack.charts.front();
  chart.id = "made.chart";
  chart.drawable = true;
  chart.title = "Made-up crime fell <by half> & more";
  chart.alternative = "A chart of \"made-up\" numbers.";
  return pack;
}

}  // namespace boardpack::test
