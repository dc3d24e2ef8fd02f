#include "chart/subject.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::chart {

bool saysMonths(const Subject& subject) { return subject.chart.shown != base::MonthRange{}; }

std::vector<base::Month> shownMonths(const Subject& subject, int most) {
  base::MonthRange shown = subject.chart.shown;
  if (!saysMonths(subject)) {
    const std::vector<base::Month>& known = subject.measure.series.months;
    shown.last = subject.month;
    shown.first = subject.month - std::clamp(subject.chart.spec.months, 1, most) + 1;
    shown.first = known.empty() ? shown.first : std::clamp(known.front(), shown.first, subject.month);
  }
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
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!groups[i].isForce() && groups[i].breakdown == subject.chart.spec.breakdown &&
        subject.measure.series.isWorthDrawing(groups[i])) {
      indices.push_back(i);
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
