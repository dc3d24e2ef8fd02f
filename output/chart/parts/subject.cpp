#include "chart/parts/subject.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::chart {

std::vector<base::Month> shownMonths(const Subject& subject) {
  const base::MonthRange& shown = subject.chart.shown;
  std::vector<base::Month> months;
  for (base::Month month = shown.first; month <= shown.last; month = month + 1) {
    months.push_back(month);
  }
  return months;
}

Values valuesOf(const Subject& subject, const series::GroupSeries& group, series::Window window,
                const std::vector<base::Month>& months) {
  Values values;
  values.reserve(months.size());
  for (const base::Month month : months) {
    const series::Cell cell = subject.measure.series.at(group, window, month);
    const bool usable = cell.has() && std::isfinite(*cell.value);
    values.push_back(usable ? cell.value : std::nullopt);
  }
  return values;
}

std::vector<std::size_t> groupsOf(const Subject& subject) {
  std::vector<std::size_t> indices;
  const std::vector<series::GroupSeries>& groups = subject.measure.series.groups;
  for (const std::string& name : subject.chart.groups) {
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const series::GroupSeries& group) {
      return group.breakdown == subject.chart.spec.breakdown && group.group == name;
    });
    if (found != groups.end()) {
      indices.push_back(static_cast<std::size_t>(found - groups.begin()));
    }
  }
  return indices;
}

std::string groupName(const series::GroupSeries& group) {
  const std::string name = base::printable(group.group, 300);
  return base::trim(name).empty() ? "Not named" : name;
}

bool hasGap(const Values& values) {
  const auto has = [](const std::optional<double>& value) { return value.has_value(); };
  const auto first = std::find_if(values.begin(), values.end(), has);
  return std::any_of(first, values.end(), [](const std::optional<double>& value) { return !value.has_value(); });
}

bool hasValue(const Values& values) {
  return std::any_of(values.begin(), values.end(), [](const auto& value) { return value.has_value(); });
}

double total(const Values& values) {
  double sum = 0;
  for (const std::optional<double>& value : values) {
    sum += value.value_or(0);
  }
  return sum;
}

}  // namespace boardpack::chart
