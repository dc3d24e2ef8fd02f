#include "registers_support.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

const std::string kHeader = "day,kind,title,words,measures,areas\n";

std::string problem(const std::string& row) { return problemOf("events.csv", kHeader + row + "\n"); }

TEST_CASE("events are read, the earliest first") {
  const Read read = readFiles({{"events.csv", kHeader + "2019-09-01,Operation,Op Sample,\"Searches, all month.\",,\n"
                                                        "2019-06-14,system change,SAAB replaced,Counted anew.,"
                                                        "recorded_crime; answered,Ashby\n"}});
  CHECK(read.problems.empty());
  REQUIRE(read.registers.events.size() == 2);
  const series::Event& first = read.registers.events[0];
  CHECK(first.day == sdk::Date{2019, 6, 14});
  CHECK(first.kind == series::EventKind::SystemChange);
  CHECK(first.title == "SAAB replaced");
  CHECK(first.measures == std::vector<std::string>{"recorded_crime", "answered"});
  CHECK(first.areas == std::vector<std::string>{"Ashby"});
  CHECK(first.place == "events.csv, row 3");
  CHECK(first.breaks());
  CHECK(first.firstWhole() == base::Month(2019, 7));
  CHECK_FALSE(read.registers.events[1].breaks());
  CHECK(read.registers.events[1].words == "Searches, all month.");
  REQUIRE(read.files.size() == 1);
  CHECK(read.files[0].entries == 2);
}

TEST_CASE("each mistake in events is told with its row and column") {
  CHECK(
      problem("14/06/2019,operation,Op,Words.,,") ==
      "events.csv, row 2, day: found '14/06/2019', expected a day as 2019-06-14 (in a spreadsheet, give the column the "
      "format Text).");
  CHECK(problem("2019-02-30,operation,Op,Words.,,").find("day: found '2019-02-30'") != std::string::npos);
  CHECK(problem("2019-06-14,sytem change,Op,Words.,,") ==
        "events.csv, row 2, kind: found 'sytem change', expected one of: recording change, system change, boundary "
        "change, "
        "definition change, operation, other. Did you mean 'system change'?");
  CHECK(problem(",operation,Op,Words.,,") ==
        "events.csv, row 2, day: the cell is blank; it must say the day it happened, as 2019-06-14.");
  CHECK(problem("2019-06-14,operation,,Words.,,").find("row 2, title: the cell is blank") != std::string::npos);
  CHECK(problem("2019-06-14,operation,Op,,,").find("row 2, words: the cell is blank") != std::string::npos);
  CHECK(problem("2019-06-14,operation,Op,Words.,recorded_crim,") ==
        "events.csv, row 2, measures: there is no measure 'recorded_crim'. Did you mean 'recorded_crime'?");
  CHECK(problem("2019-06-14,operation,Op,Words.,,Ashbi") ==
        "events.csv, row 2, areas: there is no area 'Ashbi'. Did you mean 'Ashby'?");
  CHECK(problem("2019-06-14,operation," + std::string(41, 'x') + ",Words.,,").find("more than 40") !=
        std::string::npos);
  CHECK(problem("2019-06-14,operation,Op,Words.,,\n2019-06-14,operation,Op,Other words.,,")
            .find("events.csv, row 3: row 2 says the same already") != std::string::npos);
}

TEST_CASE("an event may name an area that the workspace adds") {
  CHECK(problemsOf({{"areas.csv", "name,level,parent\nBarton,district,North\n"},
                    {"events.csv", kHeader + "2019-06-14,boundary change,New,Barton is new.,,Barton\n"}})
            .empty());
}

}  // namespace
}  // namespace boardpack::registers
