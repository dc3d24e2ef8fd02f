#include "paper/pack.hpp"

#include "base/text.hpp"
#include "make_pack.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace boardpack;
using series::Cell;

namespace {

std::string shown(const paper::TableCell& cell) {
  if (cell.isText()) {
    return std::get<std::string>(cell.content);
  }
  const Cell& value = std::get<Cell>(cell.content);
  return value.has() ? base::formatNumber(*value.value, cell.decimals) : series::symbolText(value.symbol);
}

std::vector<std::string> shown(const std::vector<paper::TableCell>& row) {
  std::vector<std::string> cells;
  for (const paper::TableCell& cell : row) {
    cells.push_back(shown(cell));
  }
  return cells;
}

std::vector<std::string> headings(const paper::Table& table) {
  std::vector<std::string> names;
  for (const paper::TableColumn& column : table.columns) {
    names.push_back(column.heading);
  }
  return names;
}

}  // namespace

TEST_CASE("the scorecard of all measures", "[tables]") {
  const paper::Table table = paper::scorecard(makePack(), "");
  CHECK(table.id == "scorecard");
  CHECK(headings(table) == std::vector<std::string>{"Measure", "December 2025", "December 2024",
                                                    "12 months to December 2025", "12 months to December 2024",
                                                    "Change in the 12 months", "Change in the 12 months (%)",
                                                    "Variation in December 2025"});
  REQUIRE(table.rows.size() == 2);
  // 1,285 against 1,200: 85 is 7.08%.
  CHECK(shown(table.rows[0]) == std::vector<std::string>{"Robbery", "190", "105", "1,285", "1,200", "85", "7.1",
                                                         "Special cause, concern: above the upper limit"});
  CHECK(shown(table.rows[1]) == std::vector<std::string>{"Positive outcomes (%)", "10.1", "[x]", "[x]", "[x]", "[x]",
                                                         "[x]", "No limits: fewer than 12 months with a value"});
  CHECK(table.rows[0][0].link_measure == "robbery");
  CHECK(table.rows[0][5].is_signed);
  CHECK(table.notes.size() == 3);
  for (const auto& row : table.rows) {
    CHECK(row.size() == table.columns.size());
  }
}

TEST_CASE("the scorecard of a pillar has its measures in its order", "[tables]") {
  const paper::Table table = paper::scorecard(makePack(), "victims");
  CHECK(table.id == "scorecard_victims");
  CHECK(table.title == "Objective 2: A better deal for victims, Cleveland Police, December 2025");
  REQUIRE(table.rows.size() == 2);
  CHECK(shown(table.rows[0][0]) == "Positive outcomes (%)");
  CHECK(shown(table.rows[1][0]) == "Robbery");
  CHECK(paper::scorecard(makePack(), "no-such").rows.empty());
}

TEST_CASE("a failed measure says so in every cell", "[tables]") {
  paper::Pack pack = makePack();
  series::Series failed = pack.measures[0].series;
  failed.failure = "the script raised an error";
  pack.measures[0] = statistics::analyse(failed, kMonth);
  const paper::Table table = paper::scorecard(pack, "safer");
  CHECK(shown(table.rows[0]) == std::vector<std::string>{"Robbery", "[failed]", "[failed]", "[failed]", "[failed]",
                                                         "[failed]", "[failed]", "Failed"});
  CHECK(table.notes == std::vector<std::string>{
                           "[failed] means that the measure could not be worked out; it is not a missing figure."});
}

TEST_CASE("a measure without a 12-month figure is not applicable there", "[tables]") {
  paper::Pack pack = makePack();
  series::Series monthly = pack.measures[0].series;
  monthly.info.windows = {series::Window::Month};
  pack.measures[0] = statistics::analyse(monthly, kMonth);
  const paper::Table table = paper::scorecard(pack, "safer");
  CHECK(shown(table.rows[0][3]) == "[z]");
  CHECK(shown(table.rows[0][5]) == "[z]");
}

TEST_CASE("months down, force, rolling total and groups across", "[tables]") {
  const paper::Pack pack = makePack();
  const paper::Table table = paper::monthsTable(pack, pack.measures[0]);
  CHECK(table.id == "months_robbery");
  CHECK(headings(table) == std::vector<std::string>{"Month", "Cleveland Police", "12 months to the month", "Hartlepool",
                                                    "Other, Borough", "Other, Category"});
  REQUIRE(table.rows.size() == 36);
  CHECK(shown(table.rows.front()) == std::vector<std::string>{"January 2023", "95", "[x]", "95", "95", "95"});
  CHECK(shown(table.rows.back()) == std::vector<std::string>{"December 2025", "190", "1,285", "90", "100", "190"});
  CHECK(table.notes == std::vector<std::string>{"[x] means not available: no extract covers December 2022."});
}

