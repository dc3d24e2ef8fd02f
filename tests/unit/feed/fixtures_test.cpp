#include "read_all.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace feed_tests;

namespace {

const std::vector<std::string> kColumns = {"Crime type", "Month", "LSOA name", "Location"};

std::string refusalOf(const std::string& folder, const feed::Limits& limits = {}) {
  try {
    readAll(fixtureFile(folder), street(), kColumns, limits);
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Data);
    CHECK(error.sentence().find(fixtureFile(folder).generic_string()) == 0);
    return error.what();
  }
  return "not refused";
}

}  // namespace

TEST_CASE("files that are whole are read whole, whatever their form") {
  const Read whole = readAll(fixtureFile("whole"), street(), kColumns);
  REQUIRE(whole.rows.size() == 8);
  CHECK(whole.facts.rows_read == 8);
  CHECK(whole.facts.encoding == "UTF-8");
  CHECK(whole.rows[2] ==
        Row{4, base::RecordFault::None, {"Robbery", "2025-01", "Middlesbrough 001A", "On or near Parking Area"}});
  CHECK(whole.rows[7].cells ==
        std::vector<std::string>{"Drugs", "2025-01", "Stockton-on-Tees 004D", "On or near Specimen Court"});
  for (const char* folder :
       {"gzip-whole", "gzip-joined-members", "columns-reordered", "crlf", "line-ends-mixed", "last-line-unended"}) {
    INFO(folder);
    const Read read = readAll(fixtureFile(folder), street(), kColumns);
    CHECK(read.rows == whole.rows);
    CHECK(read.facts.rows_read == 8);
  }
}

TEST_CASE("the facts of a file are those of its bytes on disk") {
  // sha256sum and stat of the fixtures.
  const Read plain = readAll(fixtureFile("whole"), street(), {});
  CHECK(plain.facts.digest == "a2cc5496bf317361c51b34e632de7cffd3b5503b4401cd3ccc157ed1522862b0");
  CHECK(plain.facts.bytes == 1735);
  const Read packed = readAll(fixtureFile("gzip-whole"), street(), {});
  CHECK(packed.facts.digest == "d5fea3d9c458aeececa591aef1a475aad8fca6503a946cdaf327d805f5686cb9");
  CHECK(packed.facts.bytes == 573);
  CHECK(packed.facts.rows_read == 8);
}

TEST_CASE("characters beyond ASCII come out the same from every encoding") {
  struct Case {
    const char* folder;
    const char* encoding;
  };
  for (const Case& one :
       {Case{"utf-8-accents", "UTF-8"}, Case{"utf-8-bom", "UTF-8"}, Case{"windows-1252", "Windows-1252"},
        Case{"utf-16-little-endian", "UTF-16"}, Case{"utf-16-big-endian", "UTF-16"}}) {
    INFO(one.folder);
    const Read read = readAll(fixtureFile(one.folder), street(), kColumns);
    REQUIRE(read.rows.size() == 8);
    CHECK(read.facts.encoding == one.encoding);
    CHECK(read.rows[6].cells[3] == "On or near Café Template – £1");
    CHECK(read.rows[0].cells[0] == "Burglary");
  }
}

TEST_CASE("quoted cells give what they hold") {
  const Read read = readAll(fixtureFile("quoted-cells"), street(), kColumns);
  REQUIRE(read.rows.size() == 8);
  CHECK(read.faulty() == 0);
  CHECK(read.rows[2].cells[3] == "On or near Parking Area, \"The Example\"");
  CHECK(read.rows[4].cells[3] == "On or near Pattern Close");
  CHECK(read.rows[7].number == 9);
}

TEST_CASE("blank lines are no rows but are numbered") {
  const Read read = readAll(fixtureFile("blank-lines"), street(), kColumns);
  REQUIRE(read.rows.size() == 8);
  CHECK(read.facts.rows_read == 8);
  std::vector<std::uint64_t> numbers;
  for (const Row& row : read.rows) {
    numbers.push_back(row.number);
  }
  CHECK(numbers == std::vector<std::uint64_t>{2, 3, 5, 6, 7, 10, 11, 12});
}

TEST_CASE("a record with the wrong number of cells is handed on with its fault") {
  const Read few = readAll(fixtureFile("too-few-cells"), street(), kColumns);
  REQUIRE(few.rows.size() == 8);
  CHECK(few.facts.rows_read == 8);
  CHECK(few.faulty() == 1);
  CHECK(few.rows[4].number == 6);
  CHECK(few.rows[4].fault == base::RecordFault::TooFewCells);
  CHECK(few.rows[5].cells[0] == "Violence and sexual offences");
  const Read many = readAll(fixtureFile("too-many-cells"), street(), kColumns);
  CHECK(many.faulty() == 1);
  CHECK(many.rows[4].fault == base::RecordFault::TooManyCells);
}

