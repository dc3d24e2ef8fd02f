#include "measure/evaluation/kinds/snapshot.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "measure/evaluation/groups/grouping.hpp"
#include "measure/evaluation/groups/kept_names.hpp"
#include "measure/evaluation/kinds/series_builder.hpp"
#include "measure/evaluation/values/state_on_day.hpp"
#include "measure/evaluation/values/windows.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace boardpack::measure {
namespace {

using series::Cell;
using series::Symbol;

/// Of rows with a date of their own: every day that any row of the table is as at.
GroupStates byOwnDay(const Question& question, const Breakdown& by, const Sources& sources) {
  Combinations& combinations = sources.plan.answer(question, by.columns());
  const warehouse::GroupTable& table = combinations.table();
  std::vector<sdk::Date> days;
  const auto dayOf = [&](std::size_t row) {
    return sdk::Date{table.month[row].year(), table.month[row].month(), table.day[row]};
  };
  for (std::size_t row = 0; row < table.size; ++row) {
    days.push_back(dayOf(row));
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const GroupTallies tallies = talliedBy(
      question, by, combinations, days.size(),
      [&](std::size_t row) {
        return static_cast<std::size_t>(std::lower_bound(days.begin(), days.end(), dayOf(row)) - days.begin());
      },
      [&](std::size_t row) { return table.month[row]; }, sources.areas);
  GroupStates made;
  for (const auto& [group, of_group] : tallies) {
    DailyStates& states = made.groups[group];
    for (std::size_t i = 0; i < days.size(); ++i) {
      states.push_back({days[i], of_group[i]});
    }
  }
  for (const sdk::Date& day : days) {
    made.none.push_back({day, {}});
  }
  return made;
}

/// What was kept of the definition, up to the month before the pack's, and of the pack's own month when it is from a
/// later extraction than today's rows.
std::vector<const series::KeptValue*> keptOf(const MeasureDefinition& definition, const Sources& sources) {
  std::vector<const series::KeptValue*> found;
  if (sources.registers == nullptr) {
    return found;
  }
  const std::string digest = snapshotDigest(definition);
  for (const series::KeptValue& kept : sources.registers->kept) {
    const bool is_own = kept.measure == definition.info.name && kept.definition == digest;
    if (is_own && kept.month <= sources.months.last) {
      found.push_back(&kept);
    }
  }
  return found;
}

/// The values of one breakdown of a snapshot that is kept, by month: a state's day is the month's last, so that a
/// state extracted in the next month counts for its own.
GroupStates byKeptMonth(const MeasureDefinition& definition, const Question& question, const Breakdown& by,
                        bool has_today, const Sources& sources) {
  const std::vector<const series::KeptValue*> kept = keptOf(definition, sources);
  std::map<base::Month, std::map<std::string, Tally>> months;
  for (const series::KeptValue* value : kept) {
    if (value->month == sources.months.last && has_today) {
      continue;
    }
    std::map<std::string, Tally>& month = months[value->month];
    if (value->breakdown == by.id) {
      Tally tally;
      tally.numerator = base::Decimal::fromTenThousandths(
          static_cast<std::int64_t>(value->value * 10000.0 + (value->value < 0 ? -0.5 : 0.5)));
      tally.unknown = value->unknown;
      month[groupOfKept(value->group, by)] = tally;
    }
  }
  if (has_today) {
    const GroupTallies today = talliedBy(
        question, by, sources.plan.answer(question, by.columns()), 1, [](std::size_t) { return std::size_t{0}; },
        [&](std::size_t) { return sources.months.last; }, sources.areas);
    std::map<std::string, Tally>& month = months[sources.months.last];
    for (const auto& [group, tally] : today) {
      month[group] = tally.front();
    }
  }
  GroupStates made;
  for (const auto& [month, groups] : months) {
    made.none.push_back({month.lastDay(), {}});
    for (const auto& [group, tally] : groups) {
      made.groups.emplace(group, DailyStates());
    }
  }
  for (auto& [group, states] : made.groups) {
    for (const auto& [month, groups] : months) {
      const auto own = groups.find(group);
      states.push_back({month.lastDay(), own == groups.end() ? Tally() : own->second});
    }
  }
  return made;
}

/// The day that the rows of today tell of, when they tell of the pack's month and nothing later was kept of it.
std::optional<sdk::Date> dayOfToday(const MeasureDefinition& definition, const Sources& sources) {
  if (!sources.extracted_on ||
      !showsStateOf(*sources.extracted_on, sources.months.last, definition.snapshot->until_board, sources.board_date)) {
    return std::nullopt;
  }
  for (const series::KeptValue* kept : keptOf(definition, sources)) {
    if (kept->month == sources.months.last && *sources.extracted_on < kept->as_at) {
      return std::nullopt;
    }
  }
  return sources.extracted_on;
}

std::string whyNoToday(const Sources& sources) {
  if (!sources.extracted_on) {
    return "the day of extraction is not known, or not one day for all rows: extract them on one day and name it as "
           "--data DIR@YYYY-MM-DD";
  }
  return "the rows were extracted on " + base::longDate(*sources.extracted_on) + ", which does not tell the state of " +
         sources.months.last.longName();
}

GroupStates statesBy(const Prepared& prepared, const Breakdown& by, const std::optional<sdk::Date>& today,
                     const Sources& sources) {
  const MeasureDefinition& definition = *prepared.definition;
  const Question& question = prepared.questions.front();
  return definition.snapshot->is_kept ? byKeptMonth(definition, question, by, today.has_value(), sources)
                                      : byOwnDay(question, by, sources);
}

/// The state of each group in the month reported.
Sizes sizesOf(const GroupStates& states, const SnapshotValue& value, base::Month reported) {
  Sizes sizes;
  for (const auto& [group, own] : states.groups) {
    const StateOnDay* state = value.of(own, reported);
    sizes[group] = state == nullptr ? base::Decimal() : state->tally.numerator;
  }
  return sizes;
}

/// In place of "no row is as at a day of …".
void explainNotKept(series::Series& made, const Sources& sources) {
  for (series::GroupSeries& group : made.groups) {
    for (const series::Window window : series::kAllWindows) {
      std::vector<Cell>& cells = group.in(window);
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].symbol != Symbol::NotAvailable) {
          continue;
        }
        cells[i].reason = made.months[i] == sources.months.last && window == series::Window::Month
                              ? whyNoToday(sources)
                              : "the state of an earlier month cannot be rebuilt from today's rows, and none was kept "
                                "for all of its months";
      }
    }
  }
}

