#include "ooxml/finished.hpp"
#include "ooxml/sheet_record.hpp"
#include "ooxml/well_formed.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

using namespace boardpack::ooxml;

namespace {

Parts book(const std::string& rows, const std::string& texts) {
  return {{"[Content_Types].xml", "<Types/>"},
          {"xl/workbook.xml",
           R"(<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
          {"xl/_rels/workbook.xml.rels",
           R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>)"},
          {"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"},
          {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

SheetRecord record(const Parts& parts) { return sheetRecords(parts).at(0); }

const std::string kTexts = "<si><t>Month</t></si><si><t xml:space=\"preserve\"> a &amp; b</t></si>";
const std::string kRows =
    R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/></row><row r="2"><c r="A2" t="s"><v>1</v></c>)"
    R"(<c r="B2"><v>0.30000000000000004</v></c></row>)";

}  // namespace

TEST_CASE("XML is well-formed by the strict rules or not", "[ooxml]") {
  CHECK_FALSE(firstFault("<a b=\"c\">&amp;é</a>").has_value());
  for (const char* broken : {"", "<a>", "<a></b>", "<a/><b/>", "<a>&nothing;</a>", "<a>\x01</a>", "<a>\xEF\xBF\xBE</a>",
                             "<a>\xFF</a>", "<a b=\"1\" b=\"2\"/>", "<a b=\"<\"/>", "<a>&#1;</a>", "<a/>text"}) {
    CAPTURE(broken);
    CHECK(firstFault(broken).has_value());
  }
}

TEST_CASE("a record of what was written is that of the finished sheet", "[ooxml]") {
  SheetRecord written("One");
  written.text(1, 0, "written over");
  written.text(0, 0, "Month");
  written.number(1, 1, 0.1 + 0.2);
  written.text(1, 0, " a & b");
  written.text(0, 1, "");
  CHECK(written.cells() == 3);
  CHECK(written.rows() == 2);
  CHECK(written == record(book(kRows, kTexts)));
}

TEST_CASE("a sheet that lost or changed something has another record", "[ooxml]") {
  const SheetRecord whole = record(book(kRows, kTexts));
  const std::string first_row = kRows.substr(0, kRows.find("<row r=\"2\""));
  CHECK_FALSE(whole == record(book(first_row, kTexts)));
  CHECK(record(book(first_row, kTexts)).rows() == 1);
  std::string other = kRows;
  other.replace(other.find("0.3"), 3, "0.4");
  CHECK_FALSE(whole == record(book(other, kTexts)));
  CHECK_FALSE(whole == record(book(kRows, "<si><t>month</t></si>" + kTexts.substr(kTexts.find("<si>", 1)))));
}

TEST_CASE("a sheet that is cut or names a text that is not there is refused", "[ooxml]") {
  CHECK_THROWS_AS(sheetRecords(book(kRows, "")), boardpack::sdk::Error);
  Parts cut = book(kRows, kTexts);
  cut["xl/worksheets/sheet1.xml"].resize(80);
  CHECK_THROWS_AS(sheetRecords(cut), boardpack::sdk::Error);
  cut.erase("xl/worksheets/sheet1.xml");
  CHECK_THROWS_AS(sheetRecords(cut), boardpack::sdk::Error);
}

TEST_CASE("a file whose parts are broken or missing is found", "[ooxml]") {
  CHECK_FALSE(packageFault(book(kRows, kTexts)).has_value());
  Parts broken = book(kRows, kTexts);
  broken["xl/sharedStrings.xml"].resize(10);
  CHECK(packageFault(broken) == std::string("its part xl/sharedStrings.xml is not well-formed XML"));
  Parts missing = book(kRows, kTexts);
  missing.erase("xl/worksheets/sheet1.xml");
  CHECK(packageFault(missing) == std::string("its part worksheets/sheet1.xml is missing"));
  missing.erase("[Content_Types].xml");
  CHECK(packageFault(missing) == std::string("it has no list of content types"));
}
