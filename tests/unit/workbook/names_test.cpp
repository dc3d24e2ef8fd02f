#include "base/text.hpp"
#include "workbook/book.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace boardpack;

TEST_CASE("a sheet's name is one that the format allows, and one of its own") {
  std::set<std::string> taken = {"notes"};
  CHECK(workbook::sheetName("Recorded crime", taken) == "Recorded crime");
  CHECK(workbook::sheetName("recorded CRIME", taken) == "recorded CRIME 2");
  CHECK(workbook::sheetName("Notes", taken) == "Notes 2");
  CHECK(workbook::sheetName("A/B: [c]*?\\", taken) == "A B   c");
  CHECK(workbook::sheetName("'quoted'", taken) == "quoted");
  CHECK(workbook::sheetName("History", taken) == "Sheet History");
  // A link to a sheet is cut at a "#"; Excel takes names of another case for the same, whatever the letter.
  CHECK(workbook::sheetName("Priority #1 calls", taken) == "Priority 1 calls");
  CHECK(workbook::sheetName("Priority 1 calls", taken) == "Priority 1 calls 2");
  CHECK(workbook::sheetName("\u0174eekend", taken) == "\u0174eekend");
  CHECK(workbook::sheetName("\u0175eekend", taken) == "\u0175eekend 2");
  CHECK(workbook::sheetName("#", taken) == "Sheet");
  CHECK(workbook::sheetName("_x0041_ calls", taken) == "x0041_ calls");
  CHECK(workbook::sheetName("A\x0B\uFFFE"
                            "B\u200B",
                            taken) == "A  B");
  const std::string letters(40, 'x');
  CHECK(workbook::sheetName(letters, taken) == std::string(31, 'x'));
  CHECK(workbook::sheetName(letters, taken) == std::string(29, 'x') + " 2");
}

TEST_CASE("no name is cut within a character") {
  std::set<std::string> taken;
  for (std::size_t letters = 20; letters < 36; ++letters) {
    const std::string name = workbook::sheetName(std::string(letters, 'x') + "éé of all crimes", taken);
    INFO(name);
    CHECK(base::isUtf8(name));
    CHECK(name.size() <= 31);
    CHECK(base::isUtf8(workbook::shortened(std::string(letters, 'x') + "éé and more", 25)));
  }
}

TEST_CASE("cells are named as spreadsheets name them") {
  CHECK(workbook::cellName(0, 0) == "A1");
  CHECK(workbook::cellName(9, 25) == "Z10");
  CHECK(workbook::cellName(0, 26) == "AA1");
  CHECK(workbook::cellName(0, 702) == "AAA1");
}
