#include "measure/evaluation/kinds/from_rows.hpp"

#include "measure/evaluation/groups/group_count.hpp"
#include "measure/evaluation/values/value.hpp"
#include "measure/evaluation/values/windows.hpp"

#include <algorithm>
#include <map>

namespace boardpack::measure {
namespace {

/// Longer than any history: so far does one look back "ever".
constexpr int kLongestHistory = 1200;

/// How far back repeats are looked for. An event before all data makes nobody a repeat, so a reader must know from when
/// on there is any.
void tellHistory(series::Series& made, const MeasureDefinition::Repeats& repeats, const std::string& table,
                 Coverage& coverage) {
  const bool is_ever = repeats.within == MeasureDefinition::Repeats::kEver;
  made.looks_back = is_ever ? kLongestHistory : repeats.lookBacks() * repeats.within;
  if (const std::optional<base::Month> earliest = coverage.earliest(table)) {
    made.looks_from = earliest;
    made.info.note += (made.info.note.empty() ? "" : " ") + std::string("Earlier events are known from ") +
                      earliest->longName() + " on.";
  }
}

}  // namespace

base::Month monthTold(const Prepared& prepared, Coverage& coverage, base::MonthRange months, base::Month first_shown,
                      const sdk::Date& as_of) {
  series::Series made;
  Telling telling{.info = &prepared.told.info,
                  .waves = {},
                  .windows = {},
                  .compare = {},
                  .months = months,
                  .shown = shownMonths(tablesOf(prepared), coverage, first_shown, months.last),
                  .told = months.last,
                  .name_table = false,
                  .provisional = {}};
  tellOwnMonth(made, telling, gapsOf(prepared, {}, coverage), as_of);
  return telling.told;
}

series::Series assemble(const Prepared& prepared, const Sources& sources) {
  const std::vector<std::string> tables = tablesOf(prepared);
  const bool name_table = std::any_of(tables.begin(), tables.end(), [&](const auto& t) { return t != tables.front(); });
  const base::MonthRange shown = shownMonths(tables, sources.coverage, sources.first_shown, sources.months.last);
  series::Series made;
  made.info = prepared.told.info;
  made.waves = prepared.told.waves;
  for (base::Month month = shown.first; month <= shown.last; month = month + 1) {
    made.months.push_back(month);
  }
  Telling telling{.info = &made.info,
                  .waves = made.waves,
                  .windows = windowsMade(made.info),
                  .compare = prepared.told.compare,
                  .months = sources.months,
                  .shown = shown,
                  .told = shown.last,
                  .name_table = name_table,
                  .provisional = provisionalMonths(made.info, sources.months)};
  for (base::Month month = sources.months.first; month <= sources.months.last; month = month + 1) {
    if (!sources.coverage.isComplete(tables, month)) {
      telling.provisional[static_cast<std::size_t>(month - sources.months.first)] = true;
    }
  }

  const MonthlyTallies none(static_cast<std::size_t>(sources.months.count()));
  const auto groupOf = [&](const Breakdown& by, const std::string& group, const MonthlyTallies& tallies,
                           const EntryValues* values, const Gaps& gaps) -> series::GroupSeries {
    const Value value = valueOf(*prepared.definition, by, group, sources.population);
    const RangeValue over = [&](base::MonthRange range) {
      Tally sum;
      for (base::Month month = range.first; month <= range.last; month = month + 1) {
        sum += tallies[static_cast<std::size_t>(month - sources.months.first)];
      }
      return values == nullptr ? value(sum, range.last) : values->over(group, range, sum);
    };
    return {.breakdown = by.shownAs(),
            .group = group,
            .parent = by.is_area ? sources.areas.parentOf(group, by.id) : std::string(),
            .windows = windowCells(telling, gaps, over),
            .references = referenceValues(telling, gaps, over)};
  };
  const auto add = [&](const Breakdown& by, const std::string& group, const EntryAnswer& answer, const Gaps& gaps) {
    const auto found = answer.tallies.find(group);
    const MonthlyTallies& tallies = found == answer.tallies.end() ? none : found->second;
    made.groups.push_back(groupOf(by, group, tallies, answer.values.get(), gaps));
  };
  const auto addGrouped = [&](const std::vector<Breakdown>& breakdown, const Gaps& gaps) {
    const Breakdown& by = breakdown.front();
    const GroupedAnswer answer = groupedAnswer(prepared, breakdown, gaps, telling.told, sources);
    made.without_rows.push_back(groupOf(by, by.is_area ? std::string(sdk::kAreaNotKnown) : "", none,
                                        answer.levels.empty() ? nullptr : answer.levels.front().values.get(), gaps));
    made.without_rows.back().group.clear();
    for (const Group& group : answer.groups) {
      const EntryAnswer& level = answer.levels[levelOf(group, by) - 1];
      const auto found = level.tallies.find(group.name);
      const MonthlyTallies& tallies = found == level.tallies.end() ? none : found->second;
      // A population is an area's: of several columns, that of the area among them.
      const bool is_of_area = !group.area_level.empty() && level.values == nullptr;
      const Breakdown of_value = is_of_area ? Breakdown{.id = group.area_level, .column = "", .is_area = true}
                                            : Breakdown{.id = by.id, .column = ""};
      series::GroupSeries shown_group =
          groupOf(of_value, is_of_area ? group.area : group.name, tallies, level.values.get(), gaps);
      shown_group.breakdown = by.shownAs();
      shown_group.group = group.name;
      shown_group.parent = group.parent;
      shown_group.path = group.path;
      shown_group.is_rest = group.is_rest;
      shown_group.area = group.area;
      made.groups.push_back(std::move(shown_group));
    }
  };
  const Gaps gaps = gapsOf(prepared, {}, sources.coverage);
  tellOwnMonth(made, telling, gaps, sources.as_of);
  add({}, "", answerOf(prepared, {}, gaps, sources), gaps);
  const auto addOne = [&](const std::vector<Breakdown>& breakdown) {
    const Gaps own_gaps = gapsOf(prepared, breakdown, sources.coverage);
    if (isOfSeveral(breakdown.front())) {
      addGrouped(breakdown, own_gaps);
      return;
    }
    const EntryAnswer answer = answerOf(prepared, breakdown, own_gaps, sources);
    const std::vector<std::string> order = groupOrder(breakdown.front(), answer.tallies, sources.areas);
    checkGroupCount(made.info.name, breakdown.front().id, order.size());
    // Every area is a group already, so one without rows that is none is no place.
    const std::string no_group = breakdown.front().is_area ? std::string(sdk::kAreaNotKnown) : std::string();
    made.without_rows.push_back(groupOf(breakdown.front(), no_group, none, answer.values.get(), own_gaps));
    made.without_rows.back().group.clear();
    for (const std::string& group : order) {
      add(breakdown.front(), group, answer, own_gaps);
    }
  };
  for (const std::vector<Breakdown>& breakdown : prepared.breakdowns) {
    addBreakdown(made, breakdown.front().shownAs(), [&] { addOne(breakdown); });
  }
  if (prepared.definition->repeats) {
    tellHistory(made, *prepared.definition->repeats, tables.front(), sources.coverage);
  }
  explainOverdue(made, sources.as_of);
  return made;
}

}  // namespace boardpack::measure