TEST_CASE("headings carry the unit and differ, ignoring case", "[tables]") {
  paper::Pack pack = makePack();
  series::Series series = pack.measures[0].series;
  series.info.unit = "%";
  series.groups.push_back(groupOf("category", "cleveland police", steady(1)));
  series.groups.push_back(groupOf("category", "month", steady(1)));
  series.groups.push_back(groupOf("category", "OTHER", steady(1)));
  const paper::Table table = paper::monthsTable(pack, statistics::analyse(series, kMonth));
  std::set<std::string> names;
  for (const std::string& heading : headings(table)) {
    CHECK((heading == "Month" || heading.ends_with(" (%)")));
    std::string low;
    for (const char c : heading) {
      low += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    INFO(heading);
    CHECK(names.insert(low).second);
  }
}

TEST_CASE("a table for a page has the latest months and whole breakdowns only", "[tables]") {
  const paper::Pack pack = makePack();
  const paper::Table table = paper::monthsTable(pack, pack.measures[0], {.months = 13, .columns = 5});
  CHECK(table.rows.size() == 13);
  CHECK(shown(table.rows.front()[0]) == "December 2024");
  CHECK(headings(table) ==
        std::vector<std::string>{"Month", "Cleveland Police", "12 months to the month", "Hartlepool", "Other"});
  CHECK(table.notes == std::vector<std::string>{"The workbook has this table by category too."});
}

TEST_CASE("a measure without monthly figures says over what its months are", "[tables]") {
  paper::Pack pack = makePack();
  series::Series series = pack.measures[0].series;
  SECTION("12 months") {
    series.info.windows = {series::Window::Mrt};
    const paper::Table table = paper::monthsTable(pack, statistics::analyse(series, kMonth));
    CHECK(table.title == "Robbery, 12 months to the month, Cleveland Police");
    CHECK(headings(table)[1] == "Cleveland Police, 12 months to the month");
    CHECK(headings(table)[2] == "Hartlepool, 12 months to the month");
    CHECK(table.columns.size() == 5);
    CHECK(shown(table.rows.back()[1]) == "1,285");
  }
  SECTION("financial year to date") {
    series.info.windows = {series::Window::Ytd};
    for (series::GroupSeries& group : series.groups) {
      group.in(series::Window::Ytd).assign(36, Cell::of(7));
    }
    const paper::Table table = paper::monthsTable(pack, statistics::analyse(series, kMonth));
    CHECK(table.title == "Robbery, April to the month, Cleveland Police");
    CHECK(headings(table)[1] == "Cleveland Police, April to the month");
    CHECK(shown(table.rows.back()[1]) == "7");
    CHECK(shown(table.rows.back()[2]) == "7");
  }
}

TEST_CASE("a measure of neither months nor 12 months has its figure in the scorecard, and no verdict", "[tables]") {
  paper::Pack pack = makePack();
  REQUIRE(paper::scorecard(pack, "").columns.size() == 8);
  series::Series series = pack.measures[0].series;
  series.info.windows = {series::Window::Ytd};
  for (series::GroupSeries& group : series.groups) {
    group.in(series::Window::Ytd).assign(36, Cell::of(-16));
  }
  pack.measures[0] = statistics::analyse(series, kMonth);
  const paper::Table table = paper::scorecard(pack, "");
  CHECK(headings(table)[7] == "Figure of another period");
  CHECK(headings(table)[8] == "That period");
  CHECK(shown(table.rows[0][7]) == "-16");
  CHECK(shown(table.rows[0][8]) == "April to December 2025");
  CHECK(shown(table.rows[0][9]) == "No limits: the measure shows no monthly values");
  CHECK(shown(table.rows[1][7]) == "[z]");
  CHECK(shown(table.rows[1][8]) == "[z]");
  CHECK_FALSE(pack.measures[0].force().limits.available);
  CHECK_FALSE(pack.measures[0].force().season.strong);
  CHECK(pack.measures[0].force().variation == series::Variation::Unknown);
}

TEST_CASE("tables tell of rows that are left out, and a unit once", "[tables]") {
  paper::Pack pack = makePack();
  series::Series series = pack.measures[1].series;
  Cell& cell = series.groups[0].in(series::Window::Month).back();
  cell.denominator = 5298;
  cell.unknown = 12;
  pack.measures[1] = statistics::analyse(series, kMonth);
  const paper::Table months = paper::monthsTable(pack, pack.measures[1]);
  CHECK(months.notes.front() ==
        "Left out of the base of Cleveland Police: not known for 12 of 5,310 in December 2025.");
  const paper::Table all = paper::scorecard(pack, "");
  CHECK(std::count(all.notes.begin(), all.notes.end(),
                   "Left out of the base. Positive outcomes: not known for 12 of 5,310 in December 2025.") == 1);

  series.info.title = "Positive outcomes for each 100 crimes";
  series.info.unit = "per 100 crimes";
  const paper::Table rate = paper::monthsTable(pack, statistics::analyse(series, kMonth));
  CHECK(rate.title == "Positive outcomes for each 100 crimes by month, Cleveland Police");
  CHECK(headings(rate)[1] == "Cleveland Police");
}
