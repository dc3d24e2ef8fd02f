#include "measure/evaluation/kinds/from_rows.hpp"

#include "base/text.hpp"
#include "measure/evaluation/groups/group_count.hpp"
#include "measure/evaluation/groups/grouped.hpp"
#include "measure/evaluation/values/value.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <map>

namespace boardpack::measure {
namespace {

[[noreturn]] void fail(const std::string& sentence) { throw sdk::Error(sdk::ErrorKind::Script, sentence); }

Breakdown breakdownOf(const series::BreakdownInfo& info, const sdk::Table& table, const std::string& measure,
                      const Areas& areas) {
  if (!info.columns.empty()) {
    Breakdown several{.id = info.id, .column = "", .parts = {}, .is_tree = info.is_tree, .top = info.top};
    for (const std::string& column : info.columns) {
      several.parts.push_back(
          breakdownOf({.id = column, .label = "", .is_area = areas.isLevel(column)}, table, measure, areas));
    }
    return several;
  }
  if (areas.isLevel(info.id)) {
    if (table.area_column.empty()) {
      fail("'" + measure + "' cannot be shown by " + info.id + ": rows of " + table.name + " have no area.");
    }
    return {.id = info.id, .column = table.area_column, .is_area = true, .is_boolean = false, .top = info.top};
  }
  const sdk::Column* column = table.find(info.id);
  if (column == nullptr) {
    std::vector<std::string> names;
    for (const sdk::Column& known : table.columns) {
      names.push_back(known.name);
    }
    fail("'" + measure + "' cannot be shown by " + info.id + ": " + table.name + " has no column of that name." +
         base::didYouMean(info.id, names));
  }
  if (column->type != sdk::ColumnType::Text && column->type != sdk::ColumnType::Boolean) {
    fail("'" + measure + "' cannot be shown by " + info.id + ": only a column of texts makes groups.");
  }
  return {.id = info.id,
          .column = info.id,
          .is_area = false,
          .is_boolean = column->type == sdk::ColumnType::Boolean,
          .top = info.top};
}

/// False where every feed gives the date to the month alone.
bool isKnownToTheDay(const sdk::Table& table, const std::string& date, const sdk::Force& force) {
  bool is_filled = false;
  for (const sdk::Feed& feed : force.feeds) {
    for (const sdk::RowRoute& route : feed.routes) {
      for (const sdk::ColumnMap& map : route.columns) {
        const bool fills = route.table == table.name && map.target == date;
        if (fills && map.parse != sdk::Parse::Month) {
          return true;
        }
        is_filled = is_filled || fills;
      }
    }
  }
  return !is_filled;
}

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

Gaps gapsOf(const Prepared& prepared, const std::vector<Breakdown>& breakdown, Coverage& coverage) {
  Gaps gaps;
  for (std::size_t i = 0; i < prepared.questions.size(); ++i) {
    std::vector<std::string> columns = prepared.questions[i].columnsRead();
    if (!breakdown.empty()) {
      const std::vector<std::string> told_apart = breakdown[i].columns();
      columns.insert(columns.end(), told_apart.begin(), told_apart.end());
    }
    Gaps own = coverage.gapsOf(prepared.questions[i].rows.table, columns);
    gaps = i == 0 ? std::move(own) : joined(std::move(gaps), own);
  }
  return gaps;
}

/// Its own, and the three that every measure is made for: a derived one may read them.
std::vector<series::Window> windowsMade(const series::MeasureInfo& info) {
  std::vector<series::Window> made;
  for (const series::Window window : series::kAllWindows) {
    if (info.has(window) || window == series::Window::Month || window == series::Window::Mrt ||
        window == series::Window::Ytd) {
      made.push_back(window);
    }
  }
  return made;
}

Prepared prepare(const MeasureDefinition& definition, const MeasureSet& measures, const std::vector<Led>& led,
                 const sdk::Force& force, const Areas& areas) {
  Prepared prepared{
      .definition = &definition, .told = {}, .questions = questionsOf(definition, measures), .breakdowns = {}};
  for (Question& question : prepared.questions) {
    const sdk::Table& table = tableOf(question.rows.table, force);
    question.knows_days = isKnownToTheDay(table, question.rows.date, force);
  }
  const auto add = [&](const series::BreakdownInfo& info, const std::string& led_id) {
    std::vector<Breakdown>& breakdown = prepared.breakdowns.emplace_back();
    for (const Question& question : prepared.questions) {
      breakdown.push_back(breakdownOf(info, tableOf(question.rows.table, force), definition.info.name, areas));
      breakdown.back().led_id = led_id;
    }
  };
  for (const series::BreakdownInfo& info : definition.info.breakdowns) {
    add(info, "");
  }
  for (const Led& each : led) {
    add(each.info, each.id);
  }
  return prepared;
}

void Prepared::ask(Plan& plan) const {
  for (std::size_t i = 0; i < questions.size(); ++i) {
    std::vector<std::string> columns;
    for (const std::vector<Breakdown>& breakdown : breakdowns) {
      if (breakdown[i].parts.empty()) {
        columns.push_back(breakdown[i].column);
      } else {
        plan.askTogether(questions[i], breakdown[i].columns());
      }
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    plan.ask(questions[i], columns);
  }
}

std::set<const Combinations*> Prepared::answers(Plan& plan) const {
  std::set<const Combinations*> found;
  const auto add = [&](const Question& question, const std::vector<std::string>& columns) {
    found.insert(question.isOfEntries() ? &plan.entries(question, columns).combinations
                                        : &plan.answer(question, columns));
  };
  for (std::size_t i = 0; i < questions.size(); ++i) {
    add(questions[i], {});
    for (const std::vector<Breakdown>& breakdown : breakdowns) {
      add(questions[i], breakdown[i].columns());
    }
  }
  return found;
}

base::MonthRange shownMonths(const std::vector<std::string>& tables, Coverage& coverage, base::Month first_shown,
                             base::Month last) {
  base::Month first = last;
  for (const std::string& table : tables) {
    if (const std::optional<base::Month> covered = coverage.firstCovered(table, first_shown)) {
      first = std::min(first, *covered);
    }
  }
  return {first, last};
}

bool liesInAreas(const Prepared& prepared, const sdk::Force& force) {
  return std::any_of(prepared.questions.begin(), prepared.questions.end(), [&](const Question& question) {
    return !tableOf(question.rows.table, force).area_column.empty();
  });
}

std::vector<std::string> tablesOf(const Prepared& prepared) {
  std::vector<std::string> tables;
  for (const Question& question : prepared.questions) {
    tables.push_back(question.rows.table);
  }
  return tables;
}

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
