#include "registers_support.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

const std::string kHeader = "measure,from,value,set_by\n";

std::string problem(const std::string& row) { return problemOf("targets.csv", kHeader + row + "\n"); }

TEST_CASE("targets hold from a month on, until none") {
  const Read read = readFiles({{"targets.csv", kHeader + "answered,2019-10,none,\n"
                                                         "answered,2019-04,90%,Commissioner\n"
                                                         "recorded_crime,2019-04,\"1,250\",Board\n"}});
  CHECK(read.problems.empty());
  REQUIRE(read.registers.targets.size() == 3);
  CHECK(read.registers.targets[0].from == base::Month(2019, 4));
  CHECK(read.registers.targets[0].value == 90);
  CHECK(read.registers.targets[0].set_by == "Commissioner");
  CHECK_FALSE(read.registers.targets[1].value);
  CHECK(read.registers.targets[2].value == 1250);
}

TEST_CASE("each mistake in targets is told") {
  CHECK(problem("recorded_crimes,2019-04,12,") ==
        "targets.csv, row 2, measure: there is no measure 'recorded_crimes'. Did you mean 'recorded_crime'?");
  CHECK(problem("recorded_crime,April 2019,12,").find("from: found 'April 2019', expected a month as 2019-06") !=
        std::string::npos);
  CHECK(problem("recorded_crime,2019-04,a dozen,") ==
        "targets.csv, row 2, value: found 'a dozen', expected a number as 12, 1234.5 or 90%.");
  CHECK(problem("recorded_crime,2019-04,\"1,25\",").find("found '1,25'") != std::string::npos);
  CHECK(problem("recorded_crime,2019-04,,").find("value: the cell is blank; it must say a number, or none") !=
        std::string::npos);
  CHECK(problem("recorded_crime,2019-04,90%,") ==
        "targets.csv, row 2, value: found a value in per cent, and the values of 'recorded_crime' are numbers.");
  CHECK(problem("answered,2019-04,0.9,") ==
        "targets.csv, row 2, value: found 0.9, and the values of 'answered' are in per cent: write 90% or 0.9%, "
        "whichever "
        "is meant.");
  CHECK(problem("answered,2019-04,900,").find("expected 0 to 100") != std::string::npos);
  CHECK(problem("answered,2019-04,90,\nanswered,2019-04,91,").find("row 3: row 2 says the same already") !=
        std::string::npos);
}

}  // namespace
}  // namespace boardpack::registers
