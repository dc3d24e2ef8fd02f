#include "warehouse_support.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;
using warehouse::RowQuery;

namespace {

RowQuery robberies(RowQuery::Truth truth, std::size_t most = 20) {
  return {.table = "crimes",
          .date = "recorded_on",
          .months = months("2025-01", "2025-02"),
          .where = tree("outcome_group = 'Positive'", "crimes", expression::Type::Boolean),
          .truth = truth,
          .most = most};
}

}  // namespace

TEST_CASE("rows behind a figure are shown by file and row, without identifiers") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("b/2025-01.csv", "street", months("2025-01"),
               streetSheet({streetRow("", "2025-01", "", "Anti-social behaviour"),
                            streetRow(crimeId(1), "2025-01", "Northtown 001A", "Drugs", "Suspect charged"),
                            streetRow(crimeId(2), "2025-01", "Northtown 001A", "Drugs")}));
  extracts.add("a/2025-02.csv", "street", months("2025-02"),
               streetSheet({streetRow(crimeId(3), "2025-02", "", "Robbery", "Under investigation"),
                            streetRow(crimeId(4), "2025-02", "", "Robbery", "Offender fined"),
                            streetRow(crimeId(5), "2025-02", "", "Burglary", "Offender fined")}));
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path()}, force);
  store->load(extracts.all(), extracts.opener(), {});
  store->count({{0, {month("2025-01")}}, {1, {month("2025-02")}}});

  const warehouse::RowTable counted = store->rows(robberies(RowQuery::Truth::True));
  CHECK(counted.columns == std::vector<std::string>{"source_file", "source_row", "recorded_on", "category", "area",
                                                    "recorded_by", "status", "outcome_group"});
  CHECK(counted.total == 3);
  CHECK(counted.rows ==
        std::vector<std::vector<std::string>>{{"a/2025-02.csv", "3", "2025-02-01", "Robbery", "Area not known",
                                               "Testshire Police", "Offender fined", "Positive"},
                                              {"a/2025-02.csv", "4", "2025-02-01", "Burglary", "Area not known",
                                               "Testshire Police", "Offender fined", "Positive"},
                                              {"b/2025-01.csv", "3", "2025-01-01", "Drugs", "Northtown",
                                               "Testshire Police", "Suspect charged", "Positive"}});
  CHECK_THAT(counted.statement, !Catch::Contains("crime_id") && !Catch::Contains(folder.path().string()));

  const warehouse::RowTable not_counted = store->rows(robberies(RowQuery::Truth::False));
  CHECK(not_counted.total == 1);
  CHECK(not_counted.rows.front()[1] == "2");
  const warehouse::RowTable unknown = store->rows(robberies(RowQuery::Truth::Unknown));
  CHECK(unknown.total == 1);
  CHECK(unknown.rows.front()[0] == "b/2025-01.csv");
  CHECK(unknown.rows.front()[7].empty());

  // What is in no group, or in another, is not among the unknown of this one.
  RowQuery grouped = robberies(RowQuery::Truth::Unknown);
  grouped.within = tree("category = 'Robbery'", "crimes", expression::Type::Boolean);
  CHECK(store->rows(grouped).total == 0);
  grouped.within = tree("status is null", "crimes", expression::Type::Boolean);
  CHECK(store->rows(grouped).total == 1);
  grouped.within = tree("status = 'Offender fined'", "crimes", expression::Type::Boolean);
  CHECK(store->rows(grouped).total == 0);  // the row without a status is not one of them
  grouped.truth = RowQuery::Truth::True;
  CHECK(store->rows(grouped).total == 2);

  const warehouse::RowTable one = store->rows(robberies(RowQuery::Truth::True, 1));
  CHECK(one.total == 3);
  CHECK(one.rows.size() == 1);
  const warehouse::RowTable all = store->rows({.table = "crimes",
                                               .date = "recorded_on",
                                               .months = months("2025-01"),
                                               .where = nullptr,
                                               .truth = {},
                                               .most = 20});
  CHECK(all.total == 2);
}
