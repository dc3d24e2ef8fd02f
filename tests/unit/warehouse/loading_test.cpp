#include "warehouse_support.hpp"

#include "base/digest.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;
using warehouse::GroupQuery;

namespace {

warehouse::Options temporary(const TemporaryFolder& folder, int threads = 2) {
  return {.folder = {}, .temporary_parent = folder.path(), .threads = threads};
}

GroupQuery query(const std::string& table, const std::string& date, const base::MonthRange& range,
                 std::vector<std::string> columns = {}) {
  return {.table = table, .date = date, .months = range, .columns = std::move(columns), .atoms = {}, .amounts = {}};
}

}  // namespace

TEST_CASE("rows of a street file become crimes and incidents, counted by hand") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  const std::string asb = "Anti-social behaviour";
  extracts.add(
      "a/2025-01-testshire-street.csv", "street", months("2025-01"),
      streetSheet(
          {streetRow("", "2025-01", "Northtown 001A", asb), streetRow("", "2025-01", "Northtown 001A", asb),
           streetRow("", "2025-01", "Northtown 001A", asb), streetRow("", "2025-01", "", asb),
           streetRow(crimeId(1), "2025-01", "Northtown 001A", "Robbery", "Suspect charged"),
           streetRow(crimeId(2), "2025-01", "Redcar and Southtown 012B", "Robbery", "Unable to prosecute suspect"),
           streetRow(crimeId(3), "2025-01", "Elsewhere 003C", "Drugs"),
           streetRow(crimeId(4), "2025-01", "", "Drugs", "Under investigation")}));
  const auto store = warehouse::openDuckDb(temporary(folder), force);
  const std::vector<base::LoadReport> reports = store->load(extracts.all(), extracts.opener(), {});
  REQUIRE(reports.size() == 1);
  const base::LoadReport& report = reports.front();
  CHECK(report.file == "a/2025-01-testshire-street.csv");
  CHECK(report.feed == "street");
  CHECK(report.rows_read == 8);
  CHECK(report.rows_loaded == 8);
  CHECK(report.rows_rejected == 0);
  CHECK(report.months == months("2025-01"));
  CHECK_FALSE(report.covers_everything);
  CHECK_FALSE(report.known_before);
  CHECK(report.encoding == "UTF-8");
  CHECK(report.digest == base::digestOfFile(extracts.all()[0].path.string()));
  REQUIRE(report.tables.size() == 2);
  CHECK(report.tables[0].table == "incidents");
  CHECK(report.tables[0].rows == 4);
  CHECK(report.tables[1].table == "crimes");
  CHECK(report.tables[1].rows == 4);

  store->count({{0, {month("2025-01")}}});
  CHECK(lines(store->group(query("incidents", "opened_at", months("2025-01"), {"area", "kind"}))) ==
        std::vector<std::string>{"2025-01|Area not known|Anti-social behaviour: 1",
                                 "2025-01|Northtown|Anti-social behaviour: 3"});
  CHECK(lines(store->group(query("crimes", "recorded_on", months("2025-01"), {"category", "area", "outcome_group"}))) ==
        std::vector<std::string>{
            "2025-01|Drugs|Area not known|Under investigation: 1",
            "2025-01|Drugs|Outside the force area|?: 1",
            "2025-01|Robbery|Northtown|Positive: 1",
            "2025-01|Robbery|Redcar and Southtown|No further action: 1",
        });
  CHECK(lines(store->group(query("crimes", "recorded_on", months("2025-01"), {"status"}))) ==
        std::vector<std::string>{"2025-01|?: 1", "2025-01|Suspect charged: 1", "2025-01|Unable to prosecute suspect: 1",
                                 "2025-01|Under investigation: 1"});
}

TEST_CASE("a stop and search at midnight in summer is of the next day, and month") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  Sheet sheet{.header = {"Type", "Date", "Part of a policing operation", "Gender", "Age range",
                         "Self-defined ethnicity", "Officer-defined ethnicity", "Legislation", "Object of search",
                         "Outcome", "Outcome linked to object of search", "Removal of more than just outer clothing"},
              .rows = {},
              .faults = {},
              .refused = {}};
  const auto row = [](const std::string& date, const std::string& operation) {
    return std::vector<std::string>{"Person search", date, operation, "Male", "", "", "", "", "", "", "FALSE", ""};
  };
  sheet.rows = {row("2025-06-30T23:00:00+00:00", "True"), row("2025-07-31T22:59:59+00:00", "False"),
                row("2025-07-15T12:00:00+00:00", "")};
  extracts.add("2025-07-testshire-stop-and-search.csv", "stop-and-search", months("2025-07"), std::move(sheet));
  const auto store = warehouse::openDuckDb(temporary(folder), force);
  CHECK(store->load(extracts.all(), extracts.opener(), {}).front().rows_loaded == 3);
  store->count({{0, {month("2025-07")}}});
  CHECK(lines(store->group(query("stop_searches", "searched_at", months("2025-01", "2025-12"), {"operation"}))) ==
        std::vector<std::string>{"2025-07|?: 1", "2025-07|false: 1", "2025-07|true: 1"});
}

