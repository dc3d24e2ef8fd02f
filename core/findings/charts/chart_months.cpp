#include "findings/charts/chart_months.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::findings {

using series::Window;

base::MonthRange monthsWithValues(const series::Analysed& measure, const std::vector<const series::GroupSeries*>& drawn,
                                  Window window, int most, base::Month month) {
  base::MonthRange shown{month - (std::max(most, 1) - 1), month};
  const auto has = [&](base::Month of) {
    return std::any_of(drawn.begin(), drawn.end(),
                       [&](const series::GroupSeries* group) { return measure.series.at(*group, window, of).has(); });
  };
  while (shown.first < shown.last && !has(shown.first)) {
    shown.first = shown.first + 1;
  }
  return shown;
}

base::MonthRange monthsOfForce(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month) {
  const int most = std::min(spec.months, series::rowOf(spec.kind).most_months);
  return monthsWithValues(measure, {&measure.series.force()}, Window::Month, most, month);
}

base::MonthRange monthsOfGroups(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month) {
  std::vector<const series::GroupSeries*> drawn = measure.series.groupsOf(spec.breakdown);
  std::erase_if(drawn, [&](const series::GroupSeries* group) { return !measure.series.isWorthDrawing(*group); });
  const int most = std::min(spec.months, series::rowOf(spec.kind).most_months);
  return monthsWithValues(measure, drawn, Window::Month, most, month);
}

std::size_t valuesShown(const ChartSubject& subject, const series::GroupSeries& group, Window window) {
  const auto extremes = extremesOf(subject.measure->series, group, window, subject.shown);
  return extremes ? extremes->count : 0;
}

std::string groupsHindrance(const ChartSubject& subject) {
  const series::Series& series = subject.measure->series;
  const bool any = std::any_of(subject.groups.begin(), subject.groups.end(), [&](const std::string& group) {
    return valuesShown(subject, *series.find(subject.spec.breakdown, group), Window::Month) >= kFewestDrawn;
  });
  if (any) {
    return "";
  }
  return subject.groups.empty() ? "there is no group to draw" : "no group has a value in two months";
}

std::vector<double> drawnMonths(const series::Series& series, const series::GroupSeries& group,
                                const base::MonthRange& shown) {
  std::vector<double> values;
  for (base::Month month = shown.first; month <= shown.last; month = month + 1) {
    const series::Cell cell = series.at(group, Window::Month, month);
    if (cell.has() && std::isfinite(*cell.value)) {
      values.push_back(*cell.value);
    }
  }
  return values;
}

double totalOf(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) {
    total += value;
  }
  return total;
}

std::vector<const series::GroupSeries*> monthlyGroups(const series::Series& series, const std::string& breakdown,
                                                      const base::MonthRange& shown) {
  std::vector<const series::GroupSeries*> groups = series.groupsOf(breakdown);
  std::erase_if(groups, [&](const series::GroupSeries* group) {
    return group->isForce() || !series.isWorthDrawing(*group) ||
           (series::isRemainder(group->group) && totalOf(drawnMonths(series, *group, shown)) == 0);
  });
  return groups;
}

std::vector<std::string> namesOf(const std::vector<const series::GroupSeries*>& groups) {
  std::vector<std::string> names;
  for (const series::GroupSeries* group : groups) {
    names.push_back(group->group);
  }
  return names;
}

}  // namespace boardpack::findings
