#include "measure/evaluation/kinds/from_rows.hpp"

#include "measure/evaluation/kinds/row_answers.hpp"
#include "measure/evaluation/kinds/series_builder.hpp"
#include "measure/evaluation/values/value.hpp"
#include "measure/evaluation/values/windows.hpp"

#include <algorithm>
#include <memory>

namespace boardpack::measure {
namespace {

/// Longer than any history: so far does one look back "ever".
constexpr int kLongestHistory = 1200;

/// How far back repeats are looked for. An event before all data makes nobody a repeat, so a reader must know from when
/// on there is any.
void noteHistory(series::Series& made, const MeasureDefinition::Repeats& repeats, const std::string& table,
                 Coverage& coverage) {
  const bool is_ever = repeats.within == MeasureDefinition::Repeats::kEver;
  made.looks_back = is_ever ? kLongestHistory : repeats.lookBacks() * repeats.within;
  if (const std::optional<base::Month> earliest = coverage.earliest(table)) {
    made.looks_from = earliest;
    made.info.note += (made.info.note.empty() ? "" : " ") + std::string("Earlier events are known from ") +
                      earliest->longName() + " on.";
  }
}

ReportedMonths reportedMonths(const Prepared& prepared, const series::MeasureInfo& info, base::MonthRange shown,
                              const Sources& sources) {
  const std::vector<std::string> tables = tablesOf(prepared);
  ReportedMonths reported{
      .info = &info,
      .waves = prepared.applied.waves,
      .windows = windowsMade(info),
      .compare = prepared.applied.compare,
      .months = sources.months,
      .shown = shown,
      .latest = shown.last,
      .name_table = std::any_of(tables.begin(), tables.end(), [&](const auto& t) { return t != tables.front(); }),
      .provisional = provisionalMonths(info, sources.months)};
  for (base::Month month = sources.months.first; month <= sources.months.last; month = month + 1) {
    if (!sources.coverage.isComplete(tables, month)) {
      reported.provisional[static_cast<std::size_t>(month - sources.months.first)] = true;
    }
  }
  return reported;
}

/// The cells of groups from the answers to a measure's questions.
class RowCells {
 public:
  RowCells(const Prepared& prepared, const ReportedMonths& reported, const Sources& sources)
      : prepared_(prepared),
        reported_(reported),
        sources_(sources),
        none_(static_cast<std::size_t>(sources.months.count())) {}

  GroupCells ofForce(const EntryAnswer& answer, const Gaps& gaps) const {
    return cells({}, "", talliesIn(answer, ""), answer.values.get(), gaps);
  }

  GroupCells ofGroup(const Breakdown& by, const Group& group, const GroupedAnswer& answer, const Gaps& gaps) const {
    const EntryAnswer& level = answer.levels[levelOf(group, by) - 1];
    const MonthlyTallies& tallies = talliesIn(level, group.name);
    if (!isOfSeveral(by)) {
      return cells(by, group.name, tallies, level.values.get(), gaps);
    }
    // A population is an area's: of several columns, that of the area among them.
    const bool is_of_area = !group.area_level.empty() && level.values == nullptr;
    return is_of_area
               ? cells({.id = group.area_level, .column = "", .is_area = true}, group.area, tallies, nullptr, gaps)
               : cells({.id = by.id, .column = ""}, group.name, tallies, level.values.get(), gaps);
  }

  /// Every area is a group already, so one without rows that is none is no place.
  GroupCells withoutRows(const Breakdown& by, const GroupedAnswer& answer, const Gaps& gaps) const {
    return cells(by, by.is_area ? std::string(sdk::kAreaNotKnown) : std::string(), none_,
                 answer.levels.empty() ? nullptr : answer.levels.front().values.get(), gaps);
  }

 private:
  const MonthlyTallies& talliesIn(const EntryAnswer& answer, const std::string& group) const {
    const auto found = answer.tallies.find(group);
    return found == answer.tallies.end() ? none_ : found->second;
  }

  GroupCells cells(const Breakdown& by, const std::string& group, const MonthlyTallies& tallies,
                   const EntryValues* values, const Gaps& gaps) const {
    const Value value =
        valueOf(*prepared_.definition, by, group, sources_.population ? &*sources_.population : nullptr);
    const auto over = [&](base::MonthRange range) {
      Tally sum;
      for (base::Month month = range.first; month <= range.last; month = month + 1) {
        sum += tallies[static_cast<std::size_t>(month - sources_.months.first)];
      }
      return values == nullptr ? value(sum, range.last) : values->over(group, range, sum);
    };
    return cellsOver(reported_, gaps, over);
  }

  const Prepared& prepared_;
  const ReportedMonths& reported_;
  const Sources& sources_;
  MonthlyTallies none_;
};

}  // namespace

base::Month reportedMonth(const Prepared& prepared, const Sources& sources) {
  series::Series made;
  ReportedMonths reported{
      .info = &prepared.applied.info,
      .waves = {},
      .windows = {},
      .compare = {},
      .months = sources.months,
      .shown = shownMonths(tablesOf(prepared), sources.coverage, sources.first_made, sources.months.last),
      .latest = sources.months.last,
      .name_table = false,
      .provisional = {}};
  markReportingMonth(made, reported, gapsOf(prepared, {}, sources.coverage), sources.as_of);
  return reported.latest;
}

series::Series assemble(const Prepared& prepared, const Sources& sources) {
  const std::vector<std::string> tables = tablesOf(prepared);
  const base::MonthRange shown = shownMonths(tables, sources.coverage, sources.first_made, sources.months.last);
  SeriesBuilder builder(prepared.applied, shown);
  series::Series& made = builder.made();
  ReportedMonths reported = reportedMonths(prepared, made.info, shown, sources);
  const Gaps gaps = gapsOf(prepared, {}, sources.coverage);
  markReportingMonth(made, reported, gaps, sources.as_of);
  const RowCells cells(prepared, reported, sources);
  builder.addForce(cells.ofForce(forceAnswer(prepared, gaps, sources), gaps));
  for (const std::vector<Breakdown>& breakdown : prepared.breakdowns) {
    const Breakdown& by = breakdown.front();
    builder.addBreakdown({by.id, by.shownAs()}, [&]() -> BreakdownCells {
      const Gaps own_gaps = gapsOf(prepared, breakdown, sources.coverage);
      const auto answer =
          std::make_shared<const GroupedAnswer>(groupedAnswer(prepared, breakdown, own_gaps, reported.latest, sources));
      return {.groups = answer->groups,
              .cells = [&cells, &by, answer,
                        own_gaps](const Group& group) { return cells.ofGroup(by, group, *answer, own_gaps); },
              .without_rows = [&cells, &by, answer, own_gaps] { return cells.withoutRows(by, *answer, own_gaps); }};
    });
  }
  if (prepared.definition->repeats) {
    noteHistory(made, *prepared.definition->repeats, tables.front(), sources.coverage);
  }
  explainOverdue(made, sources.as_of);
  return std::move(made);
}

}  // namespace boardpack::measure
