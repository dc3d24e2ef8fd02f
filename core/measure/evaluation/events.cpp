#include "measure/evaluation/events.hpp"

#include "measure/evaluation/area_dates.hpp"
#include "series/breaks.hpp"

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

/// The names of all areas that contain one of them.
std::vector<std::string> areasAbove(const std::vector<std::string>& names, const Areas& areas) {
  std::vector<std::string> all = names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string inside = all[i];
    for (const std::string& above : areas.parentsOf(inside)) {
      if (!contains(all, above)) {
        all.push_back(above);
      }
    }
  }
  return {all.begin() + static_cast<std::ptrdiff_t>(names.size()), all.end()};
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
    own.areas_above = areasAbove(event.areas, areas);
  }
  for (const Event& event : areaEvents(made, registers, areas)) {
    made.events.push_back(event);
  }
  std::stable_sort(made.events.begin(), made.events.end(),
                   [](const Event& a, const Event& b) { return a.day < b.day; });
  for (std::vector<series::GroupSeries>* groups : {&made.groups, &made.without_rows}) {
    for (series::GroupSeries& group : *groups) {
      series::markBreaks(made, group);
    }
  }
}

}  // namespace boardpack::measure
