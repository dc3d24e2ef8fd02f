#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include "base/text.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Window;

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
  ratio.kind = MeasureKind::Ratio;
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

/// "78", or the symbol and reason, of what the latest value of a window is compared with.
std::string reference(const series::Series& series, Window window, const std::string& label,
                      series::Reference kind = series::Reference::Named) {
  for (const series::ReferenceValue& value : series.force().references) {
    if (value.window == window && value.reference == kind && value.label == label) {
      return value.cell.has() ? base::exactNumber(*value.cell.value)
                              : std::string(series::symbolText(value.cell.symbol)) + " " + value.cell.reason;
    }
  }
  return "none";
}

series::NamedReference named(const std::string& label, base::Month first, base::Month last) {
  return {.kind = series::NamedReference::Kind::Period, .label = label, .period = {first, last}, .months = 0};
}

series::NamedReference meanOf(const std::string& label, int months) {
  return {.kind = series::NamedReference::Kind::MeanOfMonths, .label = label, .period = {}, .months = months};
}

TEST_CASE("whole quarters and years, and none before they have ended") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2022, 2024);
  warehouse.cover("crimes", "2022-01", "2024-12");
  MeasureDefinition crime = countOf("crime", "crimes");
  crime.info.windows = {Window::Quarter, Window::FinancialYear, Window::CalendarYear};
  const series::Series made = seriesOf({crime}, "2024-11", warehouse).front();
  CHECK(shown(made, "2024-11", Window::Quarter) == "24");  // July to September
  CHECK(shown(made, "2024-09", Window::Quarter) == "24");
  CHECK(shown(made, "2024-08", Window::Quarter) == "15");  // April to June
  CHECK(shown(made, "2024-11", Window::FinancialYear) == "78");
  CHECK(shown(made, "2024-11", Window::CalendarYear) == "78");
  CHECK(shown(made, "2023-01", Window::FinancialYear) ==
        "[x] a figure of a year needs all 12 months; no extract covers April to December 2021");
  CHECK(shown(made, "2022-02", Window::Quarter) ==
        "[x] a figure of a quarter needs all three months; no extract covers October to December 2021");
}

TEST_CASE("since a month and between two") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2016, 2024);
  warehouse.cover("crimes", "2016-01", "2024-12");
  MeasureDefinition crime = countOf("crime", "crimes");
  crime.info.windows = {Window::Since, Window::Between};
  crime.info.since = base::Month(2018, 10);
  crime.info.between = base::MonthRange{base::Month(2018, 1), base::Month(2018, 6)};
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  CHECK(made.months.size() == 60);
  CHECK(shown(made, "2024-12", Window::Since) == "501");  // 10 + 11 + 12, and six years of 78
  CHECK(shown(made, "2024-12", Window::Between) == "21");
  CHECK(shown(made, "2020-01", Window::Between) == "21");
  // Of the half year: July to December 2017 before it, January to June 2017 a year before.
  CHECK(reference(made, Window::Between, "", series::Reference::PreviousWindow) == "57");
  CHECK(reference(made, Window::Between, "", series::Reference::SameWindowLastYear) == "21");
  // 75 months before October 2018 begin in July 2012; a year before would overlap.
  CHECK(reference(made, Window::Since, "", series::Reference::PreviousWindow) ==
        "[x] July 2012 to September 2018 needs every month; no extract covers July 2012 to December 2015");
  CHECK(reference(made, Window::Since, "", series::Reference::SameWindowLastYear) == "none");
}

TEST_CASE("since and between that have not begun or ended") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2024, 2024);
  warehouse.cover("crimes", "2024-01", "2024-12");
  MeasureDefinition crime = countOf("crime", "crimes");
  crime.info.windows = {Window::Since, Window::Between};
  crime.info.since = base::Month(2024, 6);
  crime.info.between = base::MonthRange{base::Month(2024, 3), base::Month(2024, 8)};
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  CHECK(shown(made, "2024-05", Window::Since) == "[z] the period begins with June 2024");
  CHECK(shown(made, "2024-06", Window::Since) == "6");
  CHECK(shown(made, "2024-07", Window::Between) == "[x] the period ends with August 2024");
  CHECK(shown(made, "2024-08", Window::Between) == "33");
}

