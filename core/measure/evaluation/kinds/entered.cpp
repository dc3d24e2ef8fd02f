#include "measure/evaluation/kinds/entered.hpp"

#include "base/text.hpp"
#include "measure/evaluation/groups/area_dates.hpp"
#include "measure/evaluation/kinds/series_builder.hpp"
#include "series/window_months.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <set>

namespace boardpack::measure {
namespace {

using series::Cell;
using series::EnteredFigure;
using series::Series;
using series::Symbol;
using series::Window;

constexpr std::size_t kMostAuthors = 3;

std::vector<const EnteredFigure*> entriesOf(const std::string& measure, const series::Registers* registers) {
  std::vector<const EnteredFigure*> entries;
  if (registers != nullptr) {
    for (const EnteredFigure& figure : registers->figures) {
      if (figure.measure == measure) {
        entries.push_back(&figure);
      }
    }
  }
  return entries;
}

/// All entries of one measure and how they become cells.
class Entered {
 public:
  Entered(const AppliedInfo& applied, std::vector<const EnteredFigure*> entries)
      : applied_(applied), window_(applied.info.shortest()), entries_(std::move(entries)) {}

  /// The entry that a window which ends in or before `month` is filled from.
  const EnteredFigure* find(const std::string& breakdown, const std::string& group, base::Month month) const {
    const auto months = series::monthsOf(applied_.info, applied_.waves, window_, month);
    for (const EnteredFigure* entry : entries_) {
      if (months && entry->breakdown == breakdown && entry->group == group && entry->month == months->last) {
        return entry;
      }
    }
    return nullptr;
  }

  Cell cellOf(const std::string& breakdown, const std::string& group, base::Month month) const {
    const auto months = series::monthsOf(applied_.info, applied_.waves, window_, month);
    if (!months) {
      return Cell::missing(Symbol::NotAvailable, "the period has not ended");
    }
    const EnteredFigure* entry = find(breakdown, group, month);
    if (entry == nullptr) {
      return Cell::missing(
          Symbol::NotAvailable,
          (!applied_.info.nature.is_order ? "nobody entered " : "no state was entered for ") + months->last.longName());
    }
    return !applied_.info.nature.is_order ? cellOfFigure(*entry) : cellOfState(*entry);
  }

  Window window() const { return window_; }
  const std::vector<const EnteredFigure*>& entries() const { return entries_; }

 private:
  static Cell cellOfFigure(const EnteredFigure& entry) {
    if (!entry.value) {
      return Cell::missing(Symbol::NotAvailable, entry.words);
    }
    Cell cell = Cell::of(*entry.value);
    cell.bound = entry.bound;
    return cell;
  }

  Cell cellOfState(const EnteredFigure& entry) const {
    const auto& states = applied_.info.states;
    const auto at = std::find(states.begin(), states.end(), entry.state);
    return at == states.end() ? Cell::missing(Symbol::NotAvailable, entry.words)
                              : Cell::of(static_cast<double>(at - states.begin() + 1));
  }

