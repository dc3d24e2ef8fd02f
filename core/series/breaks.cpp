#include "series/breaks.hpp"

#include "series/window_months.hpp"

#include <algorithm>

namespace boardpack::series {

namespace {

bool isIn(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The area that a group is of; "" for the force and what is no area.
std::string areaOf(const Series& series, const GroupSeries& group) {
  const auto& all = series.info.breakdowns;
  const bool is_area = std::any_of(all.begin(), all.end(), [&](const BreakdownInfo& breakdown) {
    return breakdown.is_area && breakdown.id == group.breakdown;
  });
  return is_area ? group.group : group.area;
}

bool isBefore(const base::MonthRange& period, const Event& event) { return period.last < event.month(); }
bool isAfter(const base::MonthRange& period, const Event& event) { return period.first >= event.firstWhole(); }

std::vector<const Event*> breaking(const Series& series, const GroupSeries& group, Touch touch) {
  std::vector<const Event*> found;
  for (const Event& event : series.events) {
    if (event.breaks() && touchOf(event, series, group) == touch) {
      found.push_back(&event);
    }
  }
  return found;
}

}  // namespace

Touch touchOf(const Event& event, const Series& series, const GroupSeries& group) {
  if (event.areas.empty()) {
    return Touch::Whole;
  }
  const std::string area = areaOf(series, group);
  if (area.empty()) {
    // Whatever moves from one area to another stays in the force.
    return event.kind == EventKind::BoundaryChange ? Touch::None : Touch::Part;
  }
  if (group.is_rest) {
    return Touch::Part;
  }
  if (isIn(event.areas, area)) {
    return Touch::Whole;
  }
  return isIn(event.areas_above, area) ? Touch::Part : Touch::None;
}

std::vector<const Event*> breaksOf(const Series& series, const GroupSeries& group) {
  return breaking(series, group, Touch::Whole);
}

std::vector<const Event*> breaksOfPart(const Series& series, const GroupSeries& group) {
  return breaking(series, group, Touch::Part);
}

base::MonthRange monthsRead(const Series& series, const base::MonthRange& told) {
  base::Month first = told.first - series.reads_back - series.looks_back;
  if (series.looks_from && first < *series.looks_from) {
    first = std::min(*series.looks_from, told.first);
  }
  return {first, told.last};
}

bool isBrokenBy(const base::MonthRange& read, const Event& event) {
  return !isBefore(read, event) && !isAfter(read, event);
}

bool areOnOneSide(const std::vector<base::MonthRange>& read, const Event& event) {
  const auto before = [&](const base::MonthRange& period) { return isBefore(period, event); };
  const auto after = [&](const base::MonthRange& period) { return isAfter(period, event); };
  return std::all_of(read.begin(), read.end(), before) || std::all_of(read.begin(), read.end(), after);
}

base::Month firstClear(const Series& series, const Event& event) {
  const base::Month first = event.firstWhole();
  const bool reads_nothing_before = series.looks_from && first <= *series.looks_from;
  return reads_nothing_before ? first : first + series.reads_back + series.looks_back;
}

std::string eventNamed(const Event& event) {
  const std::string areas = event.areasInWords();
  return event.title + (areas.empty() ? "" : " in " + areas) + ", " + base::longDate(event.day);
}

void markBreaks(const Series& series, GroupSeries& group) {
  std::vector<const Event*> events = breaksOf(series, group);
  const std::vector<const Event*> of_part = breaksOfPart(series, group);
  events.insert(events.end(), of_part.begin(), of_part.end());
  const auto mark = [&](const base::MonthRange& told, Cell& cell) {
    const base::MonthRange read = monthsRead(series, told);
    const bool is_broken =
        std::any_of(events.begin(), events.end(), [&](const Event* event) { return isBrokenBy(read, *event); });
    if (is_broken && cell.has()) {
      cell.marks.add(Mark::Break);
    }
  };
  if (events.empty()) {
    return;
  }
  for (const Window window : kAllWindows) {
    std::vector<Cell>& cells = group.in(window);
    for (std::size_t i = 0; i < cells.size() && i < series.months.size(); ++i) {
      if (const auto told = monthsOf(series.info, series.waves, window, series.months[i])) {
        mark(*told, cells[i]);
      }
    }
  }
  for (ReferenceValue& reference : group.references) {
    mark(reference.months, reference.cell);
  }
}

}  // namespace boardpack::series