TEST_CASE("a header alone is a month without rows") {
  const Read read = readAll(fixtureFile("header-only"), street(), kColumns);
  CHECK(read.rows.empty());
  CHECK(read.facts.rows_read == 0);
  CHECK(read.facts.digest.size() == 64);
}

TEST_CASE("faults of cells are left to the mapping") {
  for (const char* folder :
       {"month-2025-13", "row-of-another-month", "crime-type-unknown", "asb-rows-equal", "crime-id-repeated"}) {
    INFO(folder);
    const Read read = readAll(fixtureFile(folder), street(), kColumns);
    CHECK(read.facts.rows_read == 8);
    CHECK(read.faulty() == 0);
  }
  CHECK(readAll(fixtureFile("month-2025-13"), street(), kColumns).rows[4].cells[1] == "2025-13");
  // Names that do not stand over their cells: the cells are given by the names, and no row is a month.
  const Read swapped = readAll(fixtureFile("header-names-swapped"), street(), kColumns);
  CHECK(swapped.rows[0].cells[0] == "2025-01");
  CHECK(swapped.rows[0].cells[1] == "Burglary");
}

TEST_CASE("what could hide rows refuses the file, with the place and what to do") {
  struct Case {
    const char* folder;
    const char* says;
  };
  for (const Case& one : {
           Case{"gzip-truncated", "ends in the middle of its gzip data"},
           Case{"gzip-without-trailer", "ends in the middle of its gzip data"},
           Case{"gzip-wrong-checksum", "do not match the checksum"},
           Case{"gzip-wrong-length", "are not as long as"},
           Case{"gzip-bit-flipped", "do not match the checksum"},
           Case{"gzip-trailing-rubbish", "something else after the end of its gzip data"},
           Case{"quote-never-closed-at-top", "has a quote in record 3 (line 3) that is never closed"},
           Case{"quote-never-closed-among-quoted", "has text after a closing quote in record 3"},
           Case{"several-line-record", "has a record of 4 lines, record 3, with 10 cells where the header has 12"},
           Case{"quote-swallows-rows", "has a cell in record 3 that runs over 4 lines and holds what looks like rows"},
           Case{"text-after-quote", "has text after a closing quote in record 4"},
           Case{"column-missing", "it lacks 'Crime type'"},
           Case{"header-name-doubled", "it lacks 'Falls within' and has 'Reported by' more than once"},
           Case{"header-name-unknown",
                "it lacks 'Crime type' (is 'Crime types' meant?) and has 'Crime types', which is not known"},
           Case{"header-missing", "its header line is missing, or it is another kind of file"},
           Case{"semicolons", "separated by semicolons, not by commas"},
           Case{"empty", "is empty"},
           Case{"bare-carriage-return", "has a carriage return without a line feed in record 4"},
           Case{"nul", "has a NUL character in record 6 (line 6)"},
       }) {
    INFO(one.folder);
    const std::string said = refusalOf(one.folder);
    INFO(said);
    CHECK(said.find(one.says) != std::string::npos);
    CHECK(said.find(". ") != std::string::npos);
  }
}

TEST_CASE("no message quotes a cell") {
  for (const char* folder :
       {"header-missing", "text-after-quote", "several-line-record", "quote-swallows-rows", "semicolons"}) {
    const std::string said = refusalOf(folder);
    INFO(said);
    CHECK(said.find("Example") == std::string::npos);
    CHECK(said.find("Burglary") == std::string::npos);
    CHECK(said.find("Hartlepool") == std::string::npos);
  }
}

TEST_CASE("a file that unpacks to more than the limit is refused") {
  feed::Limits limits;
  limits.inflated_bytes = 1000;
  CHECK(refusalOf("gzip-whole", limits).find("unpacks to more than 1,000 bytes") != std::string::npos);
}

TEST_CASE("a record longer than the limit is refused before it fills the memory") {
  feed::Limits limits;
  limits.block_bytes = 256;
  limits.record_bytes = 512;
  const std::string said = refusalOf("quote-never-closed-at-top", limits);
  INFO(said);
  CHECK(said.find("has more than 512 bytes in record 3 (line 3)") != std::string::npos);
  CHECK(said.find("A quote there is probably never closed") != std::string::npos);
}
