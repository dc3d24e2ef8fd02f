#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

// Counted by hand: 300 crimes of March 2025 and 100 of each month before, 10 outcomes a month.

namespace boardpack::measure {
namespace {

using series::Window;

FakeWarehouse threeYears() {
  FakeWarehouse warehouse;
  for (const char* table : {"crimes", "outcomes"}) {
    warehouse.cover(table, "2022-04", "2025-03");
  }
  for (base::Month month(2022, 4); month <= base::Month(2025, 3); month = month + 1) {
    warehouse.add("crimes", month.iso(), {{"category", "Theft"}, {"area", "Ashby"}},
                  month == base::Month(2025, 3) ? 300 : 100);
    warehouse.add("outcomes", month.iso(), {{"outcome", "Charged"}, {"area", "Ashby"}}, 10);
  }
  return warehouse;
}

/// "2 of 302", "up to 3 of 303", "none", "not told".
std::string rejected(const series::Series& made, const std::string& month, Window window = Window::Month) {
  const auto found = made.rejectedIn(window, *base::Month::parse(month));
  if (!found) {
    return "not told";
  }
  return found->rows == 0 ? "none"
                          : std::string(found->is_at_most ? "up to " : "") + std::to_string(found->rows) + " of " +
                                std::to_string(found->of);
}

MeasureDefinition windowed(MeasureDefinition definition) {
  definition.info.windows = {Window::Month, Window::Mrt};
  return definition;
}

TEST_CASE("rows that were rejected are told of the months and windows that they are missing from") {
  FakeWarehouse warehouse = threeYears();
  warehouse.reject("crimes", {"2025-03"}, 2);
  warehouse.reject("crimes", {"2024-03"}, 5);
  const auto made =
      seriesOf({windowed(countOf("crime", "crimes")), windowed(countOf("outcome", "outcomes"))}, "2025-03", warehouse);
  CHECK(rejected(made[0], "2025-03") == "2 of 302");
  CHECK(rejected(made[0], "2025-02") == "none");
  CHECK(rejected(made[0], "2024-03") == "5 of 105");
  CHECK(rejected(made[0], "2025-03", Window::Mrt) == "2 of 1402");  // 11 x 100 + 300 + 2
  CHECK(rejected(made[0], "2025-02", Window::Mrt) == "5 of 1205");
  CHECK(rejected(made[0], "2024-02", Window::Mrt) == "none");
  CHECK(rejected(made[0], "2025-03", Window::Ytd) == "not told");  // the measure has no such window
  CHECK(rejected(made[1], "2025-03") == "none");
}

TEST_CASE("where the month or the table is not known it is at most so many") {
  FakeWarehouse warehouse = threeYears();
  warehouse.reject("crimes", {"2025-01", "2025-02", "2025-03"}, 3);  // a file of three months, no date
  warehouse.reject("crimes", {"2025-03"}, 1, false);                 // a row that may be of another table
  const auto made = seriesOf({windowed(countOf("crime", "crimes"))}, "2025-03", warehouse).front();
  CHECK(rejected(made, "2025-03") == "up to 4 of 304");
  CHECK(rejected(made, "2025-01") == "up to 3 of 103");
  CHECK(rejected(made, "2024-12") == "none");
  CHECK(rejected(made, "2025-02", Window::Mrt) == "up to 3 of 1203");
  FakeWarehouse certain = threeYears();
  certain.reject("crimes", {"2025-01", "2025-02", "2025-03"}, 3);
  CHECK(rejected(seriesOf({windowed(countOf("crime", "crimes"))}, "2025-03", certain).front(), "2025-03",
                 Window::Mrt) == "3 of 1403");  // all three months lie in the twelve
  FakeWarehouse any = threeYears();
  any.reject("crimes", {}, 7);
  CHECK(rejected(seriesOf({windowed(countOf("crime", "crimes"))}, "2025-03", any).front(), "2023-01") ==
        "up to 7 of 107");
}

TEST_CASE("a derived measure misses what its parts miss, a table once") {
  FakeWarehouse warehouse = threeYears();
  warehouse.reject("crimes", {"2025-03"}, 2);
  warehouse.reject("crimes", {"2024-03"}, 5);
  warehouse.reject("outcomes", {"2025-03"}, 1);
  MeasureDefinition rate;
  rate.info.name = "rate";
  rate.kind = MeasureKind::Derive;
  rate.info.windows = {Window::Month};
  rate.reads = {"crime", "other", "outcome"};
  rate.formula = formulaOf(FormulaOp::Divide, formulaMeasure("outcome"),
                           formulaOf(FormulaOp::Add, formulaMeasure("crime"), formulaMeasure("other")));
  MeasureDefinition change = rate;
  change.info.name = "change";
  change.reads = {"crime"};
  change.formula = formulaOf(FormulaOp::Subtract, formulaMeasure("crime"),
                             formulaOver(FormulaOp::Shift, formulaMeasure("crime"), 12));
  const auto made =
      seriesOf({rate, change, countOf("crime", "crimes"), countOf("other", "crimes"), countOf("outcome", "outcomes")},
               "2025-03", warehouse);
  CHECK(rejected(made[0], "2025-03") == "3 of 313");  // 2 of 302 crimes, 1 of 11 outcomes
  CHECK(rejected(made[0], "2025-02") == "none");
  CHECK(rejected(made[1], "2025-03") == "7 of 1507");  // March 2024 to March 2025: 12 x 100 + 300 + 7

  // Where one table alone lost rows, the rows of the other count all the same.
  FakeWarehouse one_lost = threeYears();
  one_lost.reject("outcomes", {"2025-03"}, 1);
  const auto of_both =
      seriesOf({rate, countOf("crime", "crimes"), countOf("other", "crimes"), countOf("outcome", "outcomes")},
               "2025-03", one_lost);
  CHECK(rejected(of_both[0], "2025-03") == "1 of 311");  // 300 crimes, 11 outcomes
}

TEST_CASE("a measure by another date than its table's may miss any of the rejected rows") {
  FakeWarehouse warehouse = threeYears();
  warehouse.reject("crimes", {"2024-06"}, 2);
  MeasureDefinition occurred = windowed(countOf("occurred", "crimes"));
  occurred.rows.date = "occurred_on";
  const auto made = seriesOf({occurred}, "2025-03", warehouse).front();
  CHECK(rejected(made, "2025-03").find("up to 2 of ") == 0);
}

TEST_CASE("what people enter has no rows that could be missing") {
  FakeWarehouse warehouse = threeYears();
  warehouse.reject("crimes", {"2025-03"}, 2);
  MeasureDefinition figure;
  figure.info.name = "figure";
  figure.kind = MeasureKind::Figure;
  figure.info.windows = {Window::Month};
  CHECK(rejected(seriesOf({figure}, "2025-03", warehouse).front(), "2025-03") == "not told");
}

}  // namespace
}  // namespace boardpack::measure
