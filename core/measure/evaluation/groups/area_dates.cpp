#include "measure/evaluation/groups/area_dates.hpp"

#include "base/text.hpp"
#include "series/window_months.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace boardpack::measure {
namespace {

using series::Cell;
using series::GroupSeries;
using series::Series;

struct Part {
  std::string area, level;
};

const series::BreakdownInfo* breakdownOf(const Series& made, const GroupSeries& group) {
  for (const series::BreakdownInfo& info : made.info.breakdowns) {
    if (info.id == group.breakdown) {
      return &info;
    }
  }
  return nullptr;
}

/// The areas that a group is of: itself, or those among its columns.
std::vector<Part> areasIn(const Series& made, const GroupSeries& group, const Areas& areas) {
  const series::BreakdownInfo* info = breakdownOf(made, group);
  if (info == nullptr) {
    return {};
  }
  if (info->columns.empty()) {
    return areas.isLevel(info->id) ? std::vector<Part>{{group.group, info->id}} : std::vector<Part>();
  }
  std::vector<Part> found;
  for (std::size_t i = 0; i < info->columns.size() && i < group.path.size(); ++i) {
    if (areas.isLevel(info->columns[i])) {
      found.push_back({group.path[i], info->columns[i]});
    }
  }
  return found;
}

std::optional<std::string> whyNotOver(const std::vector<Part>& parts, base::MonthRange months, const Areas& areas) {
  for (const Part& part : parts) {
    if (std::optional<std::string> why = areas.whyNotOver(part.area, part.level, months)) {
      return why;
    }
  }
  return std::nullopt;
}

void take(Cell& cell, const std::optional<std::string>& why) {
  if (why) {
    cell = Cell::missing(series::Symbol::NotApplicable, *why);
  }
}

void explainGroup(const Series& made, GroupSeries& group, const std::vector<Part>& parts, const Areas& areas) {
  for (const series::Window window : series::kAllWindows) {
    std::vector<Cell>& cells = group.in(window);
    for (std::size_t i = 0; i < cells.size() && i < made.months.size(); ++i) {
      if (const auto months = series::monthsOf(made.info, made.waves, window, made.months[i])) {
        take(cells[i], whyNotOver(parts, *months, areas));
      }
    }
  }
  for (series::ReferenceValue& reference : group.references) {
    take(reference.cell, whyNotOver(parts, reference.months, areas));
  }
}

bool isNeverShown(const Series& made, const std::vector<Part>& parts, const Areas& areas) {
  return std::all_of(made.months.begin(), made.months.end(), [&](base::Month month) {
    return whyNotOver(parts, {month, month}, areas).has_value();
  });
}

std::set<std::string> levelsOf(const Series& made, const Areas& areas) {
  std::set<std::string> levels;
  for (const series::BreakdownInfo& info : made.info.breakdowns) {
    for (const std::string& id : info.columns.empty() ? std::vector<std::string>{info.id} : info.columns) {
      if (areas.isLevel(id)) {
        levels.insert(id);
      }
    }
  }
  return levels;
}

struct Changed {
  std::vector<std::string> begin, end;
};

std::string clause(const std::vector<std::string>& names, const std::string& one, const std::string& several) {
  return base::joinWords(names) + (names.size() == 1 ? " is " + one : " are " + several);
}

std::string wordsOf(const Changed& changed) {
  std::vector<std::string> parts;
  if (!changed.end.empty()) {
    parts.push_back(clause(changed.end, "no longer an area", "no longer areas"));
  }
  if (!changed.begin.empty()) {
    parts.push_back(clause(changed.begin, "a new area", "new areas"));
  }
  return base::join(parts, "; ") + ".";
}

bool isToldByRegister(const series::Registers* registers, const sdk::Date& day, const std::vector<std::string>& areas) {
  if (registers == nullptr) {
    return false;
  }
  return std::any_of(registers->events.begin(), registers->events.end(), [&](const series::Event& event) {
    const bool names_all = event.areas.empty() || std::all_of(areas.begin(), areas.end(), [&](const std::string& area) {
                             return std::find(event.areas.begin(), event.areas.end(), area) != event.areas.end();
                           });
    return event.kind == series::EventKind::BoundaryChange && event.day == day && names_all && event.measures.empty();
  });
}

}  // namespace

void explainAreaDates(Series& made, const Areas& areas) {
  if (!made.failure.empty() || areas.stretches() == 1) {
    return;
  }
  std::erase_if(made.groups, [&](GroupSeries& group) {
    const std::vector<Part> parts = areasIn(made, group, areas);
    if (parts.empty()) {
      return false;
    }
    explainGroup(made, group, parts, areas);
    return isNeverShown(made, parts, areas);
  });
}

std::vector<series::Event> areaEvents(const Series& made, const series::Registers* registers, const Areas& areas) {
  std::map<sdk::Date, Changed> days;
  for (const std::string& level : levelsOf(made, areas)) {
    for (const Areas::Change& change : areas.changesOf(level)) {
      if (made.months.front().firstDay() < change.day && change.day <= made.months.back().lastDay()) {
        Changed& changed = days[change.day];
        (change.begins ? changed.begin : changed.end).push_back(change.area);
      }
    }
  }
  std::vector<series::Event> events;
  for (const auto& [day, changed] : days) {
    std::vector<std::string> touched = changed.end;
    touched.insert(touched.end(), changed.begin.begin(), changed.begin.end());
    if (isToldByRegister(registers, day, touched)) {
      continue;
    }
    series::Event& event = events.emplace_back();
    event.day = day;
    event.kind = series::EventKind::BoundaryChange;
    event.title = "Change of areas";
    event.words = wordsOf(changed);
    event.areas = touched;
  }
  return events;
}

}  // namespace boardpack::measure
