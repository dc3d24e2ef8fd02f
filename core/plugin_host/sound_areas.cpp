#include "plugin_host/sound.hpp"

#include "base/month.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace boardpack::plugin_host {
namespace {

constexpr const char* kLowestLevel = "district";

std::string quoted(const std::string& text) { return "'" + base::printable(text) + "'"; }

bool isDay(const sdk::Date& day) { return base::parseDate(base::isoDate(day)) == day; }

// Position of the level in the list, top first; -1 when there is none of that id.
int levelIndex(const sdk::Force& force, const std::string& id) {
  for (std::size_t i = 0; i < force.area_levels.size(); ++i) {
    if (force.area_levels[i].id == id) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

void addFaultsOfLevels(const sdk::Force& force, std::vector<std::string>& faults) {
  std::set<std::string> ids;
  for (const sdk::AreaLevel& level : force.area_levels) {
    if (!ids.insert(level.id).second) {
      faults.push_back("two area levels have the id " + quoted(level.id) + ", where each has its own");
    }
    if (base::trim(level.label).empty() || base::trim(level.plural).empty()) {
      faults.push_back("area level " + quoted(level.id) + " lacks its label or plural");
    }
  }
  if (force.area_levels.empty() || force.area_levels.back().id != kLowestLevel) {
    faults.push_back("its lowest area level is " +
                     (force.area_levels.empty() ? "missing" : quoted(force.area_levels.back().id)) +
                     ", where the id 'district' was expected");
  }
}

void addFaultsOfDates(const sdk::Area& area, std::vector<std::string>& faults) {
  for (const auto& day : {area.valid_from, area.valid_to}) {
    if (day && !isDay(*day)) {
      faults.push_back("area " + quoted(area.name) + " has a date of validity that is not a day of the calendar");
      return;
    }
  }
  if (area.valid_from && area.valid_to && *area.valid_to < *area.valid_from) {
    faults.push_back("area " + quoted(area.name) + " ends on " + base::isoDate(*area.valid_to) +
                     ", before it begins (" + base::isoDate(*area.valid_from) + ")");
  }
}

void addFaultsOfPlace(const sdk::Force& force, const sdk::Area& area,
                      const std::map<std::string, const sdk::Area*>& by_name, std::vector<std::string>& faults) {
  const int level = levelIndex(force, area.level);
  if (level < 0) {
    faults.push_back("area " + quoted(area.name) + " is of level " + quoted(area.level) + ", which does not exist");
    return;
  }
  if (area.parent.empty()) {
    if (level != 0) {
      faults.push_back("area " + quoted(area.name) + " has no parent, where one of level " +
                       quoted(force.area_levels[static_cast<std::size_t>(level) - 1].id) + " was expected");
    }
    return;
  }
  const auto parent = by_name.find(area.parent);
  if (parent == by_name.end()) {
    faults.push_back("area " + quoted(area.name) + " has the parent " + quoted(area.parent) + ", which does not exist");
  } else if (levelIndex(force, parent->second->level) != level - 1) {
    faults.push_back("area " + quoted(area.name) + " of level " + quoted(area.level) + " has the parent " +
                     quoted(area.parent) + " of level " + quoted(parent->second->level) +
                     ", where the level just above was expected");
  }
}

void addFaultsOfSuccessors(const sdk::Force& force, const std::map<std::string, const sdk::Area*>& by_name,
                           std::vector<std::string>& faults) {
  for (const sdk::SuccessorArea& successor : force.successors) {
    const std::string named = "successor " + quoted(successor.name) + " ";
    if (base::trim(successor.name).empty() || by_name.contains(successor.name)) {
      faults.push_back(named + "has no name, or that of an area");
    }
    if (successor.of.empty() || !isDay(successor.from)) {
      faults.push_back(named + "does not say of which areas, or from which day of the calendar");
    }
    for (const std::string& area : successor.of) {
      if (!by_name.contains(area)) {
        faults.push_back(named + "took the place of " + quoted(area) + ", which is no area of the force");
      }
    }
  }
}

}  // namespace

std::vector<std::string> faultsOfAreas(const sdk::Force& force) {
  std::vector<std::string> faults;
  addFaultsOfLevels(force, faults);
  std::map<std::string, const sdk::Area*> by_name;
  std::set<std::string> parents;
  for (const sdk::Area& area : force.areas) {
    if (base::trim(area.name).empty() || area.name == sdk::kOutsideForce || area.name == sdk::kAreaNotKnown) {
      faults.push_back("an area is named " + quoted(area.name) + ", which is empty or has a meaning of its own");
    }
    if (!by_name.emplace(area.name, &area).second) {
      faults.push_back("two areas are named " + quoted(area.name) + ", where each has its own name");
    }
    parents.insert(area.parent);
  }
  for (const sdk::Area& area : force.areas) {
    addFaultsOfDates(area, faults);
    addFaultsOfPlace(force, area, by_name, faults);
    if (levelIndex(force, area.level) >= 0 && area.level != kLowestLevel && !parents.contains(area.name)) {
      faults.push_back("area " + quoted(area.name) + " has no areas below it, so nothing could be counted in it");
    }
  }
  addFaultsOfSuccessors(force, by_name, faults);
  if (std::none_of(force.areas.begin(), force.areas.end(), [](const auto& a) { return a.level == kLowestLevel; })) {
    faults.push_back("it has no area of level 'district', where one or more were expected");
  }
  return faults;
}

}  // namespace boardpack::plugin_host
