#include "paper/supporting_tables.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace boardpack;

namespace {

std::string text(const paper::TableCell& cell) { return std::get<std::string>(cell.content); }

}  // namespace

TEST_CASE("each file says for which months which later file counts") {
  paper::Pack pack;
  base::LoadReport old;
  old.months = {base::Month(2024, 1), base::Month(2024, 8)};
  old.superseded = {{base::Month(2024, 3), "b.csv of 15 January 2026"},
                    {base::Month(2024, 7), "c.csv of 15 February 2026"},
                    {base::Month(2024, 1), "b.csv of 15 January 2026"},
                    {base::Month(2024, 2), "b.csv of 15 January 2026"},
                    {base::Month(2024, 6), "b.csv of 15 January 2026"}};
  base::LoadReport people;
  people.covers_everything = true;
  people.superseded = {{base::Month(), "late/population.csv of 15 February 2026"}};
  pack.loads = {old, people, base::LoadReport{}};
  const paper::Table table = paper::filesTable(pack);
  REQUIRE(table.rows.size() == 3);
  CHECK(text(table.rows[0][2]) == "January to August 2024");
  CHECK(text(table.rows[0][7]) ==
        "yes, January to March 2024 and June 2024 by b.csv of 15 January 2026; July 2024 by c.csv of 15 February 2026");
  CHECK(text(table.rows[1][2]) == "everything");
  CHECK(text(table.rows[1][7]) == "yes, everything by late/population.csv of 15 February 2026");
  CHECK(text(table.rows[2][7]) == "no");
}

TEST_CASE("the names of supporting tables can be names of sheets, each another") {
  std::set<std::string> names;
  for (const paper::SupportingTable& table : paper::supportingTables()) {
    INFO(table.name);
    CHECK(table.name.size() <= 31);
    CHECK(names.insert(table.name).second);
    CHECK_FALSE(table.make(paper::Pack{}).title.empty());
  }
}

TEST_CASE("the cover names the meeting where there is one, and each source") {
  paper::Pack pack;
  pack.force.name = "Cleveland Police";
  pack.force.body = "Police, Fire and Crime Panel";
  pack.month = base::Month(2025, 12);
  pack.sources = {"police.uk", "the force"};
  CHECK(paper::coverLines(pack).front() == "Performance figures, Cleveland Police, December 2025");
  const auto count = [&](const std::string& start) {
    const std::vector<std::string> lines = paper::coverLines(pack);
    return std::count_if(lines.begin(), lines.end(), [&](const std::string& line) { return line.starts_with(start); });
  };
  CHECK(count("Date of the meeting") == 0);
  CHECK(count("Source: ") == 2);
  pack.board_date = sdk::Date{2026, 2, 26};
  CHECK(count("Date of the meeting: 26 February 2026.") == 1);
}
