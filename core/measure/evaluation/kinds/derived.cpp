#include "measure/evaluation/kinds/derived.hpp"

#include "base/text.hpp"
#include "measure/definition/formula_values.hpp"
#include "measure/evaluation/groups/group_count.hpp"
#include "measure/evaluation/kinds/series_builder.hpp"
#include "series/breaks.hpp"
#include "series/window_months.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <map>

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
  if (parts.empty() || !definition.formula) {
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

/// A breakdown of a derived measure: what its groups stand under in the parts, and in its own series.
struct DerivedBy {
  const series::BreakdownInfo* info;
  std::string in_parts;
  std::string shown_as;
};

/// The largest groups are those of one measure, so the parts are broken down by them under a name of its own.
std::vector<DerivedBy> breakdownsOf(const MeasureDefinition& definition, const std::vector<Part>& parts,
                                    const MeasureSet& measures, const std::vector<SharedGroups>& shared) {
  std::vector<DerivedBy> found;
  for (const series::BreakdownInfo& info : definition.info.breakdowns) {
    found.push_back({.info = &info,
                     .in_parts = info.top == 0 ? info.id : sharedGroupsOf(definition, info, measures).id,
                     .shown_as = info.id});
  }
  for (const SharedGroups& each : shared) {
    found.push_back({.info = &each.info, .in_parts = each.id, .shown_as = each.id});
  }
  for (const DerivedBy& by : found) {
    for (const Part& part : parts) {
      if (by.info->top > 0 && part.series->info.nature.is_from_entries) {
        fail("'" + definition.info.name + "' by " + by.info->id + ": '" + part.name +
             "' is entered by people, so there are no rows to make its \"Other\" of. Leave `top` out.");
      }
    }
  }
  return found;
}

/// The values of one group of every part.
class ValuesOfGroup final : public FormulaValues {
 public:
  ValuesOfGroup(const std::vector<Part>& parts, const std::string& breakdown, const std::string& group) {
    for (const Part& part : parts) {
      const GroupSeries& own = groupOrEmpty(*part.series, breakdown, group);
      groups_.emplace(part.name, Of{part.series, &own, breaksIn(*part.series, own)});
    }
  }

  Cell cell(const std::string& measure, Window window, base::Month month) const override {
    const auto& [series, group, breaks] = of(measure);
    const std::vector<Cell>& cells = group->in(window);
    const auto at = static_cast<std::size_t>(month - series->months.front());
    if (month < series->months.front() || at >= cells.size()) {
      return Cell::missing(Symbol::NotAvailable, "'" + measure + "' has no value for " + month.longName());
    }
    Cell cell = cells[at];
    cell.least_behind = series::countBehind(series->info, cell);
    return cell;
  }

  Reading reading(const std::string& measure, Window window, base::Month month) const override {
    const Of& part = of(measure);
    const auto months = series::monthsOf(part.series->info, part.series->waves, window, month);
    return months && !part.breaks.empty() ? readingOver(measure, *months) : Reading{};
  }
  /// That of a value over given months.
  Reading readingOver(const std::string& measure, const base::MonthRange& months) const {
    const Of& part = of(measure);
    return {.breaks = &part.breaks,
            .told = {months.first - part.series->reads_back, months.last},
            .read = series::monthsRead(*part.series, months)};
  }

 private:
  struct Of {
    const Series* series;
    const GroupSeries* group;
    std::vector<Break> breaks;
  };

  static std::vector<Break> breaksIn(const Series& part, const GroupSeries& group) {
    std::vector<Break> breaks;
    for (const series::Event* event : series::breaksOf(part, group)) {
      breaks.push_back({.event = event, .is_of_part = false});
    }
    for (const series::Event* event : series::breaksOfPart(part, group)) {
      breaks.push_back({.event = event, .is_of_part = true});
    }
    return breaks;
  }

  const Of& of(const std::string& measure) const {
    const auto found = groups_.find(measure);
    if (found == groups_.end()) {
      fail("There is no value of '" + measure + "' here.");
    }
    return found->second;
  }

  std::map<std::string, Of> groups_;
};

/// The windows that every part has values in.
std::vector<Window> windowsOfAll(const std::vector<Part>& parts) {
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

/// The values of one group for a single period that the latest one is compared with; those of a named month or year
/// stay what they are.
class ReferenceValues final : public FormulaValues {
 public:
  /// Stands for the period: it is later than every month that a formula may name.
  static constexpr base::Month kPeriod{9999, 12};

  ReferenceValues(const ValuesOfGroup& months, const base::MonthRange& period, std::map<std::string, Cell> cells)
      : months_(months), period_(period), cells_(std::move(cells)) {}

  Cell cell(const std::string& measure, Window window, base::Month month) const override {
    return month == kPeriod ? cells_.at(measure) : months_.cell(measure, window, month);
  }

  Reading reading(const std::string& measure, Window window, base::Month month) const override {
    return month == kPeriod ? months_.readingOver(measure, period_) : months_.reading(measure, window, month);
  }

 private:
  const ValuesOfGroup& months_;
  base::MonthRange period_;
  std::map<std::string, Cell> cells_;
};

/// What the latest value is compared with, from the same of the parts.
std::vector<series::ReferenceValue> derivedReferences(const MeasureDefinition& definition,
                                                      const std::vector<Part>& parts, const std::string& breakdown,
                                                      const std::string& group, const ValuesOfGroup& values) {
  std::vector<series::ReferenceValue> made;
  for (series::ReferenceValue reference : groupOrEmpty(*parts.front().series, breakdown, group).references) {
    std::map<std::string, Cell> cells;
    for (const Part& part : parts) {
      if (const Cell* cell = referenceOf(groupOrEmpty(*part.series, breakdown, group), reference)) {
        cells.emplace(part.name, *cell);
      }
    }
    if (cells.size() != parts.size()) {
      continue;
    }
    reference.cell =
        reachOf(*definition.formula).months > 0
            ? Cell::missing(Symbol::NotApplicable, "its formula reads other months too, which that period has not")
            : evaluate(*definition.formula, ReferenceValues(values, reference.months, std::move(cells)),
                       reference.window, ReferenceValues::kPeriod);
    reference.cell.least_behind.reset();
    made.push_back(std::move(reference));
  }
  return made;
}

GroupCells derivedCells(const MeasureDefinition& definition, const std::vector<Part>& parts,
                        const std::string& breakdown, const std::string& group,
                        const std::vector<base::Month>& months) {
  GroupCells made;
  const ValuesOfGroup values(parts, breakdown, group);
  const std::vector<Window> possible = windowsOf(*definition.formula);
  for (const Window window : windowsOfAll(parts)) {
    const bool has_meaning = std::find(possible.begin(), possible.end(), window) != possible.end();
    for (const base::Month month : months) {
      Cell cell = has_meaning ? evaluate(*definition.formula, values, window, month)
                              : Cell::missing(Symbol::NotApplicable, "its formula has no meaning over this period");
      if (window != Window::Month || definition.info.nature.adds_up) {
        cell.least_behind.reset();
      }
      made.windows[static_cast<std::size_t>(window)].push_back(std::move(cell));
    }
  }
  made.references = derivedReferences(definition, parts, breakdown, group, values);
  return made;
}

/// The place of a name among those beside it: "Other" after the groups, what is not known last.
int rankIn(const GroupSeries& group, const std::vector<std::string>& path, std::size_t level) {
  const bool is_rest = group.is_rest && level + 1 == path.size();
  return is_rest ? 1 : 2 * lastRank(path[level]);
}

bool comesBefore(const GroupSeries& a, const GroupSeries& b, bool is_area) {
  const std::vector<std::string> path_a = a.path.empty() ? std::vector<std::string>{a.group} : a.path;
  const std::vector<std::string> path_b = b.path.empty() ? std::vector<std::string>{b.group} : b.path;
  for (std::size_t i = 0; i < path_a.size() && i < path_b.size(); ++i) {
    const int rank_a = rankIn(a, path_a, i);
    const int rank_b = rankIn(b, path_b, i);
    if (rank_a != rank_b) {
      return rank_a < rank_b;
    }
    if (path_a[i] != path_b[i]) {
      return !is_area && path_a[i] < path_b[i];
    }
  }
  return path_a.size() < path_b.size();
}

/// The groups that any part has, in the order that each of them keeps.
std::vector<Group> groupsOf(const std::vector<Part>& parts, const DerivedBy& by) {
  std::vector<const GroupSeries*> groups;
  for (const Part& part : parts) {
    for (const GroupSeries* group : part.series->groupsOf(by.in_parts)) {
      const bool is_new = std::none_of(groups.begin(), groups.end(),
                                       [&](const GroupSeries* known) { return known->group == group->group; });
      if (is_new) {
        groups.push_back(group);
      }
    }
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [&](const GroupSeries* a, const GroupSeries* b) { return comesBefore(*a, *b, by.info->is_area); });
  std::vector<Group> shown;
  for (const GroupSeries* group : groups) {
    shown.push_back({.name = group->group,
                     .parent = group->parent,
                     .path = group->path,
                     .is_rest = group->is_rest,
                     .area = group->area,
                     .area_level = "",
                     .leaves = {}});
  }
  return shown;
}

/// What a part cannot be shown by, what is made of it cannot be either.
void checkShown(const MeasureDefinition& definition, const std::vector<Part>& parts, const DerivedBy& by) {
  for (const Part& part : parts) {
    for (const series::RefusedBreakdown& refused : part.series->refused) {
      if (refused.breakdown == by.in_parts) {
        throw TooManyGroups("'" + definition.info.name + "' by " + by.info->id + " reads '" + part.name +
                            "', which is not shown so: " + refused.why);
      }
    }
  }
}

/// The months of the part that begins first.
const std::vector<base::Month>& longestOf(const std::vector<Part>& parts) {
  const auto first = std::min_element(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return a.series->months.front() < b.series->months.front();
  });
  return first->series->months;
}

/// What a part is made of before its period, the derive is too.
void addReach(const Series& part, Series& made) {
  made.reads_back = std::max(made.reads_back, part.reads_back);
  if (part.looks_back == 0) {
    return;
  }
  const bool is_first = made.looks_back == 0;
  made.looks_back = std::max(made.looks_back, part.looks_back);
  if (is_first || (made.looks_from && (!part.looks_from || *part.looks_from < *made.looks_from))) {
    made.looks_from = part.looks_from;
  }
}

/// Of a derive that says itself how long it settles, the periods with a month that still does. What its parts are
/// marked with its values have already.
void markSettling(Series& made, GroupSeries& group) {
  const auto settles = [&](const base::MonthRange& months) {
    return made.months.back() - months.last < made.info.settles_after;
  };
  for (const Window window : series::kAllWindows) {
    std::vector<Cell>& cells = group.in(window);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto months = series::monthsOf(made.info, made.waves, window, made.months[i]);
      if (cells[i].has() && months && settles(*months)) {
        cells[i].marks.add(series::Mark::Provisional);
      }
    }
  }
  for (series::ReferenceValue& reference : group.references) {
    if (reference.cell.has() && settles(reference.months)) {
      reference.cell.marks.add(series::Mark::Provisional);
    }
  }
}

}  // namespace

