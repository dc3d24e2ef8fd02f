#include "measure/evaluation/areas.hpp"

#include <algorithm>

namespace boardpack::measure {

Areas::Areas(const sdk::Force& force)
    : force_(force), lowest_(force.area_levels.empty() ? std::string() : force.area_levels.back().id) {}

bool Areas::isLevel(const std::string& id) const {
  return std::any_of(force_.area_levels.begin(), force_.area_levels.end(),
                     [&](const sdk::AreaLevel& level) { return level.id == id; });
}

bool Areas::isArea(const std::string& name) const { return lowestNamed(name) != nullptr; }

std::vector<std::string> Areas::areasOf(const std::string& level) const {
  std::vector<std::string> names;
  for (const sdk::Area& area : force_.areas) {
    if (area.level == level && std::find(names.begin(), names.end(), area.name) == names.end()) {
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

std::string Areas::groupOf(const std::string* area, const std::string& level) const {
  if (area != nullptr && *area == sdk::kOutsideForce) {
    return *area;
  }
  const sdk::Area* at = area == nullptr ? nullptr : lowestNamed(*area);
  // The tree is never deeper than the list is long: a ring of parents ends too.
  for (std::size_t steps = 0; at != nullptr && steps <= force_.areas.size(); ++steps) {
    if (at->level == level) {
      return at->name;
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

std::vector<std::string> Areas::lowestIn(const std::string& area, const std::string& level) const {
  std::vector<std::string> inside;
  for (const std::string& name : areasOf(lowest_)) {
    if (groupOf(&name, level) == area) {
      inside.push_back(name);
    }
  }
  return inside;
}

}  // namespace boardpack::measure