  const AppliedInfo& applied_;
  Window window_;
  std::vector<const EnteredFigure*> entries_;
};

std::vector<std::string> groupNames(const Entered& entered, const series::BreakdownInfo& breakdown,
                                    const Areas& areas) {
  if (breakdown.is_area) {
    return areas.areasOf(breakdown.id);
  }
  std::set<std::string> names;
  for (const EnteredFigure* entry : entered.entries()) {
    if (entry->breakdown == breakdown.id) {
      names.insert(entry->group);
    }
  }
  return {names.begin(), names.end()};
}

std::vector<Group> groupsOf(const Entered& entered, const series::BreakdownInfo& breakdown, const Areas& areas) {
  std::vector<Group> groups;
  for (const std::string& name : groupNames(entered, breakdown, areas)) {
    Group& group = groups.emplace_back();
    group.name = name;
    group.parent = breakdown.is_area ? areas.parentOf(name, breakdown.id) : std::string();
  }
  return groups;
}

/// The first month that anything is entered of a group; nothing when there is none.
std::optional<base::Month> firstEntry(const Entered& entered, const series::GroupSeries& group) {
  std::optional<base::Month> first;
  for (const EnteredFigure* entry : entered.entries()) {
    const bool is_own = entry->breakdown == group.breakdown && entry->group == group.group;
    if (is_own && (!first || entry->month < *first)) {
      first = entry->month;
    }
  }
  return first;
}

/// The worst state of the groups in a month, see enteredSeries().
Cell worstOf(const Series& made, const Entered& entered, std::size_t index) {
  std::optional<double> worst;
  std::vector<std::string> without;
  std::int64_t expected = 0;
  for (const series::GroupSeries& group : made.groups) {
    const auto first = group.isForce() ? std::nullopt : firstEntry(entered, group);
    const bool is_expected = first && *first <= made.months[index];
    if (!is_expected || group.in(entered.window())[index].symbol == Symbol::NotApplicable) {
      continue;  // not yet one of the groups, or an area that is none in the month
    }
    ++expected;
    const Cell& cell = group.in(entered.window())[index];
    if (!cell.has()) {
      without.push_back(group.group);
    } else if (!worst || *cell.value < *worst) {
      worst = cell.value;
    }
  }
  if (expected == 0) {
    return Cell::missing(Symbol::NotAvailable, "no state was entered for " + made.months[index].longName());
  }
  if (worst && (without.empty() || *worst == 1)) {
    Cell cell = Cell::of(*worst);
    cell.unknown = static_cast<std::int64_t>(without.size());
    return cell;
  }
  return Cell::missing(
      Symbol::NotAvailable,
      "no state was entered for " +
          (without.size() <= kMostAuthors ? base::joinWords(without)
                                          : std::to_string(without.size()) + " of " + std::to_string(expected)) +
          " in " + made.months[index].longName() + ", so the worst is not known");
}

void addWorst(Series& made, const Entered& entered) {
  std::vector<Cell>& force = made.groups.front().in(entered.window());
  for (std::size_t i = 0; i < made.months.size(); ++i) {
    if (entered.find("", "", made.months[i]) == nullptr) {
      force[i] = worstOf(made, entered, i);
    }
  }
}

/// Who entered the latest figures and when, and what they said.
void nameAuthors(Series& made, const Entered& entered) {
  std::vector<std::string> authors;
  for (const series::GroupSeries& group : made.groups) {
    const EnteredFigure* entry = entered.find(group.breakdown, group.group, made.months.back());
    if (entry == nullptr) {
      continue;
    }
    if (group.isForce()) {
      made.as_at = entry->as_at;
    }
    std::string author = entry->entered_by;
    if (entry->entered_on) {
      author += " on " + base::longDate(*entry->entered_on);
    }
    if (std::find(authors.begin(), authors.end(), author) == authors.end()) {
      authors.push_back(author);
    }
    if (group.isForce() && entry->value && !entry->words.empty()) {
      made.info.note += (made.info.note.empty() ? "" : " ") + entry->words + (entry->words.ends_with(".") ? "" : ".");
    }
  }
  if (authors.empty()) {
    return;
  }
  const std::size_t more = authors.size() > kMostAuthors ? authors.size() - kMostAuthors : 0;
  authors.resize(authors.size() - more);
  made.info.note += (made.info.note.empty() ? "" : " ") + std::string("Figures for ") + made.months.back().longName() +
                    " entered by " + base::joinWords(authors) + (more > 0 ? " and others." : ".");
}

/// A value of the window that is not the measure's own: every month has one, since derived measures may ask.
void fillMonth(WindowCells& windows, Window window, std::size_t months) {
  if (window != Window::Month) {
    windows[static_cast<std::size_t>(Window::Month)].assign(
        months, Cell::missing(Symbol::NotApplicable, "the measure is not entered for single months"));
  }
}

}  // namespace

Series enteredSeries(const MeasureDefinition& definition, const AppliedInfo& applied,
                     const series::Registers* registers, base::Month first_shown, base::Month last,
                     const Areas& areas) {
  const Entered entered(applied, entriesOf(definition.info.name, registers));
  base::Month first = last;
  for (const EnteredFigure* entry : entered.entries()) {
    first = std::min(first, std::max(entry->month, first_shown));
  }
  SeriesBuilder builder(applied, {first, last});
  Series& made = builder.made();
  made.is_entered = true;
  const auto cellsOf = [&](const std::string& breakdown, const std::string& group) {
    GroupCells cells;
    for (const base::Month month : made.months) {
      cells.windows[static_cast<std::size_t>(entered.window())].push_back(entered.cellOf(breakdown, group, month));
    }
    fillMonth(cells.windows, entered.window(), made.months.size());
    return cells;
  };
  builder.addForce(cellsOf("", ""));
  for (const series::BreakdownInfo& breakdown : applied.info.breakdowns) {
    builder.addBreakdown({breakdown.id, breakdown.id}, [&]() -> BreakdownCells {
      return {.groups = groupsOf(entered, breakdown, areas),
              .cells = [&](const Group& group) { return cellsOf(breakdown.id, group.name); }};
    });
  }
  explainAreaDates(made, areas);
  if (made.info.nature.is_order && !made.info.breakdowns.empty()) {
    addWorst(made, entered);
  }
  nameAuthors(made, entered);
  return std::move(made);
}

Series stateCounts(const MeasureDefinition& definition, const AppliedInfo& applied,
                   const std::map<std::string, Series>& finished) {
  const MeasureDefinition::OfStates& asked = *definition.of_states;
  const Series& states = finished.at(asked.measure);
  if (!states.failure.empty()) {
    throw sdk::Error(sdk::ErrorKind::Script, "'" + definition.info.name + "' looks at '" + asked.measure +
                                                 "', which failed: " + states.failure);
  }
  const auto& names = states.info.states;
  const auto wanted = static_cast<double>(std::find(names.begin(), names.end(), asked.state) - names.begin() + 1);
  const Window window = states.info.shortest();
  Series made;
  made.info = applied.info;
  made.is_entered = true;
  made.waves = states.waves;
  made.months = states.months;
  series::GroupSeries& force = made.groups.emplace_back();
  for (std::size_t i = 0; i < made.months.size(); ++i) {
    std::int64_t known = 0;
    std::int64_t met = 0;
    std::int64_t unknown = 0;
    for (const series::GroupSeries& group : states.groups) {
      if (group.isForce()) {
        continue;
      }
      const Cell& cell = group.in(window)[i];
      if (cell.symbol == Symbol::NotApplicable) {
        continue;  // an area that is none in the month
      }
      if (!cell.has()) {
        ++unknown;
        continue;
      }
      ++known;
      met += (asked.is_share ? *cell.value >= wanted : *cell.value == wanted) ? 1 : 0;
    }
    Cell cell;
    if (known == 0) {
      cell = Cell::missing(Symbol::NotAvailable, "no state was entered for " + made.months[i].longName());
    } else if (asked.is_share) {
      cell = Cell::of(100.0 * static_cast<double>(met) / static_cast<double>(known));
      cell.numerator = static_cast<double>(met);
      cell.denominator = static_cast<double>(known);
    } else {
      cell = Cell::of(static_cast<double>(met));
    }
    cell.unknown = unknown;
    force.in(made.info.shortest()).push_back(std::move(cell));
  }
  fillMonth(force.windows, made.info.shortest(), made.months.size());
  return made;
}

}  // namespace boardpack::measure
