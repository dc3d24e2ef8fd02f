#include "measure/evaluation/derive.hpp"

#include "base/text.hpp"
#include "measure/evaluation/tally.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <cmath>

namespace boardpack::measure {
namespace {

using series::Cell;
using series::GroupSeries;
using series::Series;
using series::Symbol;
using series::Window;

[[noreturn]] void fail(const std::string& sentence) { throw sdk::Error(sdk::ErrorKind::Script, sentence); }

/// A blank is not known, so no group has this name.
constexpr const char* kNoGroup = "";

struct Part {
  std::string name;
  const Series* series;
};

std::vector<Part> partsOf(const MeasureDefinition& definition, const std::map<std::string, Series>& finished) {
  std::vector<Part> parts;
  for (const std::string& name : definition.reads) {
    const Series& found = finished.at(name);
    if (!found.failure.empty()) {
      fail("'" + definition.info.name + "' reads '" + name + "', which failed: " + found.failure);
    }
    for (const series::BreakdownInfo& breakdown : definition.info.breakdowns) {
      const bool has = std::any_of(found.info.breakdowns.begin(), found.info.breakdowns.end(),
                                   [&](const series::BreakdownInfo& own) { return own.id == breakdown.id; });
      if (!has) {
        fail("'" + definition.info.name + "' is shown by " + breakdown.id + ", and '" + name +
             "', which it reads, is not. Add \"" + breakdown.id + "\" to the `by` of '" + name + "'.");
      }
    }
    parts.push_back({.name = name, .series = &found});
  }
  if (parts.empty() || !definition.derive) {
    fail("'" + definition.info.name + "' is derived from no other measure.");
  }
  return parts;
}

/// A part's values for a group; what one without rows has when no row of the part fell into the group. A breakdown has
/// gaps of its own: months whose extracts do not fill its column.
const GroupSeries& groupOrEmpty(const Series& part, const std::string& breakdown, const std::string& group) {
  if (const GroupSeries* own = part.find(breakdown, group)) {
    return *own;
  }
  for (const GroupSeries& empty : part.without_rows) {
    if (empty.breakdown == breakdown) {
      return empty;
    }
  }
  fail("'" + part.info.name + "' is not shown by " + breakdown + ".");
}

/// A part's cells over the months of the derived series.
std::vector<Cell> column(const Part& part, const std::string& breakdown, const std::string& group, Window window,
                         const std::vector<base::Month>& months) {
  const std::vector<Cell>& own = groupOrEmpty(*part.series, breakdown, group).in(window);
  std::vector<Cell> cells;
  for (const base::Month month : months) {
    if (month < part.series->months.front()) {
      cells.push_back(Cell::missing(Symbol::NotAvailable, "'" + part.name + "' has no value for " + month.longName()));
      continue;
    }
    const auto index = static_cast<std::size_t>(month - part.series->months.front());
    cells.push_back(own.at(index));
  }
  return cells;
}

/// What a function gives is a value, or a symbol with a reason.
void tidy(std::vector<Cell>& cells) {
  for (Cell& cell : cells) {
    if (cell.value && !std::isfinite(*cell.value)) {
      cell = Cell::missing(Symbol::NotApplicable, "a division by zero");
    } else if (!cell.value && cell.symbol == Symbol::None) {
      cell = Cell::missing(Symbol::NotApplicable, "no value");
    }
  }
}

/// The smallest of the counts behind the parts of each month, for the test of limits.
void addLeastBehind(std::vector<Cell>& cells, const std::vector<Part>& parts,
                    const MeasureDefinition::Columns& columns) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (const Part& part : parts) {
      const std::optional<double> count = series::countBehind(part.series->info, columns.at(part.name)[i]);
      if (count && (!cells[i].least_behind || *count < *cells[i].least_behind)) {
        cells[i].least_behind = count;
      }
    }
  }
}

/// The windows that every part has values in.
std::vector<Window> windowsOf(const std::vector<Part>& parts) {
  std::vector<Window> windows;
  for (const Window window : series::kAllWindows) {
    const bool have_all = std::all_of(parts.begin(), parts.end(),
                                      [&](const Part& part) { return !part.series->force().in(window).empty(); });
    if (have_all) {
      windows.push_back(window);
    }
  }
  return windows;
}

const Cell* referenceOf(const GroupSeries& group, const series::ReferenceValue& wanted) {
  for (const series::ReferenceValue& candidate : group.references) {
    if (candidate.window == wanted.window && candidate.reference == wanted.reference &&
        candidate.label == wanted.label && candidate.months == wanted.months) {
      return &candidate.cell;
    }
  }
  return nullptr;
}

