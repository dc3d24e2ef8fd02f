#include "paper/document.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

using namespace boardpack;

TEST_CASE("a board meets after the month and within a year of it", "[board date]") {
  const base::Month november(2019, 11);
  CHECK_NOTHROW(paper::checkBoardDate({2020, 1, 23}, november));
  CHECK_NOTHROW(paper::checkBoardDate({2019, 12, 1}, november));
  CHECK_NOTHROW(paper::checkBoardDate({2020, 11, 30}, november));
  // The paper that was dated a year early.
  CHECK_THROWS_AS(paper::checkBoardDate({2019, 1, 23}, november), sdk::Error);
  CHECK_THROWS_AS(paper::checkBoardDate({2019, 11, 30}, november), sdk::Error);
  CHECK_THROWS_AS(paper::checkBoardDate({2020, 12, 1}, november), sdk::Error);
  try {
    paper::checkBoardDate({2019, 1, 23}, november);
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Command);
    CHECK(
        error.sentence() ==
        "The board's date 23 January 2019 cannot be that of a paper on November 2019: it is not after the month's end. "
        "Expected a day after 30 November 2019, up to 30 November 2020. Correct the board's date or the month.");
  }
}
