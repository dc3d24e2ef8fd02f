#include "support.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdlib>
#include <random>

// Small files that would take all memory or time. Each ends with a sentence within seconds.

using namespace boardpack;
using namespace ooxml_tests;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

/// As registers are read.
ooxml::SheetLimits registerLimits() {
  ooxml::SheetLimits limits;
  limits.archive.bytes = 32u << 20;
  return limits;
}

/// What reading the first sheet gives, within ten times of what it takes on a slow machine.
std::string told(const ooxml::Parts& parts) {
  const auto begin = std::chrono::steady_clock::now();
  const std::string bytes = ooxml::archiveOf(parts, "t.xlsx");
  std::string sentence = refusalOf([&] { ooxml::WorkbookCells(bytes, "t.xlsx", registerLimits()).read(0); });
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
  return sentence;
}
std::string xlsxTold(const std::string& rows, const std::string& after = "", const std::string& strings = "") {
  return told(partsOf({.rows = rows, .after = after, .strings = strings}));
}
std::string odsTold(const std::string& rows) { return told(odsParts(rows)); }

const std::string kOne = "<table:table-cell office:value-type='float' office:value='1'/>";

std::string odsRow(const std::string& cells, const std::string& attributes = "") {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

}  // namespace

TEST_CASE("cells far from the rest are told with their address") {
  const std::string words = xlsxTold(
      "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v>"
      "</c></row>");
  CHECK_THAT(words, Catch::Contains("cells too far apart: with XFD1048576 it reaches to row 1048576 and column XFD"));
  std::string far;
  for (int row = 1; row <= 3000; ++row) {
    const std::string number = std::to_string(row);
    far += "<row r='" + number + "'><c r='XFD" + number + "'><v>1</v></c></row>";
  }
  CHECK_THAT(xlsxTold(far), Catch::Contains("cells too far apart"));
  CHECK(xlsxTold("<row r='1'><c r='XFD1'><v>1</v></c></row>").empty());
  CHECK(xlsxTold("<row r='1048576'><c r='A1048576'><v>1</v></c></row>").empty());
  const std::string wide = "<table:table-cell table:number-columns-repeated='16383'/>" + kOne;
  CHECK_THAT(odsTold(odsRow(wide, "table:number-rows-repeated='3000'")), Catch::Contains("cells too far apart"));
  CHECK(odsTold(odsRow(wide)).empty());
}

TEST_CASE("addresses and repeats that are none or wrap round are refused") {
  for (const char* row : {"0", "18446744073709551615", "18446744073709551616", "-1", "4294967297", "1048577", "x"}) {
    INFO(row);
    CHECK_FALSE(xlsxTold("<row r='" + std::string(row) + "'><c><v>1</v></c></row>").empty());
    CHECK_FALSE(xlsxTold("<row r='" + std::string(row) + "'/><row><c r='A0'><v>1</v></c></row>").empty());
  }
  for (const char* address :
       {"A0", "0", "A", "1", "", "ZZZZZZZZZZZZZZ1", "A18446744073709551617", "a1", "A1:B2", "A-1", "A1 "}) {
    INFO(address);
    CHECK_FALSE(xlsxTold("<row r='1'><c r='" + std::string(address) + "'><v>1</v></c></row>").empty());
  }
  for (const char* times : {"1000000000", "4294967296", "18446744073709551615", "18446744073709551616",
                            "99999999999999999999999", "-1", "1e9", ""}) {
    INFO(times);
    const std::string rows = "table:number-rows-repeated='" + std::string(times) + "'";
    const std::string columns = "table:number-columns-repeated='" + std::string(times) + "'";
    CHECK_FALSE(odsTold(odsRow(kOne, rows)).empty());
    CHECK_FALSE(odsTold(odsRow("", rows) + odsRow(kOne)).empty());
    CHECK_FALSE(odsTold(odsRow("", rows) + odsRow("", rows) + odsRow(kOne)).empty());
    const std::string repeated_cell = "<table:table-cell office:value-type='float' office:value='1' " + columns + "/>";
    CHECK_FALSE(odsTold(odsRow(repeated_cell)).empty());
    CHECK_FALSE(odsTold(odsRow("<table:table-cell " + columns + "/>" + kOne)).empty());
    CHECK(odsTold(odsRow(kOne) + odsRow("<table:table-cell " + columns + "/>", rows)).empty());
    const std::string spanned =
        "<table:table-cell office:value-type='float' office:value='1' "
        "table:number-rows-spanned='" +
        std::string(times) + "' table:number-columns-spanned='" + times + "'/>";
    CHECK_FALSE(odsTold(odsRow(spanned)).empty());
  }
  CHECK_THAT(xlsxTold("<row r='2'><c><v>1</v></c></row><row r='1'><c><v>1</v></c></row>"),
             Catch::Contains("has the cell A1 after one that it should stand before"));
  CHECK_THAT(xlsxTold("<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>"),
             Catch::Contains("has the cell A1 after one"));
}

