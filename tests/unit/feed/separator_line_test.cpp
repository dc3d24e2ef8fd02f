#include "read_all.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace feed_tests;

namespace {

sdk::Feed twoColumns() {
  sdk::Feed feed;
  feed.title = "names";
  feed.header = {{"a", true}, {"b", true}};
  return feed;
}

std::string refusalOf(const Scratch& scratch, const std::string& text) {
  try {
    readAll(scratch.write("t.csv", text), twoColumns(), {"a", "b"});
  } catch (const sdk::Error& error) {
    return error.sentence();
  }
  return "not refused";
}

}  // namespace

TEST_CASE("the line that tells spreadsheets of commas is no row of the table") {
  const Scratch scratch("separator");
  for (const char* line : {"sep=,\n", "sep=,\r\n", "SEP=,\n", "\"sep=,\"\n", "\xEF\xBB\xBFsep=,\n", "\nsep=,\n\n"}) {
    INFO(line);
    const Read read =
        readAll(scratch.write("t.csv", std::string(line) + "a,b\n1,2\n3,4,5\n"), twoColumns(), {"a", "b"});
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].cells == std::vector<std::string>{"1", "2"});
    CHECK(read.rows[1].fault == base::RecordFault::TooManyCells);
    CHECK(read.facts.rows_read == 2);
  }
  const Read read = readAll(scratch.write("t.csv", "sep=,\na,b\n1,2\n"), twoColumns(), {"a", "b"});
  CHECK(read.rows[0].number == 2);  // as a spreadsheet shows it, without the line
}

TEST_CASE("a line that names another separator is told as that") {
  const Scratch scratch("separator-other");
  CHECK_THAT(refusalOf(scratch, "sep=;\na;b\n1;2\n"),
             Catch::Contains("begins with the line 'sep=;'") && Catch::Contains("Save it as CSV with commas"));
  CHECK_THAT(refusalOf(scratch, "sep=|\na|b\n"), Catch::Contains("'sep=|'"));
  CHECK_THAT(refusalOf(scratch, "sep=\t\na\tb\n"), Catch::Contains("'sep='"));
  CHECK_THAT(refusalOf(scratch, "sep=,\n"), Catch::Contains("nothing after the line 'sep=,'"));
  // A column may be named so.
  CHECK_THAT(refusalOf(scratch, "sep=,a\n1,2\n"), Catch::Contains("has 'sep=', which is not known"));
}
