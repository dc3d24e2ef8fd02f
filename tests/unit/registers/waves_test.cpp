#include "registers_support.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

const std::string kHeader = "survey,name,first_month,last_month\n";

std::string problem(const std::string& row) { return problemOf("waves.csv", kHeader + row + "\n"); }

TEST_CASE("waves of a survey are read, the earliest first") {
  const Read read =
      readFiles({{"waves.csv", kHeader + "public,wave 2,2019-04,2019-09\npublic,wave 1,2018-10,2019-03\n"}});
  CHECK(read.problems.empty());
  REQUIRE(read.registers.waves.size() == 2);
  CHECK(read.registers.waves[0].name == "wave 1");
  CHECK(read.registers.waves[1].months == base::MonthRange{{2019, 4}, {2019, 9}});
}

TEST_CASE("each mistake in waves is told") {
  CHECK(problem("public,wave 1,2019-04,2019-03").find("waves.csv, row 2, last_month: the wave ends before it begins") ==
        0);
  CHECK(problem("public,wave 1,2019-13,2019-12").find("first_month: found '2019-13'") != std::string::npos);
  CHECK(problem("public,wave 1,,2019-12").find("first_month: the cell is blank") != std::string::npos);
  CHECK(problem("public,wave 1,2019-01,2019-04\npublic,wave 2,2019-04,2019-06")
            .find("row 3, first_month: the wave begins before 'wave 1'") != std::string::npos);
  CHECK(problem("public,wave 1,2019-01,2019-03\npublic,wave 1,2019-04,2019-06").find("row 3: row 2 says the same") !=
        std::string::npos);
}

}  // namespace
}  // namespace boardpack::registers
