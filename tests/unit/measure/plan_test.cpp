#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace boardpack::measure {
namespace {

using Names = std::vector<std::string>;

MeasureDefinition crimesWhere(const std::string& name, const std::string& text) {
  MeasureDefinition definition = countOf(name, "crimes");
  definition.rows.where = where("crimes", text);
  return definition;
}

TEST_CASE("measures that read the same columns share a query, whatever they ask") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-01");
  warehouse.add("crimes", "2025-01", {{"category", "Robbery"}, {"area", "Ashby"}}, 2);
  warehouse.add("crimes", "2025-01", {{"category", "Theft"}, {"area", "Corby"}}, 5);
  MeasureDefinition by_district = crimesWhere("theft", "category = 'Theft'");
  by(by_district, "district", true);
  const auto made = seriesOf({crimesWhere("robbery", "category = 'Robbery'"), by_district,
                              crimesWhere("other", "category not in ('Theft', 'Robbery')"), countOf("all", "crimes")},
                             "2025-01", warehouse);
  REQUIRE(warehouse.queries().size() == 1);  // category and area: the others' columns lie within
  CHECK(warehouse.queries()[0].columns == Names{"area", "category"});
  CHECK(shown(made[0], "2025-01") == "2");
  CHECK(shown(made[1], "2025-01", series::Window::Month, "district", "Corby") == "5");
  CHECK(shown(made[2], "2025-01") == "0");
  CHECK(shown(made[3], "2025-01") == "7");
}

TEST_CASE("another table or date is another query") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-01");
  warehouse.cover("incidents", "2025-01", "2025-01");
  seriesOf({countOf("crime", "crimes"), countOf("asb", "incidents")}, "2025-01", warehouse);
  REQUIRE(warehouse.queries().size() == 2);
  CHECK(warehouse.queries()[0].date == "recorded_on");
  CHECK(warehouse.queries()[1].date == "opened_at");
}

TEST_CASE("many breakdowns are asked one by one") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-01");
  warehouse.add("crimes", "2025-01", {{"category", "Theft"}, {"area", "Ashby"}, {"recorded_by", "X"}, {"status", "s"}},
                4);
  MeasureDefinition crime = crimesWhere("crime", "category like 'T%'");
  for (const char* column : {"recorded_by", "status", "outcome_group"}) {
    by(crime, column);
  }
  by(crime, "district", true);
  const series::Series made = seriesOf({crime}, "2025-01", warehouse).front();
  CHECK(warehouse.queries().size() == 4);
  for (const warehouse::GroupQuery& query : warehouse.queries()) {
    CHECK(query.columns.size() == 2);
  }
  CHECK(shown(made, "2025-01") == "4");
  CHECK(shown(made, "2025-01", series::Window::Month, "status", "s") == "4");
  CHECK(shown(made, "2025-01", series::Window::Month, "outcome_group", "Not known") == "4");
}

TEST_CASE("amounts and comparisons of numbers go to the engine, each once") {
  FakeWarehouse warehouse;
  warehouse.cover("calls", "2025-01", "2025-01");
  warehouse.add("calls", "2025-01", {{"queue", "a"}, {"wait_seconds", "5"}});
  warehouse.add("calls", "2025-01", {{"queue", "b"}, {"wait_seconds", "50.25"}});
  warehouse.answer("wait_seconds > 10",
                   [](const FakeWarehouse::Row& row) { return std::stod(row.at("wait_seconds")) > 10; });
  MeasureDefinition slow = countOf("slow", "calls");
  slow.rows.where = where("calls", "wait_seconds > 10");
  MeasureDefinition sum = countOf("waited", "calls");
  sum.kind = MeasureKind::Sum;
  sum.rows.amount = amount("calls", "wait_seconds");
  MeasureDefinition slow_sum = sum;
  slow_sum.info.name = "waited_slow";
  slow_sum.rows.where = where("calls", "wait_seconds > 10 and queue = 'b'");
  const auto made = seriesOf({slow, sum, slow_sum}, "2025-01", warehouse);
  REQUIRE(warehouse.queries().size() == 1);
  CHECK(warehouse.queries()[0].columns == Names{"queue"});
  CHECK(warehouse.queries()[0].atoms.size() == 1);
  CHECK(warehouse.queries()[0].amounts.size() == 1);
  CHECK(shown(made[0], "2025-01") == "1");
  CHECK(shown(made[1], "2025-01") == "55.25");
  CHECK(shown(made[2], "2025-01") == "50.25");
}

TEST_CASE("the statements of a measure are those of all that it reads") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-01");
  MeasureSet set;
  set.measures = {countOf("crime", "crimes"), countOf("asb", "incidents")};
  MeasureDefinition derived;
  derived.info.name = "both";
  derived.kind = MeasureKind::Derive;
  derived.reads = {"crime", "asb"};
  set.measures.push_back(derived);
  setNatures(set);
  const EvaluationRequest request{
      .month = base::Month(2025, 1), .history_months = 60, .force = &sampleForce(), .measures = &set, .wanted = {}};
  CHECK(statementsOf(set.measures[0], request, warehouse) == Names{"statement 1"});
  CHECK(statementsOf(set.measures[2], request, warehouse) == Names{"statement 2", "statement 3"});
}

TEST_CASE("the plan of a measure tells its tables, their sizes and who shares them") {
  FakeWarehouse warehouse;
  warehouse.cover("calls", "2025-01", "2025-02");
  warehouse.add("calls", "2025-01", {{"queue", "a"}, {"dialled", "999"}, {"caller_key", "ann"}}, 3);
  warehouse.add("calls", "2025-02", {{"queue", "a"}, {"dialled", "999"}, {"caller_key", "ann"}});
  warehouse.add("calls", "2025-02", {{"queue", "b"}, {"dialled", "101"}});
  MeasureDefinition all = countOf("all", "calls");
  by(all, "queue");
  MeasureDefinition emergency = countOf("emergency", "calls");
  emergency.rows.where = where("calls", "queue = 'a'");
  MeasureDefinition distinct = countOf("callers", "calls");
  distinct.kind = MeasureKind::Distinct;
  distinct.key = "caller_key";
  MeasureSet set;
  set.measures = {all, emergency, distinct};
  EvaluationRequest request;
  request.month = *base::Month::parse("2025-02");
  request.history_months = 2;
  request.force = &sampleForce();
  setNatures(set);
  request.measures = &set;
  request.wanted = {"all", "emergency", "callers"};
  CHECK(planText("emergency", request, warehouse) ==
        "Worked out from 1 of the 2 tables that the engine makes for 3 measures of rows:\n\n"
        "Counts of calls by received_at, February 2024 to February 2025\n"
        "  told apart by: queue\n"
        "  size: 2 combinations, 3 rows, about 0.1 kB\n"
        "  shared by 2 measures: all, emergency\n"
        "  asked as: statement 1\n");
  CHECK(planText("callers", request, warehouse) ==
        "Worked out from 1 of the 2 tables that the engine makes for 3 measures of rows:\n\n"
        "Each caller_key of calls by received_at, February 2024 to February 2025\n"
        "  told apart by: nothing\n"
        "  size: 1 combination, 5 entries, about 0.1 kB\n"
        "  shared by 1 measure: callers\n"
        "  asked as: entries 2\n");
}

}  // namespace
}  // namespace boardpack::measure
