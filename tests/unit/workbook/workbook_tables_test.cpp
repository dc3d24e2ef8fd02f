#include "workbook/workbook_tables.hpp"

#include <catch2/catch.hpp>

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
  const paper::Table table = workbook::filesTable(pack);
  REQUIRE(table.rows.size() == 3);
  CHECK(text(table.rows[0][2]) == "January to August 2024");
  CHECK(text(table.rows[0][7]) ==
        "yes, January to March 2024 and June 2024 by b.csv of 15 January 2026; July 2024 by c.csv of 15 February 2026");
  CHECK(text(table.rows[1][2]) == "everything");
  CHECK(text(table.rows[1][7]) == "yes, everything by late/population.csv of 15 February 2026");
  CHECK(text(table.rows[2][7]) == "no");
}
