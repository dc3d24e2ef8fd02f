#include "fake_warehouse.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Window;

/// A month's number of crimes is the month's number: 1 in January, 12 in December.
void addYears(FakeWarehouse& warehouse, int first_year, int last_year) {
  for (base::Month month(first_year, 1); month <= base::Month(last_year, 12); month = month + 1) {
    warehouse.add("crimes", month.iso(), {{"category", "Robbery"}, {"area", "Ashby"}}, month.month());
  }
}

TEST_CASE("rolling totals and years to date") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2023, 2024);
  warehouse.cover("crimes", "2023-01", "2024-12");
  const series::Series made = seriesOf({countOf("crime", "crimes")}, "2024-12", warehouse).front();
  CHECK(made.months.front().iso() == "2023-01");
  CHECK(made.months.back().iso() == "2024-12");
  CHECK(shown(made, "2024-12") == "12");
  CHECK(shown(made, "2023-12", Window::Mrt) == "78");
  CHECK(shown(made, "2024-05", Window::Mrt) == "78");
  CHECK(shown(made, "2023-11", Window::Mrt) ==
        "[x] a 12-month figure needs all 12 months; no extract covers December 2022");
  CHECK(shown(made, "2023-02", Window::Mrt) ==
        "[x] a 12-month figure needs all 12 months; no extract covers March to December 2022");
  CHECK(shown(made, "2024-04", Window::Ytd) == "4");
  CHECK(shown(made, "2024-12", Window::Ytd) == "72");  // 4 + … + 12
  CHECK(shown(made, "2024-03", Window::Ytd) == "78");
  CHECK(shown(made, "2023-03", Window::Ytd) ==
        "[x] a figure of the financial year needs every month from April; no extract covers April to December 2022");
}

TEST_CASE("a month that no extract covers is not zero, and windows over it have no value") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2023, 2024);
  warehouse.cover("crimes", "2023-01", "2024-01");
  warehouse.cover("crimes", "2024-04", "2024-06");
  warehouse.cover("crimes", "2024-08", "2024-12");
  const series::Series made = seriesOf({countOf("crime", "crimes")}, "2024-12", warehouse).front();
  CHECK(shown(made, "2024-02") == "[x] no extract covers February 2024");
  CHECK(shown(made, "2024-12", Window::Mrt) ==
        "[x] a 12-month figure needs all 12 months; no extract covers February to March 2024 and July 2024");
  CHECK(shown(made, "2024-06", Window::Ytd) == "15");
  CHECK(shown(made, "2024-08", Window::Ytd) ==
        "[x] a figure of the financial year needs every month from April; no extract covers July 2024");
  CHECK(shown(made, "2024-04", Window::Ytd) == "4");
}

TEST_CASE("rows of a month that is not covered count nowhere") {
  FakeWarehouse warehouse;
  warehouse.add("crimes", "2024-11", {{"category", "Robbery"}, {"area", "Ashby"}}, 5);
  warehouse.cover("crimes", "2024-12", "2024-12");
  MeasureDefinition crime = countOf("crime", "crimes");
  by(crime, "category");
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  CHECK(made.months.size() == 1);
  CHECK(shown(made, "2024-12") == "0");
  CHECK(groupsOf(made, "category").empty());
}

TEST_CASE("a month whose extracts leave out a column that is read") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-10", "2024-12");
  warehouse.add("crimes", "2024-11", {{"category", "Robbery"}, {"area", "Ashby"}}, 3);
  warehouse.add("crimes", "2024-12", {{"category", "Robbery"}, {"area", "Ashby"}, {"outcome_group", "charged"}}, 2);
  warehouse.leaveOut("crimes", "outcome_group", "2024-10");
  warehouse.leaveOut("crimes", "outcome_group", "2024-11");
  MeasureDefinition charged = countOf("charged", "crimes");
  charged.rows.where = where("crimes", "outcome_group = 'charged'");
  MeasureDefinition crime = countOf("crime", "crimes");
  by(crime, "outcome_group");
  const auto made = seriesOf({charged, crime}, "2024-12", warehouse);
  CHECK(shown(made[0], "2024-11") == "[x] the extracts of November 2024 do not give 'outcome_group'");
  CHECK(shown(made[0], "2024-12") == "2");
  CHECK(shown(made[0], "2024-12", Window::Mrt) ==
        "[x] a 12-month figure needs all 12 months; no extract covers January to September 2024; the extracts of "
        "October to November 2024 do "
        "not give 'outcome_group'");
  // The total does not read the column; the breakdown does.
  CHECK(shown(made[1], "2024-11") == "3");
  CHECK(groupsOf(made[1], "outcome_group") == std::vector<std::string>{"charged"});
  CHECK(shown(made[1], "2024-11", Window::Month, "outcome_group", "charged") ==
        "[x] the extracts of November 2024 do not give 'outcome_group'");
}

TEST_CASE("a history that is cut short does not cut the windows") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2022, 2024);
  warehouse.cover("crimes", "2022-01", "2024-12");
  const series::Series made = seriesOf({countOf("crime", "crimes")}, "2024-12", warehouse, 12).front();
  CHECK(made.months.front().iso() == "2024-01");
  CHECK(shown(made, "2024-01", Window::Mrt) == "78");
  CHECK(shown(made, "2024-03", Window::Ytd) == "78");
}

TEST_CASE("a table that nothing covers") {
  FakeWarehouse warehouse;
  const series::Series made = seriesOf({countOf("crime", "crimes")}, "2024-12", warehouse).front();
  CHECK(made.failure.empty());
  CHECK(made.months.size() == 1);
  CHECK(shown(made, "2024-12") == "[x] no extract covers December 2024");
}

TEST_CASE("the pack's month itself may be missing") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-01", "2024-11");
  const series::Series made = seriesOf({countOf("crime", "crimes")}, "2024-12", warehouse).front();
  CHECK(made.months.back().iso() == "2024-12");
  CHECK(shown(made, "2024-12") == "[x] no extract covers December 2024");
  CHECK(shown(made, "2024-11") == "0");
}

TEST_CASE("of several tables the missing one is named") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-11", "2024-12");
  warehouse.cover("outcomes", "2024-12", "2024-12");
  warehouse.add("crimes", "2024-12", {{"category", "Robbery"}, {"area", "Ashby"}}, 4);
  warehouse.add("outcomes", "2024-12", {{"outcome", "Charged"}, {"area", "Ashby"}}, 1);
  MeasureDefinition ratio = countOf("outcome_rate", "outcomes");
  ratio.info.kind = series::MeasureKind::Ratio;
  ratio.info.unit = "%";
  ratio.top.rows = RowSet{.table = "outcomes", .date = "outcome_on", .where = nullptr, .amount = nullptr};
  ratio.bottom.rows = RowSet{.table = "crimes", .date = "recorded_on", .where = nullptr, .amount = nullptr};
  const series::Series made = seriesOf({ratio}, "2024-12", warehouse).front();
  CHECK(made.months.front().iso() == "2024-11");
  CHECK(shown(made, "2024-11") == "[x] no extract of outcomes covers November 2024");
  CHECK(shown(made, "2024-12") == "25");
}

TEST_CASE("only the windows asked for, and the month always") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-11", "2024-12");
  MeasureDefinition crime = countOf("crime", "crimes");
  crime.info.windows = {Window::Ytd};
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  CHECK(made.force().in(Window::Month).size() == 2);
  CHECK(made.force().in(Window::Mrt).empty());
  CHECK(made.force().in(Window::Ytd).size() == 2);
}

}  // namespace
}  // namespace boardpack::measure
