#include "paper/statistics_tables.hpp"

#include "paper/chart_data.hpp"
#include "paper/table_cells.hpp"
#include "statistics/control_limits.hpp"

#include "make_pack.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Cell;
using series::Window;

namespace {

std::string text(const paper::TableCell& cell) { return std::get<std::string>(cell.content); }
double number(const paper::TableCell& cell) { return *std::get<Cell>(cell.content).value; }

bool anyNote(const paper::Table& table, const std::string& words) {
  return std::any_of(table.notes.begin(), table.notes.end(),
                     [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("what changed: each window against each reference, with the verdict in its own column",
          "[statistics tables]") {
  const paper::Pack pack = makePack();
  const paper::Table table = paper::changesTable(pack, "robbery");
  REQUIRE(table.rows.size() == pack.find("robbery")->force().comparisons.size());
  REQUIRE(table.columns.size() == 8);
  const auto& last = table.rows.back();
  CHECK(text(last[1]) == "The 12 months to December 2025");
  CHECK(text(last[3]) == "The 12 months to December 2024");
  CHECK(number(last[2]) - number(last[4]) == Approx(number(last[5])));
  CHECK_FALSE(text(last[7]).empty());
  CHECK(paper::changesTable(pack, "").rows.size() > table.rows.size());
}

TEST_CASE("what changed: states stand as their words, not as places in a list", "[statistics tables]") {
  paper::Pack pack = makePack();
  series::Analysed& measure = pack.measures.front();
  measure.series.info.states = {"red", "amber", "green"};
  measure.series.info.nature.is_order = true;
  measure.groups.front().comparisons.resize(1);
  series::Comparison& comparison = measure.groups.front().comparisons.front();
  comparison.window = Window::Month;
  comparison.before = series::Cell::of(2);
  for (series::Cell& cell : measure.series.groups.front().in(Window::Month)) {
    cell = series::Cell::of(1);
  }
  const paper::Table table = paper::changesTable(pack, measure.series.info.name);
  REQUIRE(table.rows.size() == 1);
  CHECK(text(table.rows[0][2]) == "red");
  CHECK(text(table.rows[0][4]) == "amber");
}

TEST_CASE("what makes up a change adds up in its table", "[statistics tables]") {
  const paper::Pack pack = makePack();
  const paper::Table table = paper::contributionsTable(pack, "robbery");
  REQUIRE_FALSE(table.rows.empty());
  double sum = 0;
  for (const auto& row : table.rows) {
    sum += number(row[5]);
  }
  CHECK(sum == *pack.find("robbery")->force().find(Window::Mrt, series::Reference::PreviousMrt)->change.value);
  CHECK(anyNote(table, "[z] means not applicable"));
}

TEST_CASE("tables with nothing to say have no rows", "[statistics tables]") {
  const paper::Pack pack = makePack();
  CHECK(paper::peersTable(pack, "", paper::Reader::Force).rows.empty());
  CHECK(paper::peersTable(pack, "", paper::Reader::Force).notes.empty());
}

TEST_CASE("marks stand in a column of their own, with what they stand for", "[statistics tables]") {
  paper::Table table;
  table.columns = {{"Month", false}, {"Cleveland", true}, {"Hartlepool", true}};
  Cell provisional = Cell::of(5);
  provisional.marks.add(series::Mark::Provisional);
  table.rows = {{paper::textCell("November 2025"), paper::valueCell(Cell::of(4), 0), paper::valueCell(Cell::of(3), 0)},
                {paper::textCell("December 2025"), paper::valueCell(provisional, 0), paper::valueCell(Cell::of(3), 0)},
                {paper::textCell("January 2026"), paper::valueCell(provisional, 0), paper::valueCell(provisional, 0)}};
  paper::addMarks(table);
  REQUIRE(table.columns.size() == 4);
  CHECK(text(table.rows[0][3]) == "none");
  CHECK(text(table.rows[1][3]) == "[p] Cleveland");
  CHECK(text(table.rows[2][3]) == "[p]");
  CHECK(anyNote(
      [&] {
        paper::Table noted = table;
        noted.notes = paper::notesFor(table);
        return noted;
      }(),
      "[p] provisional"));
  paper::Table plain;
  plain.columns = {{"Month", false}, {"Cleveland", true}};
  plain.rows = {{paper::textCell("November 2025"), paper::valueCell(Cell::of(4), 0)}};
  paper::addMarks(plain);
  CHECK(plain.columns.size() == 2);
}

TEST_CASE("limits of differences and of a day are drawn as monthly values", "[limit lines]") {
  // Hand: January 2024 to February 2025; limits of the difference −10 ± 20 over the last two months.
  series::Analysed measure;
  series::GroupSeries force;
  for (int i = 0; i < 14; ++i) {
    measure.series.months.push_back(base::Month(2024, 1) + i);
    force.in(Window::Month).push_back(Cell::of(310 + 29 * i));
  }
  measure.series.groups = {force};
  series::GroupAnalysis analysis;
  analysis.limits.available = true;
  analysis.limits.first = 12;
  series::LimitsStep step;
  step.first = 12;
  step.last = 13;
  step.mean = -10;
  step.lower = -30;
  step.upper = 10;
  analysis.limits.steps = {step};
  analysis.limits.looked_at = statistics::kYearOnYear;
  measure.groups = {analysis};
  const base::MonthRange shown{base::Month(2024, 12), base::Month(2025, 2)};
  const paper::LimitLines lines = paper::limitLines(measure, 0, shown);
  CHECK(lines.vary);
  CHECK_FALSE(lines.mean[0]);
  CHECK(*lines.mean[1] == Approx(300));   // 310 − 10
  CHECK(*lines.lower[2] == Approx(309));  // 339 − 30
  CHECK(*lines.upper[2] == Approx(349));

  measure.groups[0].limits.looked_at = statistics::kMeanOfADay;
  const paper::LimitLines of_a_day = paper::limitLines(measure, 0, shown);
  CHECK(*of_a_day.upper[1] == Approx(310));  // 10 a day in January
  CHECK(*of_a_day.upper[2] == Approx(280));

  measure.groups[0].limits.looked_at.clear();
  const paper::LimitLines plain = paper::limitLines(measure, 0, shown);
  CHECK_FALSE(plain.vary);
  CHECK(*plain.lower[1] == -30);
}