TEST_CASE("merged ranges count in full, whatever they overlap") {
  const std::string cell =
      "<row r='1'><c r='A1' t='inlineStr'><is><t>" + std::string(10'000, 'x') + "</t></is></c></row>";
  const auto merged = [&](const std::string& ranges) {
    return xlsxTold(cell, "<mergeCells>" + ranges + "</mergeCells>");
  };
  CHECK_THAT(merged("<mergeCell ref='A1:CV4000'/>"), Catch::Contains("more text than a workbook may hold"));
  CHECK_FALSE(merged("<mergeCell ref='A1:XFD1048576'/>").empty());
  CHECK_THAT(xlsxTold("<row r='1'><c r='A1'><v>1</v></c></row>",
                      "<mergeCells>" + repeated("<mergeCell ref='A1:J1000'/>", 100'000) + "</mergeCells>"),
             Catch::Contains("more merged cells"));
  // Of a blank first cell nothing is copied, so the whole sheet may be merged.
  CHECK(merged("<mergeCell ref='B2:XFD1048576'/>").empty());
  std::string rows;
  for (int row = 1; row <= 20'000; ++row) {
    rows += "<row r='" + std::to_string(row) + "'><c r='B" + std::to_string(row) + "'><v>1</v></c></row>";
  }
  CHECK_THAT(xlsxTold(rows, "<mergeCells>" + repeated("<mergeCell ref='A1:A20000'/>", 100'000) + "</mergeCells>"),
             Catch::Contains("more merged cells"));
  for (const char* none : {"", "A1:", ":A1", "B2:A1", "A0:A1", "A1:A1048577", "A1:XFE1", "A1:B2:C3"}) {
    INFO(none);
    CHECK_THAT(merged("<mergeCell ref='" + std::string(none) + "'/>"), Catch::Contains("merged cells that is none"));
  }
}

TEST_CASE("blank merged cells that repeat are bounded too") {
  const std::string merged = "<table:table-cell table:number-rows-spanned='2'/>";
  CHECK_THAT(odsTold(odsRow(kOne + repeated(merged, 2000), "table:number-rows-repeated='1000'")),
             Catch::Contains("more merged cells"));
  CHECK(odsTold(odsRow(repeated(merged, 2000), "table:number-rows-repeated='1048576'")).empty());
}

TEST_CASE("text, elements and depth are bounded") {
  std::string rows;
  for (int row = 1; row <= 400; ++row) {
    rows += "<row><c t='s'><v>0</v></c></row>";
  }
  CHECK_THAT(xlsxTold(rows, "", "<si><t>" + std::string(1'000'000, 'y') + "</t></si>"),
             Catch::Contains("more text than a workbook may hold"));
  CHECK_THAT(
      odsTold(odsRow("<table:table-cell office:value-type='string' table:number-columns-repeated='100'><text:p>" +
                         std::string(200'000, 'z') + "</text:p></table:table-cell>",
                     "table:number-rows-repeated='100'")),
      Catch::Contains("more text than a workbook may hold"));
  CHECK_THAT(xlsxTold(repeated("<row/>", 6'000'000)), Catch::Contains("inflates to more than"));
  CHECK_THAT(xlsxTold(repeated("<c/>", 8'300'000)), Catch::Contains("more elements than an office file may have"));
  CHECK_THAT(odsTold(repeated("<table:table-row-group>", 300'000) + odsRow(kOne) +
                     repeated("</table:table-row-group>", 300'000)),
             Catch::Contains("more than 200 elements inside one another"));
  CHECK_THAT(odsTold(odsRow("<table:table-cell office:value-type='string'><text:p>" + repeated("<text:span>", 300'000) +
                            "x" + repeated("</text:span>", 300'000) + "</text:p></table:table-cell>")),
             Catch::Contains("more than 200 elements inside one another"));
  CHECK_THAT(xlsxTold("<row>" + repeated("<c>", 200'000) + repeated("</c>", 200'000) + "</row>"),
             Catch::Contains("more than 200 elements inside one another"));
  CHECK(odsTold(repeated("<table:table-row-group>", 100) + odsRow(kOne) + repeated("</table:table-row-group>", 100))
            .empty());
}

TEST_CASE("a million hidden rows, hidden here and there, take no longer than others") {
  std::string rows;
  for (int row = 1; row <= 200'000; ++row) {
    rows += row % 2 == 0 ? "<row hidden='1'/>" : "<row><c><v>1</v></c></row>";
  }
  const ooxml::SheetCells cells = cellsOf({.rows = rows});
  std::size_t hidden = 0;
  for (std::size_t row = 1; row <= cells.rows(); ++row) {
    hidden += cells.isHiddenRow(row) ? 1 : 0;
  }
  CHECK(hidden == 99'999);
}

TEST_CASE("many sheets, and many names of one part") {
  ooxml::Parts parts = partsOf({.rows = "<row><c><v>1</v></c></row>"});
  parts["xl/workbook.xml"] =
      "<workbook xmlns:r='r'><sheets>" + repeated("<sheet name='S' r:id='rId1'/>", 10'000) + "</sheets></workbook>";
  CHECK_THAT(told(parts), Catch::Contains("two sheets of one part"));
  const std::string sheets = repeated("</table:table><table:table table:name='S'>", 10'000);
  CHECK_THAT(odsTold(sheets), Catch::Contains("more than 1,000 sheets"));
}

TEST_CASE("parts that are not UTF-8, entities and files behind a password") {
  ooxml::Parts parts = partsOf({.rows = "<row><c t='str'><v>caf\xE9</v></c></row>"});
  CHECK_THAT(told(parts), Catch::Contains("is not in UTF-8"));
  parts = partsOf({.rows = "<row><c t='str'><v>&x;</v></c></row>"});
  std::string& sheet = parts["xl/worksheets/sheet1.xml"];
  sheet = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + sheet;
  CHECK(opened(parts).read(0).at(1, 1).text == "&x;");
  ooxml::Parts secret = odsParts("");
  secret["META-INF/manifest.xml"] = "<m:file-entry><m:encryption-data/></m:file-entry>";
  CHECK_THAT(told(secret), Catch::Contains("protected by a password"));
}

// Whatever stands in the attributes of a sheet: it is read or refused in words, and never reads past its memory (the
// sanitizers look). The same numbers on every machine.
TEST_CASE("sheets put together at random from hostile pieces are read or refused") {
  std::mt19937 random(20260115);
  const auto oneOf = [&](const std::vector<std::string>& choices) { return choices[random() % choices.size()]; };
  const std::vector<std::string> numbers = {
      "0",   "1", "2", "3",       "-1", "16384", "16385", "1048576", "1048577", "4294967295", "18446744073709551615",
      "1e3", "x", "",  "00000001"};
  const std::vector<std::string> values = {"1",
                                           "0.9",
                                           "-5",
                                           "43630",
                                           "1e308",
                                           "-1e-300",
                                           "NaN",
                                           "#N/A",
                                           "1,5",
                                           "true",
                                           "2025-11-01T00:00:00.000Z",
                                           "PT36H",
                                           "P",
                                           "",
                                           "_x0041_",
                                           "_xD83D_",
                                           std::string(400, '9'),
                                           "0.00000000000000000001"};
  const std::vector<std::string> formats = {"General", "0%", "[h]:mm", "h:mm",   "dd/mm/yyyy", ";;;", "[",
                                            "\"",      "\\", "[>1",    "[>x]0;", "0,,;0,",     "_",   "*",
                                            ";;;;;;",  "[$", "e+",     "mm",     "@@"};
  const std::vector<std::string> types = {"", "n", "s", "str", "inlineStr", "b", "e", "d", "z"};
  const std::vector<std::string> ranges = {"A1:B2", "A1", "B2:A1", "A1:XFD1048576", "C1:C9", "$A$1:$B$9", "x", "A1:A0"};
  std::size_t read = 0;
  std::size_t refused = 0;
  ooxml::SheetLimits limits = registerLimits();
  limits.cells = 20'000;
  const char* const asked = std::getenv("BOARDPACK_FUZZ");
  const std::size_t tries = asked != nullptr ? std::strtoul(asked, nullptr, 10) : 200;
  const auto rarely = [&](const std::string& piece) { return random() % 15 == 0 ? piece : std::string(); };
  for (std::size_t i = 0; i < tries; ++i) {
    std::string rows;
    for (unsigned row = 0; row < 1 + random() % 4; ++row) {
      rows += "<row" + rarely(" r='" + oneOf(numbers) + "'") + rarely(" hidden='1'") + ">";
      for (unsigned cell = 0; cell < random() % 5; ++cell) {
        rows += "<c" + rarely(" r='" + oneOf({"A1", "B2", "XFD1", "A0", "Q"}) + "'") + " t='" + oneOf(types) + "' s='" +
                std::to_string(random() % (random() % 15 == 0 ? 30 : 19)) + "'>" + rarely("<f>A1</f>") + "<v>" +
                (random() % 2 == 0 ? "0" : oneOf(values)) + "</v><is><t>" + oneOf(values) + "</t></is></c>";
      }
      rows += "</row>";
    }
    const std::string merges = rarely("<mergeCell ref='" + oneOf(ranges) + "'/>") +
                               rarely("<mergeCell ref='" + oneOf(ranges) + "'/>") + "<mergeCell ref='A1:B2'/>";
    const std::string columns =
        "<cols><col min='" + oneOf(numbers) + "' max='" + oneOf(numbers) + "' hidden='1'/></cols>";
    const ooxml::Parts xlsx = partsOf({.rows = rows,
                                       .after = "<mergeCells>" + merges + "</mergeCells>",
                                       .formats = formats,
                                       .before = columns,
                                       .strings = "<si><t>" + oneOf(values) + "</t></si>"});
    std::string ods_rows;
    for (unsigned row = 0; row < 1 + random() % 4; ++row) {
      std::string cells;
      for (unsigned cell = 0; cell < random() % 5; ++cell) {
        const std::string name = random() % 4 == 0 ? "table:covered-table-cell" : "table:table-cell";
        cells += "<" + name + " office:value-type='" +
                 oneOf({"float", "percentage", "currency", "date", "time", "boolean", "string", "void", ""}) +
                 "' office:value='" + oneOf(values) + "' office:date-value='" + oneOf(values) +
                 "' office:time-value='" + oneOf(values) + "' office:boolean-value='" + oneOf(values) + "'" +
                 rarely(" office:string-value='" + oneOf(values) + "'") +
                 rarely(" table:number-columns-repeated='" + oneOf(numbers) + "'") +
                 rarely(" table:number-rows-spanned='" + oneOf(numbers) + "' table:number-columns-spanned='" +
                        oneOf(numbers) + "'") +
                 ">" +
                 (random() % 2 == 0 ? "<text:p>" + oneOf(values) + "<text:s text:c='" + oneOf(numbers) + "'/></text:p>"
                                    : std::string()) +
                 "</" + name + ">";
      }
      ods_rows += odsRow(cells, rarely("table:number-rows-repeated='" + oneOf(numbers) + "'"));
    }
    for (const ooxml::Parts& parts : {xlsx, odsParts(ods_rows)}) {
      const std::string words = refusalOf([&] {
        const ooxml::SheetCells cells = opened(parts, limits).read(0);
        for (std::size_t row = 1; row <= std::min<std::size_t>(cells.rows(), 10); ++row) {
          for (std::size_t column = 1; column <= std::min<std::size_t>(cells.columns(), 10); ++column) {
            ooxml::shownText(cells.at(row, column));
          }
        }
      });
      ++(words.empty() ? read : refused);
      CHECK(words.find("of another kind") == std::string::npos);
    }
  }
  CHECK(read > tries / 10);
  CHECK(refused > tries / 10);
}
