#include "paper/chart_groups.hpp"

#include "findings/chart_facts.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::paper {

namespace {

using series::ChartKind;
using series::Window;

constexpr std::size_t kMostStacked = 6;
constexpr std::size_t kMostPanels = 12;
constexpr std::size_t kMostBars = 14;
constexpr std::size_t kLines = 16;  ///< of text that a picture of bars has room for, heading and notes included
constexpr std::size_t kLettersOfALine = 70;

std::size_t linesOf(std::size_t letters) { return (letters + kLettersOfALine - 1) / kLettersOfALine; }

/// The monthly values that are drawn; a value that is not a finite number is not.
std::vector<double> valuesOf(const series::Series& series, const series::GroupSeries& group,
                             const base::MonthRange& shown) {
  std::vector<double> values;
  for (base::Month month = shown.first; month <= shown.last; month = month + 1) {
    const series::Cell cell = series.at(group, Window::Month, month);
    if (cell.has() && std::isfinite(*cell.value)) {
      values.push_back(*cell.value);
    }
  }
  return values;
}

double totalOf(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) {
    total += value;
  }
  return total;
}

/// The groups of a chart over months; what is outside the force or not known only where it has a row in these months.
std::vector<const series::GroupSeries*> monthlyGroups(const series::Series& series, const std::string& breakdown,
                                                      const base::MonthRange& shown) {
  std::vector<const series::GroupSeries*> groups = series.groupsOf(breakdown);
  std::erase_if(groups, [&](const series::GroupSeries* group) {
    return group->isForce() || !series.isWorthDrawing(*group) ||
           (series::isRemainder(group->group) && totalOf(valuesOf(series, *group, shown)) == 0);
  });
  return groups;
}

std::vector<std::string> namesOf(const std::vector<const series::GroupSeries*>& groups) {
  std::vector<std::string> names;
  for (const series::GroupSeries* group : groups) {
    names.push_back(group->group);
  }
  return names;
}

/// Lowest of the stack first: what is outside the force or not known stands on top.
ChartGroups stackOf(const series::Series& series, const std::string& breakdown, const base::MonthRange& shown) {
  std::vector<const series::GroupSeries*> groups = monthlyGroups(series, breakdown, shown);
  std::stable_partition(groups.begin(), groups.end(),
                        [](const series::GroupSeries* group) { return !series::isRemainder(group->group); });
  return {namesOf(groups), groups.size()};
}

/// The groups with the largest totals, in the order of the measure.
ChartGroups panelsOf(const series::Series& series, const std::string& breakdown, const base::MonthRange& shown) {
  std::vector<const series::GroupSeries*> groups = monthlyGroups(series, breakdown, shown);
  const std::size_t in_all = groups.size();
  if (in_all > kMostPanels) {
    std::stable_sort(groups.begin(), groups.end(), [&](const auto* a, const auto* b) {
      return std::abs(totalOf(valuesOf(series, *a, shown))) > std::abs(totalOf(valuesOf(series, *b, shown)));
    });
    groups.resize(kMostPanels);
    // All groups lie in one vector: their addresses have the measure's order.
    std::sort(groups.begin(), groups.end());
  }
  return {namesOf(groups), in_all};
}

/// How many bars a picture has room for under its heading and above its notes.
std::size_t mostBars(const series::Analysed& measure, const std::vector<findings::GroupChange>& changes,
                     std::size_t without) {
  const std::string& unit = measure.series.info.unit;
  const std::size_t heading = linesOf(
      std::string("Change in : 12 months to Dec 2025 against 12 months to Dec 2024").size() +
      (unit == "%" ? std::string("percentage points").size() : std::max(unit.size(), std::string("number").size())));
  const bool any_from_nothing = std::any_of(changes.begin(), changes.end(), [](const findings::GroupChange& change) {
    return change.comparison->change_percent.symbol == series::Symbol::NotApplicable;
  });
  const std::size_t notes = (without > 0 ? 40 : 0) + (any_from_nothing ? 40 : 0);
  const auto room = [&](std::size_t letters) {
    const std::size_t taken = heading + linesOf(letters);
    return taken < kLines ? std::min(kMostBars, kLines - taken) : std::size_t{1};
  };
  const std::size_t most = room(notes);
  return changes.size() > most ? room(notes + 50) : most;
}

/// The largest changes either way, from the largest rise to the largest fall.
ChartGroups barsOf(const series::Analysed& measure, const std::string& breakdown) {
  std::vector<findings::GroupChange> changes = findings::changesByGroup(measure, breakdown);
  std::vector<const series::GroupSeries*> groups = measure.series.groupsOf(breakdown);
  std::erase_if(groups, [&](const series::GroupSeries* group) { return !measure.series.isWorthDrawing(*group); });
  const std::size_t most = mostBars(measure, changes, groups.size() - changes.size());
  const auto size = [](const findings::GroupChange& change) { return std::abs(*change.comparison->change.value); };
  while (changes.size() > most) {
    // Of equal ones the last in the measure's order is left out, as it stands last among equals here.
    auto least = changes.begin();
    for (auto one = changes.begin(); one != changes.end(); ++one) {
      least = size(*one) <= size(*least) ? one : least;
    }
    changes.erase(least);
  }
  ChartGroups bars{.drawn = {}, .in_all = groups.size()};
  for (const findings::GroupChange& change : changes) {
    bars.drawn.push_back(change.group);
  }
  return bars;
}

}  // namespace

ChartGroups groupsOf(const series::Analysed& measure, const series::ChartSpec& spec, const base::MonthRange& shown) {
  switch (spec.kind) {
    case ChartKind::Xmr:
    case ChartKind::MrtAgainstYear:
    case ChartKind::Funnel:
      return {};
    case ChartKind::ChangeByGroup:
      return barsOf(measure, spec.breakdown);
    case ChartKind::StackedColumns:
      return stackOf(measure.series, spec.breakdown, shown);
    case ChartKind::SmallMultiples:
      return panelsOf(measure.series, spec.breakdown, shown);
  }
  return {};
}

bool canStack(const series::Analysed& measure, const ChartGroups& groups, const std::string& breakdown,
              const base::MonthRange& shown) {
  if (!measure.series.info.nature.adds_up || groups.drawn.empty() || groups.drawn.size() > kMostStacked) {
    return false;
  }
  return std::none_of(groups.drawn.begin(), groups.drawn.end(), [&](const std::string& name) {
    const std::vector<double> values = valuesOf(measure.series, *measure.series.find(breakdown, name), shown);
    return std::any_of(values.begin(), values.end(), [](double value) { return value < 0; });
  });
}

}  // namespace boardpack::paper
