#include "measure/evaluation/groups/areas.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

sdk::Date dayAfter(const sdk::Date& day) { return base::dateOfDays(base::daysSinceEpoch(day) + 1); }

bool isOneIn(const sdk::Area& area, base::Month month) {
  return !(area.valid_from && month.lastDay() < *area.valid_from) &&
         !(area.valid_to && *area.valid_to < month.firstDay());
}

}  // namespace

Areas::Areas(const sdk::Force& force)
    : force_(force), lowest_(force.area_levels.empty() ? std::string() : force.area_levels.back().id) {
  for (const sdk::Area& area : force.areas) {
    if (area.valid_from) {
      changes_.push_back(base::Month::of(*area.valid_from));
    }
    if (area.valid_to) {
      changes_.push_back(base::Month::of(*area.valid_to) + 1);
    }
  }
  std::sort(changes_.begin(), changes_.end());
  changes_.erase(std::unique(changes_.begin(), changes_.end()), changes_.end());
}

bool Areas::isLevel(const std::string& id) const {
  return std::any_of(force_.area_levels.begin(), force_.area_levels.end(),
                     [&](const sdk::AreaLevel& level) { return level.id == id; });
}

bool Areas::isArea(const std::string& name) const { return lowestNamed(name) != nullptr; }

std::vector<std::string> Areas::areasOf(const std::string& level, std::optional<base::Month> month) const {
  std::vector<std::string> names;
  for (const sdk::Area& area : force_.areas) {
    const bool is_one = area.level == level && (!month || isOneIn(area, *month));
    if (is_one && std::find(names.begin(), names.end(), area.name) == names.end()) {
      names.push_back(area.name);
    }
  }
  return names;
}

const sdk::Area* Areas::find(const std::string& name, const std::string& level) const {
  for (const sdk::Area& area : force_.areas) {
    if (area.name == name && area.level == level) {
      return &area;
    }
  }
  return nullptr;
}

/// A name may stand at two levels (a county and its council): rows carry the lower one.
const sdk::Area* Areas::lowestNamed(const std::string& name) const {
  for (auto level = force_.area_levels.rbegin(); level != force_.area_levels.rend(); ++level) {
    if (const sdk::Area* area = find(name, level->id)) {
      return area;
    }
  }
  return nullptr;
}

std::string Areas::groupOf(const std::string* area, const std::string& level, std::optional<base::Month> month) const {
  if (area != nullptr && *area == sdk::kOutsideForce) {
    return *area;
  }
  const sdk::Area* at = area == nullptr ? nullptr : lowestNamed(*area);
  // The tree is never deeper than the list is long: a ring of parents ends too.
  for (std::size_t steps = 0; at != nullptr && steps <= force_.areas.size(); ++steps) {
    if (at->level == level) {
      return month && !isOneIn(*at, *month) ? std::string(sdk::kAreaNotKnown) : at->name;
    }
    const std::string parent = parentOf(at->name, at->level);
    const sdk::Area* above = nullptr;
    for (const sdk::Area& candidate : force_.areas) {
      if (candidate.name == parent && candidate.level != at->level) {
        above = &candidate;
        break;
      }
    }
    at = above;
  }
  return std::string(sdk::kAreaNotKnown);
}

std::string Areas::parentOf(const std::string& area, const std::string& level) const {
  const sdk::Area* found = find(area, level);
  return found == nullptr ? std::string() : found->parent;
}

std::vector<std::string> Areas::childrenOf(const std::string& area) const {
  std::vector<std::string> names;
  for (const sdk::Area& candidate : force_.areas) {
    if (candidate.parent == area) {
      names.push_back(candidate.name);
    }
  }
  return names;
}

std::vector<std::string> Areas::parentsOf(const std::string& area) const {
  std::vector<std::string> names;
  for (const sdk::Area& candidate : force_.areas) {
    if (candidate.name == area && !candidate.parent.empty()) {
      names.push_back(candidate.parent);
    }
  }
  return names;
}

std::vector<std::string> Areas::lowestIn(const std::string& area, const std::string& level, base::Month month) const {
  std::vector<std::string> inside;
  for (const std::string& name : areasOf(lowest_, month)) {
    if (groupOf(&name, level) == area) {
      inside.push_back(name);
    }
  }
  return inside;
}

std::size_t Areas::stretchOf(base::Month month) const {
  return static_cast<std::size_t>(std::upper_bound(changes_.begin(), changes_.end(), month) - changes_.begin());
}

std::optional<std::string> Areas::whyNotOver(const std::string& name, const std::string& level,
                                             base::MonthRange months) const {
  const sdk::Area* area = find(name, level);
  if (area == nullptr || (isOneIn(*area, months.first) && isOneIn(*area, months.last))) {
    return std::nullopt;
  }
  const std::string from = area->valid_from ? " from " + base::longDate(*area->valid_from) : "";
  const std::string to = area->valid_to ? " until " + base::longDate(*area->valid_to) : " on";
  return name + " is an area" + from + to;
}

std::vector<Areas::Change> Areas::changesOf(const std::string& level) const {
  std::vector<Change> found;
  for (const sdk::Area& area : force_.areas) {
    if (area.level == level && area.valid_from) {
      found.push_back({*area.valid_from, area.name, true});
    }
    if (area.level == level && area.valid_to) {
      found.push_back({dayAfter(*area.valid_to), area.name, false});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Change& a, const Change& b) { return a.day < b.day; });
  return found;
}

}  // namespace boardpack::measure
