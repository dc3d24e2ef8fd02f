#include "measure/evaluation/kinds/prepared.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>

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

}  // namespace

Prepared prepare(const MeasureDefinition& definition, const MeasureSet& measures,
                 const std::vector<SharedGroups>& shared, const sdk::Force& force, const Areas& areas) {
  Prepared prepared{
      .definition = &definition, .applied = {}, .questions = questionsOf(definition, measures), .breakdowns = {}};
  for (Question& question : prepared.questions) {
    const sdk::Table& table = tableOf(question.rows.table, force);
    question.knows_days = isKnownToTheDay(table, question.rows.date, force);
  }
  const auto add = [&](const series::BreakdownInfo& info, const std::string& shared_id) {
    std::vector<Breakdown>& breakdown = prepared.breakdowns.emplace_back();
    for (const Question& question : prepared.questions) {
      breakdown.push_back(breakdownOf(info, tableOf(question.rows.table, force), definition.info.name, areas));
      breakdown.back().shared_id = shared_id;
    }
  };
  for (const series::BreakdownInfo& info : definition.info.breakdowns) {
    add(info, "");
  }
  for (const SharedGroups& each : shared) {
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

}  // namespace boardpack::measure
