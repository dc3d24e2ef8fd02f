#include "findings/chart_facts.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace boardpack::findings {

using series::Window;

std::optional<Extremes> extremesOf(const series::Series& series, const series::GroupSeries& group, Window window,
                                   const base::MonthRange& shown) {
  Extremes found;
  for (base::Month month = shown.first; month <= shown.last; month = month + 1) {
    const series::Cell cell = series.at(group, window, month);
    if (!cell.has() || !std::isfinite(*cell.value)) {
      continue;
    }
    const Point point{month, *cell.value};
    if (found.count == 0) {
      found = Extremes{.first = point, .latest = point, .highest = point, .lowest = point, .count = 0};
    }
    found.latest = point;
    if (point.value > found.highest.value) {
      found.highest = point;
    }
    if (point.value < found.lowest.value) {
      found.lowest = point;
    }
    ++found.count;
  }
  return found.count == 0 ? std::nullopt : std::optional<Extremes>(found);
}

std::vector<GroupChange> changesByGroup(const series::Analysed& measure, const std::string& breakdown) {
  std::vector<GroupChange> changes;
  const std::size_t count = std::min(measure.groups.size(), measure.series.groups.size());
  for (std::size_t i = 0; i < count; ++i) {
    const series::GroupSeries& group = measure.series.groups[i];
    if (group.breakdown != breakdown || group.isForce() || !measure.series.isWorthDrawing(group)) {
      continue;
    }
    const series::Comparison* comparison = measure.groups[i].find(Window::Mrt, series::Reference::PreviousMrt);
    if (comparison != nullptr && comparison->change.has() && std::isfinite(*comparison->change.value)) {
      changes.push_back(GroupChange{measure.series.groups[i].group, comparison});
    }
  }
  std::stable_sort(changes.begin(), changes.end(), [](const GroupChange& a, const GroupChange& b) {
    return *a.comparison->change.value > *b.comparison->change.value;
  });
  return changes;
}

std::vector<GroupValue> valuesByGroup(const series::Analysed& measure, const std::string& breakdown, Window window,
                                      base::Month month) {
  std::vector<GroupValue> values;
  for (const series::GroupSeries* group : measure.series.groupsOf(breakdown)) {
    const series::Cell cell = measure.series.at(*group, window, month);
    if (!group->isForce() && cell.has() && std::isfinite(*cell.value) && measure.series.isWorthDrawing(*group)) {
      values.push_back(GroupValue{group->group, *cell.value});
    }
  }
  std::stable_sort(values.begin(), values.end(),
                   [](const GroupValue& a, const GroupValue& b) { return a.value > b.value; });
  return values;
}

std::vector<GroupChange> drawnChanges(const ChartSubject& subject) {
  std::vector<GroupChange> changes = changesByGroup(*subject.measure, subject.spec.breakdown);
  std::erase_if(changes, [&](const GroupChange& change) { return !subject.draws(change.group); });
  return changes;
}

std::vector<GroupValue> drawnValues(const ChartSubject& subject) {
  std::vector<GroupValue> values =
      valuesByGroup(*subject.measure, subject.spec.breakdown, Window::Month, subject.month);
  std::erase_if(values, [&](const GroupValue& value) { return !subject.draws(value.group); });
  return values;
}

Flagged flaggedOf(const ChartSubject& subject) {
  const series::Analysed& measure = *subject.measure;
  Flagged flagged;
  const std::size_t count = std::min(measure.groups.size(), measure.series.groups.size());
  for (std::size_t i = 0; i < count; ++i) {
    const series::GroupSeries& group = measure.series.groups[i];
    const series::Limits& limits = measure.groups[i].limits;
    if (group.breakdown != subject.spec.breakdown || !subject.draws(group.group) || !limits.available ||
        limits.classes.empty()) {
      continue;
    }
    if (limits.classes.back().variation == series::Variation::Unknown) {
      continue;
    }
    ++flagged.with_limits;
    if (limits.classes.back().cause != series::SpecialCause::None) {
      flagged.groups.push_back(group.group);
      flagged.points.push_back(&limits.classes.back());
      flagged.limits.push_back(&limits);
    }
  }
  return flagged;
}

std::string withLimits(const ChartSubject& subject, const Flagged& flagged) {
  const std::string those = flagged.with_limits == 1 ? "the one" : "the " + std::to_string(flagged.with_limits);
  if (flagged.with_limits == subject.groups.size()) {
    return those + " shown";
  }
  return those + (subject.drawsAll() ? "" : " shown") + " with limits";
}

const series::Funnel* funnelOf(const series::Analysed& measure, const series::ChartSpec& spec) {
  if (spec.breakdown.empty()) {
    return measure.peers && measure.peers->available ? &measure.peers->funnel : nullptr;
  }
  return measure.funnel ? &*measure.funnel : nullptr;
}

base::MonthRange funnelPeriod(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month) {
  constexpr int kYear = 12;
  if (spec.breakdown.empty() && measure.peers && measure.peers->available) {
    return measure.peers->period;
  }
  const bool is_month = !measure.series.info.has(series::Window::Mrt);
  return {is_month ? month : month - (kYear - 1), month};
}

std::string breakdownWords(const series::MeasureInfo& info, const std::string& breakdown) {
  const auto found = std::find_if(info.breakdowns.begin(), info.breakdowns.end(),
                                  [&](const series::BreakdownInfo& candidate) { return candidate.id == breakdown; });
  std::string label = found == info.breakdowns.end() || found->label.empty() ? breakdown : found->label;
  std::replace(label.begin(), label.end(), '_', ' ');
  const bool is_word = label.size() > 1 && label[0] >= 'A' && label[0] <= 'Z' && label[1] >= 'a' && label[1] <= 'z';
  if (is_word) {
    label[0] = static_cast<char>(label[0] - 'A' + 'a');
  }
  return label;
}

std::size_t countWords(const std::string& text) {
  std::istringstream stream(text);
  std::size_t words = 0;
  for (std::string word; stream >> word;) {
    ++words;
  }
  return words;
}

}  // namespace boardpack::findings
