#include "registers_support.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

const std::string kEvents = "day,kind,title,words,measures,areas\n";

TEST_CASE("no folder and no file mean that nothing is kept") {
  const Read none = readRegisters("/nowhere/at/all", keptForce());
  CHECK(none.problems.empty());
  CHECK(none.files.empty());
  CHECK(none.areas.size() == 2);
  CHECK(problemsOf({}).empty());
}

TEST_CASE("a header that does not fit is told with the near name") {
  const std::string words = problemOf("events.csv", "day,kind,titles,words\n2019-06-14,other,A,B\n");
  CHECK(words.find("events.csv: ") == 0);
  CHECK(words.find("lacks 'title' (is 'titles' meant?)") != std::string::npos);
}

TEST_CASE("a file of another name is never passed over") {
  CHECK(problemOf("event.csv", kEvents)
            .find("event.csv: no table has this name, so nothing of it is read. Did you mean "
                  "'events.csv'?") == 0);
  CHECK(problemsOf({{"README.md", "# words"}, {"notes.txt", "words"}}).empty());
}

TEST_CASE("encodings, quotes and blank rows are those of extracts") {
  const Read windows =
      readFiles({{"events.csv", kEvents + "2019-06-14,other,Caf\xE9,\"One \"\"word\"\", two\",,\n,,,,,\n"}});
  CHECK(windows.problems.empty());
  REQUIRE(windows.registers.events.size() == 1);
  CHECK(windows.registers.events[0].title == "Café");
  CHECK(windows.registers.events[0].words == "One \"word\", two");
  const Read marked = readFiles({{"events.csv", "\xEF\xBB\xBF" + kEvents + "2019-06-14,other,A,B,,\r\n"}});
  CHECK(marked.registers.events.size() == 1);
}

TEST_CASE("damage is told, and the other tables are read all the same") {
  const std::vector<std::string> words =
      problemsOf({{"events.csv", kEvents + "2019-06-14,other,\"A,B,,\n2019-06-15,other,A,B,,\n"},
                  {"targets.csv", "measure,from,value\nrobery,2019-04,12\n"},
                  {"waves.csv", ""}});
  REQUIRE(words.size() == 3);
  CHECK(words[0].find("events.csv: ") == 0);
  CHECK(words[1].find("waves.csv: ") == 0);
  CHECK(words[2].find("targets.csv, row 2, measure: there is no measure 'robery'") == 0);
}

TEST_CASE("a row of too few cells is told and the rest is read") {
  const Read read = readFiles({{"events.csv", kEvents + "2019-06-14,other,A\n2019-06-15,other,A,B,,\n"}});
  REQUIRE(read.problems.size() == 1);
  CHECK(problemWords(read.problems[0]).find("events.csv, row 2: the row has too few cells") == 0);
  CHECK(read.registers.events.size() == 1);
}

}  // namespace
}  // namespace boardpack::registers
