#include "registers_support.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

TEST_CASE("weights and peer groups are read") {
  const Read read = readFiles({{"weights.csv", "name,group,value\nharm,Burglary,1.5\nharm,Robbery,3\n"},
                               {"peer-groups.csv", "group,force\nMSG,Durham\nMSG,Gwent\n"}});
  CHECK(read.problems.empty());
  REQUIRE(read.registers.weights.size() == 2);
  CHECK(read.registers.weights[0].value == 1.5);
  REQUIRE(read.registers.peers.size() == 2);
  CHECK(read.registers.peers[1].force == "Gwent");
}

TEST_CASE("each mistake in weights and peer groups is told") {
  const auto weight = [](const std::string& row) {
    return problemOf("weights.csv", "name,group,value\n" + row + "\n");
  };
  CHECK(weight("harm,Burglary,much").find("weights.csv, row 2, value: found 'much'") == 0);
  CHECK(weight("harm,Burglary,-1").find("expected 0 or more") != std::string::npos);
  CHECK(weight("harm,Burglary,1.23456").find("value: found 1.23456, expected at most four decimals") !=
        std::string::npos);
  CHECK(weight("harm,Burglary,1000001").find("expected at most 1,000,000") != std::string::npos);
  CHECK(weight("harm,Burglary,").find("value: the cell is blank") != std::string::npos);
  CHECK(weight("harm,,1").find("group: the cell is blank") != std::string::npos);
  CHECK(weight("harm,Burglary,1\nharm,Burglary,2").find("row 3: row 2 says the same") != std::string::npos);
  const auto peer = [](const std::string& row) { return problemOf("peer-groups.csv", "group,force\n" + row + "\n"); };
  CHECK(peer("MSG,").find("peer-groups.csv, row 2, force: the cell is blank") == 0);
  CHECK(peer("MSG,Durham\nMSG,Durham").find("row 3: row 2 says the same") != std::string::npos);
}

}  // namespace
}  // namespace boardpack::registers
