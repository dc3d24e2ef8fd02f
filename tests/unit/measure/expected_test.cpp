#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include "base/text.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Window;

TEST_CASE("what is expected later is told for its own month, or is overdue") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2023, 2024);
  warehouse.cover("crimes", "2023-01", "2024-10");
  MeasureSet set;
  set.measures = {countOf("crime", "crimes")};
  EvaluationRequest request;
  request.month = base::Month(2024, 12);
  request.force = &sampleForce();
  setNatures(set);
  request.measures = &set;
  request.wanted = {"crime"};
  const auto asOf = [&](std::optional<sdk::Date> board_date, int days, int months = 0) {
    set.measures[0].info.expected = days > 0 ? "day " + std::to_string(days) : std::to_string(months) + " months";
    set.measures[0].info.expected_days = days;
    set.measures[0].info.expected_months = months;
    request.board_date = board_date;
    return evaluate(request, warehouse).front();
  };
  // November's data are due on the 35th day after 30 November, 4 January: late from the day after.
  const series::Series late = asOf(sdk::Date{2025, 1, 4}, 35);
  CHECK(late.own_month == base::Month(2024, 10));
  CHECK_FALSE(late.is_overdue);
  CHECK(late.toldFor(base::Month(2024, 12)) == base::Month(2024, 10));
  CHECK(shown(late, "2024-10", Window::Mrt) == "78");
  const series::Series overdue = asOf(sdk::Date{2025, 1, 5}, 35);
  CHECK_FALSE(overdue.own_month);
  CHECK(overdue.is_overdue);
  CHECK(shown(overdue, "2024-12") ==
        "[x] no extract covers December 2024; it is overdue: figures to November 2024 were expected by 4 January 2025 "
        "(day 35 after the month's end)");
  // December's are due on 4 February.
  CHECK(
      shown(asOf(sdk::Date{2025, 2, 5}, 35), "2024-12").find("figures to December 2024 were expected by 4 February") !=
      std::string::npos);
  // 60 days after 30 November are 29 January; two months after it, the end of January.
  CHECK_FALSE(asOf(sdk::Date{2025, 1, 29}, 60).is_overdue);
  CHECK(asOf(sdk::Date{2025, 1, 30}, 60).is_overdue);
  CHECK_FALSE(asOf(sdk::Date{2025, 1, 31}, 0, 2).is_overdue);
  CHECK(asOf(sdk::Date{2025, 2, 1}, 0, 2).is_overdue);
  // Without the board's day that of the latest extraction, without any the end of the month after the pack's.
  CHECK(asOf({}, 35).is_overdue);
  CHECK_FALSE(asOf({}, 0, 2).is_overdue);
  request.extracted_on = {{"crimes", {2025, 1, 3}}, {"incidents", {2024, 12, 20}}};
  CHECK_FALSE(asOf({}, 35).is_overdue);
  warehouse.cover("crimes", "2023-01", "2024-12");
  CHECK(asOf(sdk::Date{2025, 3, 1}, 1).own_month == base::Month(2024, 12));
}

TEST_CASE("a month that rows are still to come of is provisional, and so is what is derived from it") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2022, 2024);
  warehouse.cover("crimes", "2022-01", "2024-12");
  warehouse.cover("incidents", "2022-01", "2024-12");
  warehouse.add("incidents", "2024-12", {}, 3);
  warehouse.stillComing("crimes", "2024-11");
  const auto derived = [](const std::string& name, const Formula& formula) {
    MeasureDefinition made;
    made.info.name = name;
    made.kind = MeasureKind::Derive;
    made.info.windows = {Window::Month, Window::Mrt};
    made.formula = formula;
    made.reads = measuresOf(*formula);
    return made;
  };
  const Formula crime = formulaMeasure("crime");
  const Formula incidents = formulaMeasure("incident");
  MeasureDefinition settling = derived("settling", incidents);
  settling.info.settles_after = 2;
  const auto made = seriesOf({countOf("crime", "crimes"), countOf("incident", "incidents"),
                              derived("sum", formulaOf(FormulaOp::Add, crime, incidents)),
                              derived("later", formulaOver(FormulaOp::Shift, crime, 1)),
                              derived("rolled", formulaOver(FormulaOp::Rolling, crime, 2)),
                              derived("holds", formulaOf(FormulaOp::Above, crime, formulaNumber(1))), settling},
                             "2024-12", warehouse);
  const auto marks = [&](std::size_t measure, Window window) {
    std::string text;
    for (const char* month : {"2024-10", "2024-11", "2024-12"}) {
      text += cellOf(made[measure], month, window).marks.has(series::Mark::Provisional) ? 'p' : '.';
    }
    return text;
  };
  CHECK(marks(0, Window::Month) == ".p.");
  CHECK(marks(0, Window::Mrt) == ".pp");
  CHECK(marks(1, Window::Mrt) == "...");
  CHECK(marks(2, Window::Month) == ".p.");
  CHECK(marks(2, Window::Mrt) == ".pp");
  CHECK(marks(3, Window::Month) == "..p");
  CHECK(marks(4, Window::Month) == ".pp");
  CHECK(marks(5, Window::Month) == ".p.");
  CHECK(marks(6, Window::Month) == ".pp");  // by its own key
  CHECK(marks(6, Window::Mrt) == ".pp");
}

}  // namespace
}  // namespace boardpack::measure