TEST_CASE("an extract of a header alone is loaded: a month of no rows") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), streetSheet({}));
  const auto store = warehouse::openDuckDb(temporary(folder), force);
  CHECK(store->load(extracts.all(), extracts.opener(), {}).front().rows_read == 0);
  store->count({{0, {month("2025-01")}}});
  CHECK(store->coveredMonths("crimes") == std::vector<base::Month>{month("2025-01")});
  CHECK(store->coveredMonths("incidents") == std::vector<base::Month>{month("2025-01")});
  CHECK(store->group(query("crimes", "recorded_on", months("2025-01"), {"category"})).size == 0);
}

TEST_CASE("more rows than the engine takes at a time are all there") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 10000; ++i) {
    const bool is_asb = i % 3 == 0;
    rows.push_back(streetRow(is_asb ? "" : crimeId(i), "2025-01", i % 2 == 0 ? "Northtown 001A" : "",
                             is_asb ? "Anti-social behaviour" : "Shoplifting"));
  }
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), streetSheet(std::move(rows)));
  const auto store = warehouse::openDuckDb(temporary(folder), force);
  store->load(extracts.all(), extracts.opener(), {});
  store->count({{0, {month("2025-01")}}});
  // Of 0 … 9999: 3,334 are multiples of 3, half of them even; of the other 6,666 half are even.
  CHECK(lines(store->group(query("incidents", "opened_at", months("2025-01"), {"area"}))) ==
        std::vector<std::string>{"2025-01|Area not known: 1667", "2025-01|Northtown: 1667"});
  CHECK(lines(store->group(query("crimes", "recorded_on", months("2025-01"), {"area"}))) ==
        std::vector<std::string>{"2025-01|Area not known: 3333", "2025-01|Northtown: 3333"});
}

TEST_CASE("a file that is refused stops the load, and nothing of it is kept") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"),
               streetSheet({streetRow(crimeId(1), "2025-01", "", "Drugs")}));
  Sheet bad = streetSheet({streetRow(crimeId(2), "2025-02", "", "Drugs")});
  bad.refused = "2025-02-testshire-street.csv is cut off.";
  extracts.add("2025-02-testshire-street.csv", "street", months("2025-02"), std::move(bad));
  const TemporaryFolder kept;
  const auto store = warehouse::openDuckDb({.folder = kept.path(), .temporary_parent = {}, .threads = 2}, force);
  try {
    store->load(extracts.all(), extracts.opener(), {});
    FAIL("the refused file was loaded");
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Data);
    CHECK(error.sentence() == "2025-02-testshire-street.csv is cut off.");
    CHECK(error.trail() == std::vector<std::string>{"loading 2025-02-testshire-street.csv"});
  }
  std::size_t sidecars = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kept.path())) {
    sidecars += entry.path().extension() == ".json" ? 1U : 0U;
  }
  CHECK(sidecars == 1);
}

TEST_CASE("rows that do not add up are an error, whatever the reader says") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  Sheet sheet = streetSheet({streetRow(crimeId(1), "2025-01", "", "Drugs")});
  sheet.rows_read_more = 1;
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), std::move(sheet));
  const auto store = warehouse::openDuckDb(temporary(folder), force);
  CHECK_THROWS_WITH(store->load(extracts.all(), extracts.opener(), {}),
                    Catch::Contains("has 2 rows, but 1 were loaded and 0 rejected"));
}

TEST_CASE("progress tells of each extract in its order") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  std::vector<std::string> expected;
  for (int i = 1; i <= 9; ++i) {
    const std::string text = "2025-0" + std::to_string(i);
    expected.push_back(text + "-testshire-street.csv");
    extracts.add(expected.back(), "street", months(text), streetSheet({streetRow(crimeId(i), text, "", "Drugs")}));
  }
  const auto store = warehouse::openDuckDb(temporary(folder, 3), force);
  std::vector<std::string> told;
  store->load(extracts.all(), extracts.opener(), [&](const base::LoadReport& report) { told.push_back(report.file); });
  CHECK(told == expected);
}
