#include "warehouse_support.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;

namespace {

// Two forces' worth of systems in one: crimes of police.uk, outcomes with an area and without.
sdk::Force linkedForce() {
  sdk::Force force = testForce();
  sdk::Feed bare{.name = "bare",
                 .title = "Outcomes without an area",
                 .publisher = "",
                 .file_name = "{month}-bare.csv",
                 .covers = sdk::Covers::FileMonth,
                 .header = {{"Crime", true}, {"Day", true}, {"Outcome", true}},
                 .routes = {{"outcomes",
                             "",
                             "",
                             {{"crime_id", "Crime", sdk::Parse::Key, {}},
                              {"outcome_on", "Day", sdk::Parse::Day, {}},
                              {"outcome", "Outcome", sdk::Parse::Text, {}}}}},
                 .reject_threshold = 0.0};
  force.feeds.push_back(std::move(bare));
  return force;
}

Sheet outcomeSheet(std::vector<std::vector<std::string>> rows) {
  return {.header = {"Crime ID", "Month", "LSOA name", "Outcome type"},
          .rows = std::move(rows),
          .faults = {},
          .refused = {}};
}

Sheet bareSheet(std::vector<std::vector<std::string>> rows) {
  return {.header = {"Crime", "Day", "Outcome"}, .rows = std::move(rows), .faults = {}, .refused = {}};
}

struct Linked {
  sdk::Force force = linkedForce();
  TemporaryFolder folder;
  Extracts extracts{force};
  std::unique_ptr<warehouse::Warehouse> store;

  Linked() {
    extracts.add("2025-01-street.csv", "street", months("2025-01"),
                 streetSheet({streetRow(crimeId(1), "2025-01", "Northtown 001A", "Drugs"),
                              streetRow(crimeId(2), "2025-01", "Redcar and Southtown 001A", "Robbery"),
                              // One identifier on two rows that agree on the area and contradict each other otherwise.
                              streetRow(crimeId(3), "2025-01", "Northtown 001A", "Drugs"),
                              streetRow(crimeId(3), "2025-01", "Northtown 001B", "Burglary"),
                              // One on two rows of which one does not know the outcome.
                              streetRow(crimeId(4), "2025-01", "Northtown 001A", "Drugs", "Suspect charged"),
                              streetRow(crimeId(4), "2025-01", "Northtown 001A", "Drugs"),
                              streetRow("", "2025-01", "Northtown 001A", "Shoplifting")}));
    extracts.add("2025-01-outcomes.csv", "outcomes", months("2025-01"),
                 outcomeSheet({{crimeId(1), "2025-01", "Redcar and Southtown 001A", "Suspect charged"},
                               {crimeId(2), "2025-01", "", "Local resolution"},
                               {crimeId(3), "2025-01", "Northtown 001A", "Local resolution"},
                               {crimeId(4), "2025-01", "Northtown 001A", "Local resolution"},
                               {crimeId(9), "2025-01", "Northtown 001A", "Local resolution"},
                               {"", "2025-01", "Northtown 001A", "Local resolution"}}));
    extracts.add("2025-02-bare.csv", "bare", months("2025-02"),
                 bareSheet({{crimeId(1), "2025-02-11", "Charged"}, {crimeId(9), "2025-02-12", "Charged"}}));
    for (const char* before : {"2024-10", "2024-11", "2024-12"}) {
      extracts.add(std::string(before) + "-street.csv", "street", months(before), streetSheet({}));
    }
    store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path()}, force);
    store->load(extracts.all(), extracts.opener(), {});
    store->count({{0, {month("2025-01")}},
                  {1, {month("2025-01")}},
                  {2, {month("2025-02")}},
                  {3, {month("2024-10")}},
                  {4, {month("2024-11")}},
                  {5, {month("2024-12")}}});
  }

  std::vector<std::string> by(std::vector<std::string> columns) const {
    return lines(store->group({.table = "outcomes",
                               .date = "outcome_on",
                               .months = months("2025-01", "2025-02"),
                               .columns = std::move(columns),
                               .atoms = {},
                               .amounts = {}}));
  }
};

}  // namespace

TEST_CASE("an outcome has the columns of its crime, and is never left out") {
  const Linked linked;
  // 3 contradicts itself, 9 is in no extract, the last has no identifier: unknown.
  CHECK(linked.by({"category"}) == std::vector<std::string>{"2025-01|?: 3", "2025-01|Drugs: 2", "2025-01|Robbery: 1",
                                                            "2025-02|?: 1", "2025-02|Drugs: 1"});
  // Where the rows of one identifier do not contradict each other, what one of them knows is known.
  CHECK(linked.by({"status"}) ==
        std::vector<std::string>{"2025-01|?: 5", "2025-01|Suspect charged: 1", "2025-02|?: 2"});
}

