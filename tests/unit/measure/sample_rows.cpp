#include "sample_rows.hpp"

#include "base/text.hpp"
#include "measure/definition/nature_of.hpp"
#include "measure/evaluation/ask/question.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

sdk::Force makeForce() {
  using enum sdk::ColumnType;
  sdk::Force force;
  force.code = "sample";
  force.name = "Sample Police";
  force.short_name = "Sample";
  force.area_levels = {{"region", "Region", "Regions"}, {"district", "District", "Districts"}};
  force.areas = {{"South", "region", "", {}, {}},
                 {"North", "region", "", {}, {}},
                 {"Barton", "district", "North", {}, {}},
                 {"Ashby", "district", "North", {}, {}},
                 {"Corby", "district", "South", {}, {}}};
  force.tables = {{.name = "contacts",
                   .row_singular = "contact",
                   .row_plural = "contacts",
                   .default_date = "received_at",
                   .area_column = "",
                   .public_counts = true,
                   .columns = {{"received_at", Time, "the time", true},
                               {"dialled", Text, "the number dialled"},
                               {"queue", Text, "the queue"},
                               {"result", Text, "what came of it"},
                               {"answered", Boolean, "whether it was answered"},
                               {"wait_seconds", Number, "the wait"},
                               {"weight", Number, "the weight"},
                               {"caller_key", Key, "the caller"}}}};
  return force;
}

expression::Tree parsed(const std::string& table, const std::string& text, expression::Type type) {
  expression::ParseResult result = expression::parse(text, tableOf(table, sampleForce()), type);
  INFO(text << ": " << result.problem.sentence);
  REQUIRE(result.tree != nullptr);
  return result.tree;
}

}  // namespace

const sdk::Force& sampleForce() {
  static const sdk::Force force = makeForce();
  return force;
}

expression::Tree where(const std::string& table, const std::string& text) {
  return parsed(table, text, expression::Type::Boolean);
}

expression::Tree amount(const std::string& table, const std::string& text) {
  return parsed(table, text, expression::Type::Number);
}

MeasureDefinition countOf(const std::string& name, const std::string& table) {
  MeasureDefinition definition;
  definition.info.name = name;
  definition.kind = MeasureKind::Count;
  definition.info.windows = {series::Window::Month, series::Window::Mrt, series::Window::Ytd};
  definition.rows.table = table;
  definition.rows.date = tableOf(table, sampleForce()).default_date;
  return definition;
}

void setNatures(MeasureSet& set) {
  for (MeasureDefinition& definition : set.measures) {
    definition.info.nature = natureOf(definition);
  }
  const auto find = [&set](const std::string& name) -> const MeasureDefinition& {
    static const MeasureDefinition unknown;
    const MeasureDefinition* found = set.find(name);
    return found == nullptr ? unknown : *found;
  };
  // As often as one may read another, so that the order does not matter.
  for (std::size_t i = 0; i < set.measures.size(); ++i) {
    for (MeasureDefinition& definition : set.measures) {
      if (definition.formula) {
        definition.info.nature = natureOfDerive(definition, definition.reads, find);
      }
    }
  }
}

void by(MeasureDefinition& definition, const std::string& id, bool is_area) {
  definition.info.breakdowns.push_back({.id = id, .label = id, .is_area = is_area});
}

void bySeveral(MeasureDefinition& definition, const std::vector<std::string>& columns, bool is_tree, std::size_t top) {
  std::string id = columns.front();
  for (std::size_t i = 1; i < columns.size(); ++i) {
    id += "_x_" + columns[i];
  }
  series::BreakdownInfo info{.id = id, .label = id, .is_tree = is_tree, .top = top};
  if (columns.size() > 1) {
    info.columns = columns;
  }
  definition.info.breakdowns.push_back(info);
}

std::vector<series::Series> seriesOf(const std::vector<MeasureDefinition>& definitions, const std::string& month,
                                     warehouse::Warehouse& warehouse, int history_months,
                                     const series::Registers* registers) {
  MeasureSet set;
  set.measures = definitions;
  EvaluationRequest request;
  request.month = *base::Month::parse(month);
  request.history_months = history_months;
  request.force = &sampleForce();
  request.registers = registers;
  setNatures(set);
  request.measures = &set;
  request.threads = 3;  // more than one, as a run has
  for (const MeasureDefinition& definition : definitions) {
    request.wanted.push_back(definition.info.name);
  }
  return evaluate(request, warehouse);
}

const series::Cell& cellOf(const series::Series& series, const std::string& month, series::Window window,
                           const std::string& breakdown, const std::string& group) {
  const series::GroupSeries* found = series.find(breakdown, group);
  INFO(series.failure << " " << breakdown << " " << group << " " << month);
  REQUIRE(found != nullptr);
  const base::Month wanted = *base::Month::parse(month);
  REQUIRE(series.months.front() <= wanted);
  return found->in(window).at(static_cast<std::size_t>(wanted - series.months.front()));
}

std::string shown(const series::Series& series, const std::string& month, series::Window window,
                  const std::string& breakdown, const std::string& group) {
  const series::Cell& cell = cellOf(series, month, window, breakdown, group);
  CHECK(cell.value.has_value() == (cell.symbol == series::Symbol::None));
  return cell.value ? base::exactNumber(*cell.value) : std::string(series::symbolText(cell.symbol)) + " " + cell.reason;
}

std::vector<std::string> groupsOf(const series::Series& series, const std::string& breakdown) {
  std::vector<std::string> groups;
  for (const series::GroupSeries* group : series.groupsOf(breakdown)) {
    groups.push_back(group->group);
  }
  return groups;
}

}  // namespace boardpack::measure