TEST_CASE("since an event of the register: the first whole month after it") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2023, 2024);
  warehouse.cover("crimes", "2023-01", "2024-12");
  series::Registers registers;
  registers.events.resize(2);
  registers.events[0].day = {2023, 10, 16};
  registers.events[0].title = "New control room";
  registers.events[1].day = {2024, 2, 1};
  registers.events[1].title = "Op Atlas";
  MeasureDefinition crime = countOf("crime", "crimes");
  crime.info.windows = {Window::Since};
  crime.info.since_words = "new control room";
  const series::Series made = seriesOf({crime}, "2024-02", warehouse, 60, &registers).front();
  CHECK(made.info.since == base::Month(2023, 11));
  CHECK(shown(made, "2024-02", Window::Since) == "26");  // 11 + 12 + 1 + 2

  crime.info.since_words = "new contol room";
  CHECK(seriesOf({crime}, "2024-02", warehouse, 60, &registers).front().failure ==
        "'crime' is told since \"new contol room\", and the register of events has none of that title. Did you mean "
        "'New control room'? Expected a title of the register, or a month: since 2018-10.");
}

TEST_CASE("survey waves") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2023, 2024);
  warehouse.cover("crimes", "2023-01", "2024-12");
  series::Registers registers;
  const auto wave = [](const std::string& survey, const std::string& name, base::Month first, base::Month last) {
    return series::Wave{.survey = survey, .name = name, .months = {first, last}, .place = ""};
  };
  registers.waves = {wave("public", "2", base::Month(2024, 1), base::Month(2024, 3)),
                     wave("public", "1", base::Month(2023, 1), base::Month(2023, 3)),
                     wave("public", "3", base::Month(2024, 11), base::Month(2025, 1)),
                     wave("staff", "9", base::Month(2024, 4), base::Month(2024, 4))};
  MeasureDefinition answers = countOf("answers", "crimes");
  answers.info.windows = {Window::Wave};
  answers.info.survey = "public";
  const series::Series made = seriesOf({answers}, "2024-12", warehouse, 60, &registers).front();
  CHECK(shown(made, "2024-12", Window::Wave) == "6");
  CHECK(made.waves.size() == 3);
  CHECK(made.waves.front().name == "1");
  CHECK(reference(made, Window::Wave, "", series::Reference::PreviousWindow) == "6");
  CHECK(reference(made, Window::Wave, "", series::Reference::SameWindowLastYear) == "6");
  CHECK(shown(made, "2023-02", Window::Wave) == "[x] no wave of the survey 'public' had ended by February 2023");
}

TEST_CASE("named periods are compared like with like") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2014, 2024);
  warehouse.cover("crimes", "2014-04", "2024-12");
  MeasureDefinition crime = countOf("crime", "crimes");
  crime.info.windows = {Window::Month, Window::Mrt, Window::Ytd, Window::Quarter};
  crime.info.compare = {named("2016", base::Month(2016, 1), base::Month(2016, 12)),
                        named("2013/14", base::Month(2013, 4), base::Month(2014, 3)),
                        named("2018-01 to 2018-06", base::Month(2018, 1), base::Month(2018, 6)),
                        named("April to December 2015", base::Month(2015, 4), base::Month(2015, 12)),
                        named("2025", base::Month(2025, 1), base::Month(2025, 12)),
                        meanOf("1-year mean", 12),
                        meanOf("3-year mean", 36)};
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  CHECK(reference(made, Window::Mrt, "2016") == "78");
  CHECK(reference(made, Window::Month, "2016") == "6.5");  // the mean month of 78
  CHECK(reference(made, Window::Quarter, "2016") == "19.5");
  CHECK(reference(made, Window::Ytd, "2016") == "[z] a figure of 9 months is not compared with one of 12");
  CHECK(reference(made, Window::Ytd, "April to December 2015") == "72");
  CHECK(reference(made, Window::Mrt, "2013/14") ==
        "[x] 2013/14 needs every month; no extract covers April 2013 to March 2014");
  CHECK(reference(made, Window::Month, "2018-01 to 2018-06") == "3.5");
  CHECK(reference(made, Window::Quarter, "2018-01 to 2018-06") ==
        "[z] a figure of 3 months is not compared with one of 6");  // winter's quarter against a half year
  CHECK(reference(made, Window::Mrt, "2025") == "[x] 2025 ends with December 2025");
  CHECK(reference(made, Window::Month, "1-year mean") == base::exactNumber((78.0 - 12 + 12) / 12));
  CHECK(reference(made, Window::Mrt, "3-year mean") == "78");
}