/// Of a snapshot that is kept, from the first month that was kept on.
base::MonthRange monthsShown(const Prepared& prepared, const Sources& sources) {
  const MeasureDefinition& definition = *prepared.definition;
  base::MonthRange shown = shownMonths(tablesOf(prepared), sources.coverage, sources.first_made, sources.months.last);
  if (definition.snapshot->is_kept) {
    shown.first = sources.months.last;
    for (const series::KeptValue* kept : keptOf(definition, sources)) {
      shown.first = std::min(shown.first, std::max(kept->month, sources.first_made));
    }
  }
  return shown;
}

/// The groups that a breakdown shows, from the states of those that rows fall into.
std::vector<Group> groupsOf(const Prepared& prepared, const Breakdown& by, const GroupStates& states,
                            const SnapshotValue& value, const Sources& sources) {
  const Sizes sizes = sizesOf(states, value, sources.months.last);
  if (isOfSeveral(by)) {
    const Largest kept = keptGroups(by, {.leaves = sizes}, sources.largest, sources.areas);
    return groupsShown(prepared.definition->info.name, by, sizes, kept, sources.areas);
  }
  std::vector<std::string> occurring;
  for (const auto& [group, size] : sizes) {
    occurring.push_back(group);
  }
  return plainGroups(by, occurring, sources.areas);
}

/// The groups that rows fall into today. `extracted_on` is known.
std::vector<series::KeptValue> leavesToKeep(const Prepared& prepared, const Sources& sources) {
  const Question& question = prepared.questions.front();
  std::vector<series::KeptValue> kept;
  for (const std::vector<Breakdown>& breakdown : prepared.breakdowns) {
    const Breakdown& by = breakdown.front();
    if (!isOfSeveral(by) || !by.shared_id.empty()) {
      continue;
    }
    const GroupTallies today = talliedBy(
        question, by, sources.plan.answer(question, by.columns()), 1, [](std::size_t) { return std::size_t{0}; },
        [&](std::size_t) { return sources.months.last; }, sources.areas);
    for (const auto& [leaf, tally] : today) {
      kept.push_back({.measure = prepared.definition->info.name,
                      .definition = snapshotDigest(*prepared.definition),
                      .month = sources.months.last,
                      .as_at = *sources.extracted_on,
                      .breakdown = by.id,
                      .group = keptName(leaf, by),
                      .value = tally.front().numerator.toDouble(),
                      .unknown = tally.front().unknown});
    }
  }
  return kept;
}

}  // namespace

std::string snapshotDigest(const MeasureDefinition& definition) {
  constexpr std::size_t kDigits = 16;
  return base::digestOf(definition.canonicalText()).substr(0, kDigits);
}

