#include "registers_support.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

const std::string kHeader = "name,level,parent,valid_from,valid_to\n";

std::string problem(const std::string& row) { return problemOf("areas.csv", kHeader + row + "\n"); }

TEST_CASE("areas are added and dated") {
  const Read read = readFiles({{"areas.csv", kHeader + "Barton,district,South,2019-04-01,\n"
                                                       "South,county,,,\n"
                                                       "Ashby,district,,,2019-03-31\n"}});
  CHECK(read.problems.empty());
  REQUIRE(read.areas.size() == 4);
  CHECK(read.areas[1].name == "Ashby");
  CHECK(read.areas[1].parent == "North");
  CHECK(read.areas[1].valid_to == sdk::Date{2019, 3, 31});
  CHECK(read.areas[2].name == "Barton");
  CHECK(read.areas[2].valid_from == sdk::Date{2019, 4, 1});
}

TEST_CASE("each mistake in areas is told") {
  CHECK(problem("Barton,distrct,North,,")
            .find("areas.csv, row 2, level: found 'distrct', expected one of: county, "
                  "district. Did you mean 'district'?") == 0);
  CHECK(problem("Barton,district,Nort,,").find("parent: there is no county 'Nort'. Did you mean 'North'?") !=
        std::string::npos);
  CHECK(problem("Barton,district,,,").find("parent: the cell is blank; it must name the county above") !=
        std::string::npos);
  CHECK(problem("South,county,North,,").find("parent: the level 'county' is the top") != std::string::npos);
  CHECK(problem("Barton,district,North,2019-04-01,2019-03-31").find("valid_to: the area ends before it begins") !=
        std::string::npos);
  CHECK(problem("Area not known,district,North,,").find("name: this name is kept") != std::string::npos);
  CHECK(problem("Barton,district,North,,\nBarton,district,North,,").find("row 3: row 2 says the same") !=
        std::string::npos);
}

}  // namespace
}  // namespace boardpack::registers
