#include "warehouse_support.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;
using warehouse::GroupQuery;

namespace {

GroupQuery byStatus(const base::MonthRange& range) {
  return {.table = "crimes", .date = "recorded_on", .months = range, .columns = {"status"}, .atoms = {}, .amounts = {}};
}

warehouse::Options temporary(const TemporaryFolder& folder, int threads = 2) {
  return {.folder = {}, .temporary_parent = folder.path(), .threads = threads};
}

}  // namespace

TEST_CASE("a later extract counts instead of the earlier one, month by month") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  // One file of three months, and a later one of the middle month with another outcome.
  extracts.add("early.csv", "street", months("2025-01", "2025-03"),
               streetSheet({streetRow(crimeId(1), "2025-01", "", "Drugs", "Under investigation"),
                            streetRow(crimeId(2), "2025-02", "", "Drugs", "Under investigation"),
                            streetRow(crimeId(3), "2025-03", "", "Drugs", "Under investigation")}));
  extracts.add("late.csv", "street", months("2025-02"),
               streetSheet({streetRow(crimeId(2), "2025-02", "", "Drugs", "Suspect charged"),
                            streetRow(crimeId(4), "2025-02", "", "Drugs", "Suspect charged")}));
  const auto store = warehouse::openDuckDb(temporary(folder), force);
  store->load(extracts.all(), extracts.opener(), {});

  store->count({{0, {month("2025-01"), month("2025-03")}}, {1, {month("2025-02")}}});
  CHECK(lines(store->group(byStatus(months("2025-01", "2025-12")))) ==
        std::vector<std::string>{"2025-01|Under investigation: 1", "2025-02|Suspect charged: 2",
                                 "2025-03|Under investigation: 1"});
  CHECK(lines(store->group(byStatus(months("2025-02", "2025-02")))) ==
        std::vector<std::string>{"2025-02|Suspect charged: 2"});
  CHECK(store->coveredMonths("crimes") ==
        std::vector<base::Month>{month("2025-01"), month("2025-02"), month("2025-03")});
  CHECK(store->repeats("crimes", "crime_id").identifiers == 0);

  SECTION("a file that is superseded as a whole does not count at all") {
    store->count({{0, {}}, {1, {month("2025-02")}}});
    CHECK(lines(store->group(byStatus(months("2025-01", "2025-12")))) ==
          std::vector<std::string>{"2025-02|Suspect charged: 2"});
    CHECK(store->coveredMonths("crimes") == std::vector<base::Month>{month("2025-02")});
  }
}

TEST_CASE("what no extract covers or fills is said, table by table") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"),
               streetSheet({streetRow(crimeId(1), "2025-01", "", "Drugs")}));
  extracts.add(
      "population.csv", "population", {},
      {.header = {"area", "year", "kind", "value", "source"},
       .rows = {{"Testshire", "2024", "people", "573000", "ONS"}, {"Northtown", "2023", "people", "98765.5", ""}},
       .faults = {},
       .refused = {}});
  const auto store = warehouse::openDuckDb(temporary(folder), force);
  const std::vector<base::LoadReport> reports = store->load(extracts.all(), extracts.opener(), {});
  CHECK(reports[1].covers_everything);
  store->count({{0, {month("2025-01")}}, {1, {}}});
  CHECK(store->fills("crimes", "category", month("2025-01")));
  CHECK_FALSE(store->fills("crimes", "category", month("2025-02")));
  CHECK_FALSE(store->fills("incidents", "incident_id", month("2025-01")));
  CHECK(store->fills("incidents", "kind", month("2025-01")));
  CHECK(store->coveredMonths("outcomes").empty());
  CHECK(store->coveredMonths("no such table").empty());
  CHECK(store->fills("population", "value", month("1999-01")));
  CHECK(store->coveredMonths("population").empty());

  const std::vector<warehouse::PopulationRow> people = store->population();
  REQUIRE(people.size() == 2);
  CHECK(people[0].area == "Northtown");
  CHECK(people[0].year == 2023);
  CHECK(people[0].value == base::Decimal::fromTenThousandths(987655000));
  CHECK(people[1].area == "Testshire");
  CHECK(people[1].kind == "people");
  CHECK(people[1].value == base::Decimal::fromTenThousandths(5730000000));

  // A table that nothing feeds is empty, not an error.
  CHECK(store
            ->group({.table = "outcomes",
                     .date = "outcome_on",
                     .months = months("2025-01"),
                     .columns = {"outcome"},
                     .atoms = {},
                     .amounts = {}})
            .size == 0);
}

TEST_CASE("identifiers that stand on several counted rows are counted") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add(
      "2025-01-testshire-street.csv", "street", months("2025-01"),
      streetSheet({streetRow(crimeId(1), "2025-01", "", "Drugs"), streetRow(crimeId(1), "2025-01", "", "Drugs"),
                   streetRow(crimeId(2), "2025-01", "", "Drugs"), streetRow("", "2025-01", "", "Drugs"),
                   streetRow("", "2025-01", "", "Drugs")}));
  extracts.add(
      "2025-02-testshire-street.csv", "street", months("2025-02"),
      streetSheet({streetRow(crimeId(1), "2025-02", "", "Drugs"), streetRow(crimeId(2), "2025-02", "", "Drugs"),
                   streetRow(crimeId(3), "2025-02", "", "Drugs")}));
  const auto store = warehouse::openDuckDb(temporary(folder), force);
  store->load(extracts.all(), extracts.opener(), {});
  store->count({{0, {month("2025-01")}}, {1, {month("2025-02")}}});
  const warehouse::Repeats repeats = store->repeats("crimes", "crime_id");
  CHECK(repeats.identifiers == 2);  // 1 on three rows, 2 on two; blank ones are nobody's
  CHECK(repeats.surplus_rows == 3);
}

