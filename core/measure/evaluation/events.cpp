#include "measure/evaluation/events.hpp"

#include "measure/evaluation/groups/area_dates.hpp"
#include "series/breaks.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

using series::Event;
using series::Series;

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The names, and after them those that `next` leads to from one of them, and so on.
template <class Next>
std::vector<std::string> reachedFrom(const std::vector<std::string>& names, const Next& next) {
  std::vector<std::string> all = names;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const std::string& name : next(all[i])) {
      if (!contains(all, name)) {
        all.push_back(name);
      }
    }
  }
  return all;
}

/// The names with those of all areas below them.
std::vector<std::string> withAreasInside(const std::vector<std::string>& names, const Areas& areas) {
  return reachedFrom(names, [&](const std::string& name) { return areas.childrenOf(name); });
}

/// The names of all areas that contain one of them.
std::vector<std::string> areasAbove(const std::vector<std::string>& names, const Areas& areas) {
  const std::vector<std::string> all =
      reachedFrom(names, [&](const std::string& name) { return areas.parentsOf(name); });
  return {all.begin() + static_cast<std::ptrdiff_t>(names.size()), all.end()};
}

}  // namespace

void addEvents(Series& made, const std::set<std::string>& names, const series::Registers* registers, const Areas& areas,
               bool has_areas) {
  if (!made.failure.empty()) {
    return;
  }
  for (const Event& event : registers == nullptr ? std::vector<Event>() : registers->events) {
    const bool is_touched =
        std::any_of(names.begin(), names.end(), [&](const std::string& name) { return event.touches(name); });
    const bool is_elsewhere = !event.breaks() && !event.areas.empty() && event.measures.empty() && !has_areas;
    if (!is_touched || is_elsewhere) {
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