/// What the latest value is compared with, from the same of the parts: the function sees a single period.
std::vector<series::ReferenceValue> derivedReferences(const MeasureDefinition& definition,
                                                      const std::vector<Part>& parts, const std::string& breakdown,
                                                      const std::string& group) {
  std::vector<series::ReferenceValue> made;
  for (series::ReferenceValue reference : groupOrEmpty(*parts.front().series, breakdown, group).references) {
    MeasureDefinition::Columns columns;
    for (const Part& part : parts) {
      if (const Cell* cell = referenceOf(groupOrEmpty(*part.series, breakdown, group), reference)) {
        columns.emplace(part.name, std::vector<Cell>{*cell});
      }
    }
    if (columns.size() != parts.size()) {
      continue;
    }
    std::vector<Cell> cells = definition.derive(columns);
    tidy(cells);
    reference.cell = cells.empty() ? Cell::missing(Symbol::NotApplicable, "no value") : std::move(cells.front());
    made.push_back(std::move(reference));
  }
  return made;
}

GroupSeries derivedGroup(const MeasureDefinition& definition, const std::vector<Part>& parts,
                         const std::string& breakdown, const std::string& group, const std::string& parent,
                         const std::vector<base::Month>& months) {
  GroupSeries made{.breakdown = breakdown, .group = group, .parent = parent, .windows = {}};
  for (const Window window : windowsOf(parts)) {
    MeasureDefinition::Columns columns;
    for (const Part& part : parts) {
      columns.emplace(part.name, column(part, breakdown, group, window, months));
    }
    std::vector<Cell> cells = definition.derive(columns);
    if (cells.size() != months.size()) {
      fail("'" + definition.info.name + "' must give one value a month; for " +
           base::countOf(static_cast<std::int64_t>(months.size()), "month", "months") + " it gave " +
           std::to_string(cells.size()) + ".");
    }
    tidy(cells);
    if (window == Window::Month && !definition.info.adds_up) {
      addLeastBehind(cells, parts, columns);
    }
    made.in(window) = std::move(cells);
  }
  made.references = derivedReferences(definition, parts, breakdown, group);
  return made;
}

/// The groups that any part has, in the order that each of them keeps.
std::vector<const GroupSeries*> groupsOf(const std::vector<Part>& parts, const std::string& breakdown, bool is_area) {
  std::vector<const GroupSeries*> groups;
  for (const Part& part : parts) {
    for (const GroupSeries* group : part.series->groupsOf(breakdown)) {
      const bool is_new = std::none_of(groups.begin(), groups.end(),
                                       [&](const GroupSeries* known) { return known->group == group->group; });
      if (is_new) {
        groups.push_back(group);
      }
    }
  }
  std::stable_sort(groups.begin(), groups.end(), [&](const GroupSeries* a, const GroupSeries* b) {
    const int rank_a = lastRank(a->group);
    const int rank_b = lastRank(b->group);
    return rank_a != rank_b ? rank_a < rank_b : !is_area && a->group < b->group;
  });
  return groups;
}

}  // namespace

series::Series derivedSeries(const MeasureDefinition& definition, const Told& told,
                             const std::map<std::string, Series>& finished) {
  const std::vector<Part> parts = partsOf(definition, finished);
  Series made;
  made.info = told.info;
  made.waves = told.waves;
  for (const Part& part : parts) {
    if (part.series->own_month) {
      made.own_month = std::min(made.own_month.value_or(*part.series->own_month), *part.series->own_month);
    }
    made.is_overdue = made.is_overdue || part.series->is_overdue;
    const bool is_longer = made.months.empty() || part.series->months.front() < made.months.front();
    if (is_longer) {
      made.months = part.series->months;
    }
  }
  made.groups.push_back(derivedGroup(definition, parts, "", "", "", made.months));
  for (const series::BreakdownInfo& breakdown : definition.info.breakdowns) {
    const std::vector<const GroupSeries*> groups = groupsOf(parts, breakdown.id, breakdown.is_area);
    checkGroupCount(definition.info.name, breakdown.id, groups.size());
    made.without_rows.push_back(derivedGroup(definition, parts, breakdown.id, kNoGroup, "", made.months));
    for (const GroupSeries* group : groups) {
      made.groups.push_back(derivedGroup(definition, parts, breakdown.id, group->group, group->parent, made.months));
    }
  }
  return made;
}

}  // namespace boardpack::measure
