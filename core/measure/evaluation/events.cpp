#include "measure/evaluation/events.hpp"

#include "measure/evaluation/area_dates.hpp"
#include "series/window_months.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

using series::Event;
using series::Series;

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The names with those of all areas below them.
std::vector<std::string> withAreasInside(const std::vector<std::string>& names, const Areas& areas) {
  std::vector<std::string> all = names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string above = all[i];
    for (const std::string& inside : areas.childrenOf(above)) {
      if (!contains(all, inside)) {
        all.push_back(inside);
      }
    }
  }
  return all;
}

bool touchesGroup(const Event& event, const series::GroupSeries& group) {
  return event.areas.empty() || contains(event.areas, group.group);
}

/// Whether a period has days before the event and days from it on.
bool breaks(const Event& event, base::MonthRange months) {
  return event.breaks() && months.first.firstDay() < event.day && event.day <= months.last.lastDay();
}

void mark(Series& made, series::GroupSeries& group, const Event& event) {
  for (const series::Window window : series::kAllWindows) {
    std::vector<series::Cell>& cells = group.in(window);
    for (std::size_t i = 0; i < cells.size() && i < made.months.size(); ++i) {
      const auto months = series::monthsOf(made.info, made.waves, window, made.months[i]);
      if (cells[i].has() && months && breaks(event, *months)) {
        cells[i].marks.add(series::Mark::Break);
      }
    }
  }
  for (series::ReferenceValue& reference : group.references) {
    if (reference.cell.has() && breaks(event, reference.months)) {
      reference.cell.marks.add(series::Mark::Break);
    }
  }
}

}  // namespace

void tellEvents(Series& made, const std::set<std::string>& names, const series::Registers* registers,
                const Areas& areas) {
  if (!made.failure.empty()) {
    return;
  }
  for (const Event& event : registers == nullptr ? std::vector<Event>() : registers->events) {
    const bool is_touched =
        std::any_of(names.begin(), names.end(), [&](const std::string& name) { return event.touches(name); });
    if (!is_touched) {
      continue;
    }
    Event& own = made.events.emplace_back(event);
    own.areas = withAreasInside(event.areas, areas);
    for (series::GroupSeries& group : made.groups) {
      if (touchesGroup(own, group)) {
        mark(made, group, own);
      }
    }
  }
  for (const Event& event : areaEvents(made, registers, areas)) {
    made.events.push_back(event);
    for (series::GroupSeries& group : made.groups) {
      if (touchesGroup(event, group)) {
        mark(made, group, event);
      }
    }
  }
  std::stable_sort(made.events.begin(), made.events.end(),
                   [](const Event& a, const Event& b) { return a.day < b.day; });
}

}  // namespace boardpack::measure
