#include "registers_support.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

const std::string kItems = "kind,reference,parent,text,owner_role,due\n";
const std::string kUpdates = "as_at,reference,status,words\n";

std::string item(const std::string& row) { return problemOf("plan-items.csv", kItems + row + "\n"); }
std::string update(const std::string& row) { return problemOf("plan-updates.csv", kUpdates + row + "\n"); }

TEST_CASE("items lie below the force's plan or below each other, in any order") {
  const Read read =
      readFiles({{"plan-items.csv", kItems + "commitment,4.1.a.i,4.1.a,Meet monthly,Chief Inspector,2020-03-31\n"
                                             "commitment,4.1.a,4.1,Work with schools,,\n"},
                 {"plan-updates.csv", kUpdates + "2019-11-30,4.1.a,on track,Three schools.\n"
                                                 "2019-10-31,safer.2,started,\n"}});
  CHECK(read.problems.empty());
  REQUIRE(read.registers.plan_items.size() == 2);
  CHECK(read.registers.plan_items[0].due == sdk::Date{2020, 3, 31});
  REQUIRE(read.registers.plan_updates.size() == 2);
  CHECK(read.registers.plan_updates[0].as_at == sdk::Date{2019, 10, 31});
  CHECK(read.registers.plan_updates[1].reference == "4.1.a");
}

TEST_CASE("each mistake in plan items is told") {
  CHECK(item("comitment,a,4.1,Text,,").find("kind: found 'comitment', expected one of: pillar,") != std::string::npos);
  CHECK(item("commitment,a,4.3,Text,,").find("parent: there is no plan item '4.3'") != std::string::npos);
  CHECK(item("commitment,,4.1,Text,,").find("reference: the cell is blank") != std::string::npos);
  CHECK(item("commitment,a,4.1,,,").find("text: the cell is blank") != std::string::npos);
  CHECK(item("commitment,a,4.1,Text,,soon").find("due: found 'soon', expected a day") != std::string::npos);
  CHECK(item("outcome,4.1,,Text,,").find("reference: the plan of Sample Police has '4.1' already") !=
        std::string::npos);
  CHECK(item("action,a,a,Text,,").find("parent: the item lies in itself") != std::string::npos);
  CHECK(item("action,a,4.1,One,,\naction,a,4.2,Two,,").find("row 3: row 2 says the same already") != std::string::npos);
}

TEST_CASE("an update of an item that is not there is told with the near one") {
  CHECK(update("2019-11-30,4.11,on track,").find("plan-updates.csv, row 2, reference: there is no plan item '4.11'.") ==
        0);
  CHECK(update("2019-11-30,4.1,,").find("status: the cell is blank") != std::string::npos);
  CHECK(update("November,4.1,on track,").find("as_at: found 'November'") != std::string::npos);
  CHECK(update("2019-11-30,4.1,on track,\n2019-11-30,4.1,late,").find("row 3: row 2 says the same") !=
        std::string::npos);
}

}  // namespace
}  // namespace boardpack::registers