series::Series derivedSeries(const MeasureDefinition& definition, const AppliedInfo& applied,
                             const std::map<std::string, Series>& finished, const MeasureSet& measures,
                             const std::vector<SharedGroups>& shared) {
  const std::vector<Part> parts = partsOf(definition, finished);
  const std::vector<base::Month>& months = longestOf(parts);
  SeriesBuilder builder(applied, {months.front(), months.back()});
  Series& made = builder.made();
  made.is_entered = std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.series->is_entered; });
  for (const Part& part : parts) {
    if (part.series->own_month) {
      made.own_month = std::min(made.own_month.value_or(*part.series->own_month), *part.series->own_month);
    }
    made.is_overdue = made.is_overdue || part.series->is_overdue;
    addReach(*part.series, made);
  }
  made.reads_back += reachOf(*definition.formula).months;
  builder.addForce(derivedCells(definition, parts, "", "", months));
  for (const DerivedBy& by : breakdownsOf(definition, parts, measures, shared)) {
    builder.addBreakdown({by.info->id, by.shown_as}, [&]() -> BreakdownCells {
      checkShown(definition, parts, by);
      const auto cells = [&](const std::string& group) {
        return derivedCells(definition, parts, by.in_parts, group, months);
      };
      return {.groups = groupsOf(parts, by),
              .cells = [=](const Group& group) { return cells(group.name); },
              .without_rows = [=] { return cells(kNoGroup); }};
    });
  }
  for (std::vector<GroupSeries>* groups : {&made.groups, &made.without_rows}) {
    for (GroupSeries& group : *groups) {
      markSettling(made, group);
    }
  }
  return std::move(made);
}

}  // namespace boardpack::measure