TEST_CASE("a column of both is the row's own, and the crime's has another name") {
  const Linked linked;
  CHECK(linked.by({"crime_area"}) == std::vector<std::string>{"2025-01|?: 2", "2025-01|Northtown: 3",
                                                              "2025-01|Redcar and Southtown: 1", "2025-02|?: 1",
                                                              "2025-02|Northtown: 1"});
}

TEST_CASE("a column that an extract leaves out is the crime's; one that it gives is its own, blank or not") {
  const Linked linked;
  CHECK(linked.by({"area"}) == std::vector<std::string>{"2025-01|Area not known: 1", "2025-01|Northtown: 4",
                                                        "2025-01|Redcar and Southtown: 1", "2025-02|?: 1",
                                                        "2025-02|Northtown: 1"});
}

TEST_CASE("nothing is joined until a query reads what the crime gives") {
  const Linked linked;
  linked.by({"outcome"});
  CHECK(linked.store->inherited().empty());
  const warehouse::GroupTable plain = linked.store->group({.table = "outcomes",
                                                           .date = "outcome_on",
                                                           .months = months("2025-01"),
                                                           .columns = {"outcome"},
                                                           .atoms = {},
                                                           .amounts = {}});
  CHECK_THAT(plain.statement, Catch::Contains("FROM \"outcomes\" WHERE"));
  linked.by({"category"});
  linked.by({"status", "category"});
  const std::vector<warehouse::Inherited> inherited = linked.store->inherited();
  REQUIRE(inherited.size() == 1);
  CHECK(inherited[0].table == "outcomes");
  CHECK(inherited[0].rows == 8);
  CHECK(inherited[0].without_identifier == 1);
  CHECK(inherited[0].crime_not_there == 2);
  CHECK(inherited[0].crime_contradictory == 1);
}

TEST_CASE("a condition and the rows behind a figure read the crime's columns too") {
  const Linked linked;
  const warehouse::RowQuery query{.table = "outcomes",
                                  .date = "outcome_on",
                                  .months = months("2025-01"),
                                  .where = tree("category = 'Drugs'", "outcomes", expression::Type::Boolean),
                                  .truth = warehouse::RowQuery::Truth::True,
                                  .most = 20};
  const warehouse::RowTable rows = linked.store->rows(query);
  CHECK(rows.total == 2);
  CHECK(std::find(rows.columns.begin(), rows.columns.end(), "category") != rows.columns.end());
  CHECK(std::find(rows.columns.begin(), rows.columns.end(), "subcategory") == rows.columns.end());
  warehouse::RowQuery unknown = query;
  unknown.truth = warehouse::RowQuery::Truth::Unknown;
  CHECK(linked.store->rows(unknown).total == 3);
}

TEST_CASE("a crime's column is there for a month when rows give the identifier and crimes of that month the column") {
  const Linked linked;
  CHECK(linked.store->fills("outcomes", "category", month("2025-01")));
  // No extract of crimes covers February, and none of them gives an offence.
  CHECK_FALSE(linked.store->fills("outcomes", "category", month("2025-02")));
  CHECK_FALSE(linked.store->fills("outcomes", "offence", month("2025-01")));
  CHECK(linked.store->fills("outcomes", "area", month("2025-01")));
  CHECK_FALSE(linked.store->fills("outcomes", "area", month("2025-02")));
  CHECK_FALSE(linked.store->fills("incidents", "category", month("2025-01")));
  // Tables that nothing fills cover nothing and break nothing.
  CHECK(linked.store->coveredMonths("calls").empty());
  CHECK(linked.store->coveredMonths("custody").empty());
}

TEST_CASE("keys and values are told apart by the crime's columns too") {
  const Linked linked;
  warehouse::EntryQuery query{.table = "outcomes",
                              .date = "outcome_on",
                              .months = months("2025-01"),
                              .columns = {"category"},
                              .atoms = {tree("status = 'Suspect charged'", "outcomes", expression::Type::Boolean)},
                              .amount = nullptr,
                              .key = "crime_id"};
  const auto rowsOf = [](const warehouse::EntryTable& table, const std::string& category) {
    std::int64_t rows = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const int text = table.combinations.keys.front()[table.combination[i]];
      const std::string found = text < 0 ? "?" : table.combinations.texts[static_cast<std::size_t>(text)];
      rows += found == category ? table.rows[i] : 0;
    }
    return rows;
  };
  const warehouse::EntryTable keys = linked.store->entries(query);
  CHECK(keys.known == 5);
  CHECK(rowsOf(keys, "Drugs") == 2);
  CHECK(rowsOf(keys, "Robbery") == 1);
  CHECK(rowsOf(keys, "?") == 3);
  query.columns = {"outcome"};
  query.atoms = {};
  query.key = "crime_area";
  CHECK(linked.store->entries(query).known == 4);
}