bool showsStateOf(const sdk::Date& extracted_on, base::Month month, bool until_board,
                  const std::optional<sdk::Date>& board_date) {
  if (extracted_on < month.firstDay()) {
    return false;
  }
  const bool is_near = base::daysSinceEpoch(extracted_on) - base::daysSinceEpoch(month.lastDay()) <= kMostDaysAfter;
  return is_near || (until_board && board_date && extracted_on <= *board_date);
}

Largest largestAsAt(const Prepared& prepared, const Breakdown& by, const Sources& sources) {
  const MeasureDefinition& definition = *prepared.definition;
  const std::optional<sdk::Date> today = definition.snapshot->is_kept ? dayOfToday(definition, sources) : std::nullopt;
  const SnapshotValue value(definition, sources.months.last, sources.board_date);
  const Sizes sizes = sizesOf(statesBy(prepared, by, today, sources), value, sources.months.last);
  return largestOf(by, {.leaves = sizes}, sources.areas);
}

std::vector<series::KeptValue> valuesToKeep(const Prepared& prepared, const series::Series& made,
                                            const Sources& sources) {
  const MeasureDefinition& definition = *prepared.definition;
  if (!definition.snapshot->is_kept || !sources.extracted_on || made.as_at != sources.extracted_on) {
    return {};
  }
  std::vector<series::KeptValue> kept = leavesToKeep(prepared, sources);
  std::set<std::string> of_leaves;
  for (const series::KeptValue& leaf : kept) {
    of_leaves.insert(leaf.breakdown);
  }
  for (const series::GroupSeries& group : made.groups) {
    const Cell& cell = group.in(series::Window::Month).back();
    if (cell.has() && !of_leaves.contains(group.breakdown)) {
      kept.push_back({.measure = definition.info.name,
                      .definition = snapshotDigest(definition),
                      .month = sources.months.last,
                      .as_at = *sources.extracted_on,
                      .breakdown = group.breakdown,
                      .group = group.group,
                      .value = *cell.value,
                      .unknown = cell.unknown});
    }
  }
  return kept;
}

series::Series snapshotSeries(const Prepared& prepared, const Sources& sources) {
  const MeasureDefinition& definition = *prepared.definition;
  const bool is_kept = definition.snapshot->is_kept;
  const std::optional<sdk::Date> today = is_kept ? dayOfToday(definition, sources) : std::nullopt;
  const base::MonthRange shown = monthsShown(prepared, sources);
  SeriesBuilder builder(prepared.applied, shown);
  series::Series& made = builder.made();
  const ReportedMonths reported{.info = &made.info,
                                .waves = made.waves,
                                .windows = windowsMade(made.info),
                                .compare = prepared.applied.compare,
                                .months = sources.months,
                                .shown = shown,
                                .latest = shown.last,
                                .name_table = false,
                                .provisional = {}};
  const SnapshotValue value(definition, shown.last, sources.board_date);
  // What was kept has no gaps of today's rows.
  const auto gapsFor = [&](const std::vector<Breakdown>& by) {
    return is_kept ? Gaps(static_cast<std::size_t>(sources.months.count())) : gapsOf(prepared, by, sources.coverage);
  };
  const auto cellsOf = [&](const DailyStates& states, const Gaps& gaps) {
    return cellsOver(reported, gaps, [&](base::MonthRange months) { return value.over(states, months); });
  };
  const GroupStates force = statesBy(prepared, {}, today, sources);
  builder.addForce(cellsOf(sumOf({""}, force), gapsFor({})));
  for (const std::vector<Breakdown>& breakdown : prepared.breakdowns) {
    const Breakdown& by = breakdown.front();
    builder.addBreakdown({by.id, by.shownAs()}, [&]() -> BreakdownCells {
      const auto states = std::make_shared<const GroupStates>(statesBy(prepared, by, today, sources));
      const Gaps gaps = gapsFor(breakdown);
      return {.groups = groupsOf(prepared, by, *states, value, sources),
              .cells = [=](const Group& group) { return cellsOf(sumOf(group.leaves, *states), gaps); },
              .without_rows = [=] { return cellsOf(states->none, gaps); }};
    });
  }
  if (is_kept) {
    explainNotKept(made, sources);
    made.as_at = today;
    for (const series::KeptValue* kept : keptOf(definition, sources)) {
      if (!today && kept->month == shown.last) {
        made.as_at = kept->as_at;
      }
    }
  } else if (const StateOnDay* state = value.of(force.none, shown.last)) {
    made.as_at = state->day;
  }
  return std::move(made);
}

}  // namespace boardpack::measure