TEST_CASE("a share of a longer period is a share all the same, of the sums") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-01", "2024-12");
  warehouse.add("crimes", "2024-01", {{"category", "Robbery"}, {"area", "Ashby"}}, 9);
  warehouse.add("crimes", "2024-01", {{"category", "Theft"}, {"area", "Ashby"}}, 1);
  warehouse.add("crimes", "2024-02", {{"category", "Theft"}, {"area", "Ashby"}}, 10);
  warehouse.add("crimes", "2024-12", {{"category", "Robbery"}, {"area", "Ashby"}}, 1);
  MeasureDefinition share = countOf("robbery_share", "crimes");
  share.kind = MeasureKind::Share;
  share.met = where("crimes", "category = 'Robbery'");
  share.info.windows = {Window::Month, Window::Ytd};
  share.info.compare = {named("winter", base::Month(2024, 1), base::Month(2024, 2))};
  const series::Series made = seriesOf({share}, "2024-12", warehouse).front();
  CHECK(reference(made, Window::Month, "winter") == "45");  // 9 of 20, not the mean of 90% and 0%
  CHECK(reference(made, Window::Ytd, "winter") == "45");
}

TEST_CASE("a derived measure has the references of its parts") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2023, 2024);
  warehouse.cover("crimes", "2023-01", "2024-12");
  MeasureDefinition twice = countOf("twice", "crimes");
  twice.kind = MeasureKind::Derive;
  twice.reads = {"crime"};
  twice.formula = formulaOf(FormulaOp::Add, formulaMeasure("crime"), formulaMeasure("crime"));
  twice.info.compare = {named("2023", base::Month(2023, 1), base::Month(2023, 12))};
  const auto made = seriesOf({countOf("crime", "crimes"), twice}, "2024-12", warehouse);
  CHECK(reference(made[1], Window::Mrt, "2023") == "156");
  CHECK(reference(made[1], Window::Month, "2023") == "13");
}

TEST_CASE("what still settles is provisional, and so is a window with it") {
  FakeWarehouse warehouse;
  addYears(warehouse, 2022, 2024);
  warehouse.cover("crimes", "2022-01", "2024-12");
  MeasureDefinition crime = countOf("crime", "crimes");
  crime.info.settles_after = 3;
  crime.info.windows = {Window::Month, Window::Mrt, Window::CalendarYear};
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  const auto marks = [&](const std::string& month, Window window) {
    return series::marksText(cellOf(made, month, window).marks);
  };
  CHECK(marks("2024-12", Window::Month) == "[p]");
  CHECK(marks("2024-10", Window::Month) == "[p]");
  CHECK(marks("2024-09", Window::Month).empty());
  CHECK(marks("2024-10", Window::Mrt) == "[p]");
  CHECK(marks("2024-09", Window::Mrt).empty());
  CHECK(marks("2024-11", Window::CalendarYear).empty());  // 2023
  CHECK(marks("2024-12", Window::CalendarYear) == "[p]");
}

}  // namespace
}  // namespace boardpack::measure