TEST_CASE("atoms and amounts are computed by row and added up exactly") {
  sdk::Force force = testForce();
  // Rows of population in a table with a date, so that amounts can be added up by month.
  force.tables.push_back({.name = "spending",
                          .row_singular = "payment",
                          .row_plural = "payments",
                          .default_date = "paid_on",
                          .area_column = "",
                          .public_counts = true,
                          .columns = {{"paid_on", sdk::ColumnType::Day, "the day", true},
                                      {"amount", sdk::ColumnType::Number, "the amount"},
                                      {"wanted", sdk::ColumnType::Boolean, "whether it was wanted"}}});
  sdk::Feed feed{.name = "spending",
                 .title = "Spending",
                 .publisher = "",
                 .file_name = "{month}-spending.csv",
                 .covers = sdk::Covers::FileMonth,
                 .header = {{"Day", true}, {"Amount", true}, {"Wanted", true}},
                 .routes = {{"spending",
                             "",
                             "",
                             {{"paid_on", "Day", sdk::Parse::Day, {}},
                              {"amount", "Amount", sdk::Parse::Number, {}},
                              {"wanted", "Wanted", sdk::Parse::YesNo, {}}}}},
                 .reject_threshold = 0.0};
  force.feeds.push_back(std::move(feed));
  const TemporaryFolder folder;
  Extracts extracts(force);
  Sheet sheet{.header = {"Day", "Amount", "Wanted"}, .rows = {}, .faults = {}, .refused = {}};
  sheet.rows = {{"2025-01-01", "0.1", "True"},
                {"2025-01-31", "0.2", "True"},
                {"2025-01-15", "", "True"},
                {"2025-01-15", "12345678901234.5678", "False"},
                {"2025-01-16", "7", ""}};
  extracts.add("2025-01-spending.csv", "spending", months("2025-01"), std::move(sheet));
  const auto parse = [&force](const std::string& text, expression::Type type) {
    return expression::parse(text, force.tables.front(), type).tree;
  };
  for (const int threads : {1, 2, 8}) {
    const auto store = warehouse::openDuckDb(temporary(folder, threads), force);
    store->load(extracts.all(), extracts.opener(), {});
    store->count({{0, {month("2025-01")}}});
    const warehouse::GroupTable table = store->group({.table = "spending",
                                                      .date = "paid_on",
                                                      .months = months("2025-01"),
                                                      .columns = {"wanted"},
                                                      .atoms = {parse("amount > 5", expression::Type::Boolean)},
                                                      .amounts = {parse("amount", expression::Type::Number)}});
    CHECK(lines(table) == std::vector<std::string>{"2025-01|?|true: 1", "2025-01|false|true: 1", "2025-01|true|?: 1",
                                                   "2025-01|true|false: 2"});
    CHECK(table.sums[0] == std::vector<base::Decimal>{base::Decimal::fromTenThousandths(70000),
                                                      base::Decimal::fromTenThousandths(123456789012345678),
                                                      base::Decimal(), base::Decimal::fromTenThousandths(3000)});
    CHECK(table.known[0] == std::vector<std::int64_t>{1, 1, 0, 2});
  }
}

TEST_CASE("the figures and the statement are the same on 1, 2 and 8 threads") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  const std::vector<std::string> types = {"Drugs", "Robbery", "Burglary", "Shoplifting", "Public order"};
  std::vector<warehouse::Counted> counted;
  for (int m = 1; m <= 9; ++m) {
    const std::string text = "2025-0" + std::to_string(m);
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 300 * m; ++i) {
      rows.push_back(streetRow(crimeId(1000 * m + i), text,
                               i % 4 == 0 ? "" : "Northtown 00" + std::to_string(i % 10) + "A",
                               types[static_cast<std::size_t>((i * i + m) % 5)]));
    }
    counted.push_back(
        {extracts.add(text + ".csv", "street", months(text), streetSheet(std::move(rows))), {month(text)}});
  }
  std::vector<std::string> first;
  std::string statement;
  for (const int threads : {1, 2, 8}) {
    const auto store = warehouse::openDuckDb(temporary(folder, threads), force);
    store->load(extracts.all(), extracts.opener(), {});
    store->count(counted);
    const warehouse::GroupTable table = store->group({.table = "crimes",
                                                      .date = "recorded_on",
                                                      .months = months("2025-01", "2025-09"),
                                                      .columns = {"category", "area"},
                                                      .atoms = {},
                                                      .amounts = {}});
    if (first.empty()) {
      first = lines(table);
      statement = table.statement;
      CHECK(first.size() > 50);
      CHECK_THAT(statement, Catch::Contains("FROM \"crimes\" WHERE") && !Catch::Contains("parquet"));
    }
    CHECK(lines(table) == first);
    CHECK(table.statement == statement);
  }
}
