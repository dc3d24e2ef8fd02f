#include "paper/table.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Cell;
using series::Symbol;

namespace {

paper::Table tableOf(std::vector<Cell> cells) {
  paper::Table table;
  for (Cell& cell : cells) {
    paper::TableCell made;
    made.content = std::move(cell);
    table.rows.push_back({made});
  }
  return table;
}

Cell missing(const std::string& reason) { return Cell::missing(Symbol::NotAvailable, reason); }

}  // namespace

TEST_CASE("a table without shorthand has no notes on it", "[notes]") {
  CHECK(paper::notesFor(tableOf({Cell::of(1)})).empty());
}

TEST_CASE("only what is used is explained, with its reasons", "[notes]") {
  CHECK(paper::notesFor(tableOf({Cell::of(1), missing("no extract covers October 2024")})) ==
        std::vector<std::string>{"[x] means not available: no extract covers October 2024."});
  CHECK(paper::notesFor(tableOf({Cell::missing(Symbol::Failed, "the measure failed"),
                                 Cell::missing(Symbol::NotApplicable, "a change from 0 has no percentage")})) ==
        std::vector<std::string>{"[z] means not applicable: a change from 0 has no percentage.",
                                 "[failed] means failed: the measure failed."});
}

TEST_CASE("reasons that differ by their month are one", "[notes]") {
  CHECK(paper::notesFor(tableOf({missing("no extract covers October 2024"), missing("no extract covers December 2024"),
                                 missing("no extract covers November 2024")})) ==
        std::vector<std::string>{"[x] means not available: no extract covers October 2024 to December 2024."});
  CHECK(
      paper::notesFor(tableOf({missing("no extract covers May 2024"), missing("no extract covers December 2024"),
                               missing("no extract covers November 2024")})) ==
      std::vector<std::string>{"[x] means not available: no extract covers 3 months from May 2024 to December 2024."});
}

TEST_CASE("the clauses of a reason are told once, and ranges of months together", "[notes]") {
  CHECK(paper::notesFor(
            tableOf({missing("a 12-month figure needs all 12 months; no extract covers January 2022 to October 2022"),
                     missing("a 12-month figure needs all 12 months; no extract covers March 2022 to November 2022"),
                     missing("no extract covers December 2022")})) ==
        std::vector<std::string>{"[x] means not available: no extract covers January 2022 to December 2022; a 12-month "
                                 "figure needs all 12 months."});
}

TEST_CASE("lists of months are put together", "[notes]") {
  CHECK(
      paper::notesFor(tableOf({missing("no extract covers January to March 2025"),
                               missing("no extract covers February to April 2025"),
                               missing("no extract covers November 2024, December 2024 and June 2025")})) ==
      std::vector<std::string>{"[x] means not available: no extract covers 7 months from November 2024 to June 2025."});
  // Two lists in one clause are left as they stand.
  CHECK(paper::notesFor(tableOf({missing("May 2024 is there, June 2024 is not")})) ==
        std::vector<std::string>{"[x] means not available: May 2024 is there, June 2024 is not."});
  CHECK(paper::notesFor(tableOf({missing("in May no one counts")})) ==
        std::vector<std::string>{"[x] means not available: in May no one counts."});
}

TEST_CASE("three reasons are told, the commonest first", "[notes]") {
  CHECK(
      paper::notesFor(tableOf({missing("a"), missing("b"), missing("b"), missing("c"), missing("d"), missing("e")})) ==
      std::vector<std::string>{"[x] means not available: b; a; c; and 2 other reasons."});
}
