#include "registers_support.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

const std::string kFile = "entered-figures.csv";
const std::string kHeader = "measure,month,value,state,bound,breakdown,group,as_at,entered_by,entered_on,words\n";

std::string problem(const std::string& row) { return problemOf(kFile, kHeader + row + "\n"); }

TEST_CASE("entered figures carry who, when, bounds and their own date") {
  const Read read = readFiles(
      {{kFile, kHeader + "calls_figure,2019-11,\"50,000\",,just under,,,2019-12-10,Head of Contact,2019-12-11,by hand\n"
                         "calls_figure,2019-11,,,,district,Ashby,,Head of Contact,2019-12-11,the count was lost\n"
                         "plan_state,2019-11,,amber,,question,Q1,,Planning,2019-12-11,\n"}});
  CHECK(problemsOf({}).empty());
  CHECK(read.problems.empty());
  REQUIRE(read.registers.figures.size() == 3);
  const series::EnteredFigure& first = read.registers.figures[0];
  CHECK(first.value == 50000);
  CHECK(first.bound == series::Bound::JustUnder);
  CHECK(first.as_at == sdk::Date{2019, 12, 10});
  CHECK(first.entered_by == "Head of Contact");
  CHECK_FALSE(read.registers.figures[1].value);
  CHECK(read.registers.figures[2].state == "amber");
}

TEST_CASE("numbers of more digits than are kept are refused") {
  for (const char* number : {"9007199254740993", "123456789012345678", "0.1234567890123456", "1,234,567,890,123.456"}) {
    const std::string cell =
        std::string(number).find(',') == std::string::npos ? number : "\"" + std::string(number) + "\"";
    INFO(number);
    CHECK(problem("calls_figure,2019-11," + cell + ",,,,,,Role,2019-12-11,") ==
          "entered-figures.csv, row 2, value: found a number of more than 15 digits, which would not be kept as it was "
          "entered; round it.");
  }
  for (const char* number :
       {"999999999999999", "0.000000000000001", "123456789012.345", "1000000000000000000", "0.10"}) {
    INFO(number);
    CHECK(problemsOf({{kFile, kHeader + "calls_figure,2019-11," + number + ",,,,,,Role,2019-12-11,\n"}}).empty());
  }
}

TEST_CASE("each mistake in entered figures is told") {
  CHECK(problem("recorded_crime,2019-11,5,,,,,,Role,2019-12-11,")
            .find("measure: 'recorded_crime' is worked out from other "
                  "figures") != std::string::npos);
  CHECK(problem("calls_figur,2019-11,5,,,,,,Role,2019-12-11,").find("Did you mean 'calls_figure'?") !=
        std::string::npos);
  CHECK(problem("calls_figure,2019-11,5,,around,,,,Role,2019-12-11,")
            .find("bound: found 'around', expected one of: exact, "
                  "over") != std::string::npos);
  CHECK(problem("calls_figure,2019-11,,,,,,,Role,2019-12-11,").find("value: the cell is blank") != std::string::npos);
  CHECK(problem("calls_figure,2019-11,,,over,,,,Role,2019-12-11,lost").find("bound: there is no value") !=
        std::string::npos);
  CHECK(problem("calls_figure,2019-11,5,,,,,,,2019-12-11,").find("entered_by: the cell is blank") != std::string::npos);
  CHECK(problem("calls_figure,2019-11,5,,,,,,Role,,").find("entered_on: the cell is blank") != std::string::npos);
  CHECK(problem("calls_figure,2019-11,5,,,,Ashby,,Role,2019-12-11,").find("breakdown: the cell is blank") !=
        std::string::npos);
  CHECK(problem("calls_figure,2019-11,5,,,district,,,Role,2019-12-11,").find("group: the cell is blank") !=
        std::string::npos);
  CHECK(problem("calls_figure,2019-11,5,,,distric,Ashby,,Role,2019-12-11,") ==
        "entered-figures.csv, row 2, breakdown: found 'distric', expected one of: district, strand. Did you mean "
        "'district'?");
  CHECK(problem("calls_figure,2019-11,5,,,district,Ashbi,,Role,2019-12-11,")
            .find("group: there is no district 'Ashbi'. "
                  "Did you mean 'Ashby'?") != std::string::npos);
  CHECK(
      problem("calls_figure,2019-11,5,,,,,2019-10-10,Role,2019-12-11,").find("as_at: the day lies before the month") !=
      std::string::npos);
  CHECK(problem("plan_state,2019-11,,ambar,,question,Q1,,Role,2019-12-11,") ==
        "entered-figures.csv, row 2, state: found 'ambar', expected one of: red, amber, green. Did you mean 'amber'?");
  CHECK(problem("plan_state,2019-11,2,,,question,Q1,,Role,2019-12-11,").find("value: 'plan_state' has states") !=
        std::string::npos);
  CHECK(problem("calls_figure,2019-11,,amber,,,,,Role,2019-12-11,").find("state: 'calls_figure' has numbers") !=
        std::string::npos);
  CHECK(problem("calls_figure,2019-11,5,,,,,,R,2019-12-11,\ncalls_figure,2019-11,6,,,,,,R,2019-12-12,")
            .find("row 3: row 2 says the same already") != std::string::npos);
}

}  // namespace
}  // namespace boardpack::registers
