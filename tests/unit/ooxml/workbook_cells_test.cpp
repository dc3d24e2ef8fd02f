#include "ooxml/workbook_cells.hpp"

#include "ooxml/exact_number.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

#include <tuple>
#include <utility>

using namespace boardpack;
using ooxml::SheetCell;
using Kind = ooxml::SheetCell::Kind;

namespace {

/// A small workbook of one sheet, "Table P1  ", with these rows and merged ranges in it.
ooxml::Parts workbook(const std::string& rows, const std::string& more = "") {
  return {{"[Content_Types].xml", "<Types/>"},
          {"docProps/core.xml",
           "<cp:coreProperties xmlns:cp='c' xmlns:dcterms='d'><dcterms:modified>2020-04-22T11:18:01Z"
           "</dcterms:modified></cp:coreProperties>"},
          {"xl/workbook.xml",
           "<workbook xmlns:r='r'><sheets><sheet name='Table P1  ' sheetId='1' r:id='rId1'/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>"},
          {"xl/sharedStrings.xml",
           "<sst><si><t>Area Name</t></si><si><r><t>Greater Manchester</t></r><r><rPr><vertAlign val='superscript'/>"
           "</rPr><t>7,8</t></r></si><si><t xml:space='preserve'>two_x000D_\nlines </t></si></sst>"},
          {"xl/styles.xml",
           "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[Red]0.0\" days\"'/><numFmt numFmtId='165' "
           "formatCode='dd\\ mmm\\ yyyy'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
           "<xf numFmtId='165'/></cellXfs></styleSheet>"},
          {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData>" + more + "</worksheet>"}};
}

ooxml::SheetCells cellsOf(const ooxml::Parts& parts, const ooxml::SheetLimits& limits = {}) {
  return ooxml::WorkbookCells(ooxml::archiveOf(parts, "t.xlsx"), "t.xlsx", limits).read(0);
}

void refuses(const ooxml::Parts& parts, const std::string& words, const ooxml::SheetLimits& limits = {}) {
  try {
    cellsOf(parts, limits);
    FAIL("it was read");
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Data);
    CHECK_THAT(error.sentence(), Catch::Contains(words));
  }
}

ooxml::Parts ods(const std::string& rows) {
  return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
          {"meta.xml",
           "<office:document-meta><office:meta><dc:date>2019-10-24T09:30:00</dc:date></office:meta>"
           "</office:document-meta>"},
          {"content.xml",
           "<office:document-content><office:automatic-styles><style:style style:name='T1'><style:text-properties "
           "style:text-position='super 58%'/></style:style></office:automatic-styles><office:body><office:spreadsheet>"
           "<table:table table:name='Table W1 '>" +
               rows + "</table:table></office:spreadsheet></office:body></office:document-content>"}};
}

}  // namespace

TEST_CASE("numbers are kept digit by digit") {
  for (const auto& [kept, plain] : {std::pair("89.04077278678811", "89.04077278678811"),
                                    {"1.1899848037164469E-2", "0.011899848037164469"},
                                    {"5.013284e6", "5013284"},
                                    {"-3", "-3"},
                                    {"007.500", "7.5"},
                                    {".5", "0.5"},
                                    {"-0.0", "0"},
                                    {"1E+3", "1000"}}) {
    CHECK(ooxml::plainDigits(kept) == plain);
  }
  for (const char* none : {"", "-", "1,000", "1e", "0x10", "1e999", "12 ", "NaN", "1.2.3"}) {
    INFO(none);
    CHECK_FALSE(ooxml::plainDigits(none));
  }
  CHECK(ooxml::rounded("89.04077278678811", 4) == "89.0408");
  for (const auto& [kept, shown] : {std::pair("12.300000000000001", "12.3"),
                                    {"-0.070000000000000007", "-0.07"},
                                    {"0.1", "0.1"},
                                    {"123456789012.34567", "123456789012.346"},
                                    {"999999999999999.5", "1000000000000000"},
                                    {"0.00012345678901234567", "0.000123456789012346"},
                                    {"12345678901234567", "12345678901234567"}}) {
    CHECK(ooxml::asShown(kept) == shown);
  }
  CHECK(ooxml::rounded("0.00005", 4) == "0.0001");
  CHECK(ooxml::rounded("-0.00004", 4) == "0");
  CHECK(ooxml::rounded("9.99995", 4) == "10");
  CHECK(ooxml::rounded("-99.99995", 4) == "-100");
  CHECK(ooxml::rounded("17.98199", 4) == "17.982");
  CHECK(ooxml::rounded("12", 4) == "12");
}

TEST_CASE("days as a spreadsheet counts them") {
  CHECK(ooxml::dayOfSerial("43830", false) == "2019-12-31");
  CHECK(ooxml::dayOfSerial("42368", true) == "2019-12-31");
  CHECK(ooxml::dayOfSerial("43830.5", false) == "2019-12-31T12:00:00");
  CHECK(ooxml::dayOfSerial("43830.9999999999", false) == "2020-01-01");
  CHECK(ooxml::dayOfSerial("61", false) == "1900-03-01");
  CHECK_FALSE(ooxml::dayOfSerial("60", false));
  CHECK_FALSE(ooxml::dayOfSerial("0.75", false));
  CHECK_FALSE(ooxml::dayOfSerial("1e9", false));
}

TEST_CASE("cells of an xlsx sheet: texts, footnotes, numbers, dates, merged ranges, what is missing") {
  const ooxml::Parts parts = workbook(
      "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='inlineStr'><is><t>Theft</t></is></c></row>"
      "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3'><v>0.1</v></c><c r='C3' s='1'><v>43830</v></c>"
      "<c r='D3' s='3'><v>43830</v></c><c r='E3' s='2'><v>43830</v></c><c r='F3' t='b'><v>1</v></c>"
      "<c r='G3' t='e'><v>#DIV/0!</v></c><c r='H3'><f>A1</f></c><c r='I3' t='str'><f>A1</f><v>..</v></c>"
      "<c r='J3' t='s'><v>2</v></c></row>"
      "<row><c><v>4</v></c><c><v>5</v></c></row>",
      "<mergeCells><mergeCell ref='C2:E2'/></mergeCells>");
  const ooxml::WorkbookCells book(ooxml::archiveOf(parts, "t.xlsx"), "t.xlsx");
  CHECK(book.names() == std::vector<std::string>{"Table P1  "});
  CHECK(book.savedOn() == sdk::Date{2020, 4, 22});
  const ooxml::SheetCells cells = book.read(0);
  CHECK(cells.rows() == 4);
  CHECK(cells.columns() == 10);
  CHECK(cells.at(1, 1).kind == Kind::Blank);
  CHECK(cells.at(2, 1).text == "Area Name");
  for (const std::size_t column : {3, 4, 5}) {
    CHECK(cells.at(2, column).text == "Theft");
  }
  CHECK(cells.at(3, 1).text == "Greater Manchester");
  CHECK(cells.at(3, 1).superscript == "7,8");
  const std::vector<std::tuple<std::size_t, Kind, std::string>> row = {
      {2, Kind::Number, "0.1"},
      {3, Kind::Date, "2019-12-31"},
      {4, Kind::Date, "2019-12-31"},
      {5, Kind::Number, "43830"},
      {6, Kind::YesNo, "true"},
      {7, Kind::Mistake, "#DIV/0!"},
      {8, Kind::Mistake, "a formula without its result"},
      {9, Kind::Text, ".."},
      {10, Kind::Text, "two\n\nlines "}};
  for (const auto& [column, kind, text] : row) {
    INFO(column);
    CHECK(cells.at(3, column).kind == kind);
    CHECK(cells.at(3, column).text == text);
  }
  CHECK(cells.at(4, 2).text == "5");
  CHECK(ooxml::cellAddress(14, 3) == "C14");
  CHECK(ooxml::cellAddress(1, 27) == "AA1");
  CHECK(ooxml::cellAddress(1, 16384) == "XFD1");
}

TEST_CASE("workbooks that cannot be relied on are refused, each for its reason") {
  const std::string row = "<row r='1'><c r='A1'><v>1</v></c></row>";
  const auto without = [&](const char* part) {
    ooxml::Parts parts = workbook(row);
    parts.erase(part);
    return parts;
  };
  const auto with = [&](const char* part, const std::string& text) {
    ooxml::Parts parts = workbook(row);
    parts[part] = text;
    return parts;
  };
  refuses(without("xl/workbook.xml"), "lacks the part xl/workbook.xml");
  refuses(without("xl/_rels/workbook.xml.rels"), "lacks the part xl/_rels/workbook.xml.rels");
  refuses(without("xl/worksheets/sheet1.xml"), "lacks the part xl/worksheets/sheet1.xml");
  refuses(with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"), "not well-formed XML");
  refuses(with("xl/workbook.xml", "<workbook/>"), "has no sheet");
  refuses(workbook("<row r='1'><c r='A2'><v>1</v></c></row>"), "whose address does not fit its row");
  refuses(workbook("<row r='1'><c r='?1'><v>1</v></c></row>"), "whose address does not fit its row");
  refuses(workbook("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"), "has the cell A1 twice");
  refuses(workbook("<row r='1'><c r='A1' t='s'><v>99</v></c></row>"), "not among its shared texts");
  refuses(workbook("<row r='1'><c r='A1' t='s'><v>-1</v></c></row>"), "not among its shared texts");
  refuses(workbook("<row r='9999999'><c><v>1</v></c></row>"), "more cells than a workbook may hold");
  refuses(workbook("<row r='1'><c r='ZZZZ1'><v>1</v></c></row>"), "more cells than a workbook may hold");
  refuses(workbook(row, "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"), "more cells than");
  refuses(workbook(row, "<mergeCells><mergeCell ref='B2:A1'/></mergeCells>"), "merged cells that is none");
  ooxml::SheetLimits few;
  few.cells = 2;
  refuses(workbook("<row r='1'><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>"), "more cells than", few);
  ooxml::SheetLimits small;
  small.archive.bytes = 10'000;
  refuses(with("xl/media/bomb.bin", std::string(1'000'000, 'a')), "inflates to more than", small);

  const auto refused = [](const std::string& bytes) {
    try {
      ooxml::WorkbookCells(bytes, "t.xls");
    } catch (const sdk::Error& error) {
      return error.sentence();
    }
    return std::string();
  };
  CHECK_THAT(refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), Catch::Contains("old kind (xls)"));
  CHECK_THAT(refused("area,value\n"), Catch::Contains("not a whole zip archive"));
  const std::string whole = ooxml::archiveOf(workbook(row), "t.xlsx");
  CHECK_THAT(refused(whole.substr(0, whole.size() / 2)), Catch::Contains("not a whole zip archive"));
}

TEST_CASE("an ods sheet, with cells and rows that repeat") {
  const std::string rows =
      "<table:table-row><table:table-cell office:value-type='string'><text:p>North East<text:span "
      "text:style-name='T1'>2</text:span></text:p></table:table-cell><table:table-cell office:value-type='float' "
      "office:value='5397.6694' table:number-columns-repeated='2'><text:p>5,398</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
      "<table:table-row table:number-rows-repeated='3'><table:table-cell office:value-type='date' "
      "office:date-value='2019-09-30'/><table:table-cell office:value-type='string' "
      "table:number-columns-spanned='2'><text:p>one<text:s text:c='2'/>two</text:p><text:p>three</text:p>"
      "</table:table-cell><table:covered-table-cell/></table:table-row>"
      "<table:table-row table:number-rows-repeated='1048000'><table:table-cell "
      "table:number-columns-repeated='16384'/></table:table-row>";
  const ooxml::WorkbookCells book(ooxml::archiveOf(ods(rows), "t.ods"), "t.ods");
  CHECK(book.names() == std::vector<std::string>{"Table W1 "});
  CHECK(book.savedOn() == sdk::Date{2019, 10, 24});
  const ooxml::SheetCells cells = book.read(0);
  CHECK(cells.rows() == 4);
  CHECK(cells.columns() == 3);
  CHECK(cells.at(1, 1).text == "North East");
  CHECK(cells.at(1, 1).superscript == "2");
  CHECK(cells.at(1, 2).text == "5397.6694");
  CHECK(cells.at(1, 3).text == "5397.6694");
  CHECK(cells.at(4, 1).text == "2019-09-30");
  CHECK(cells.at(4, 3).text == "one  two\nthree");

  const std::string bomb =
      "<table:table-row table:number-rows-repeated='1048576'><table:table-cell office:value-type='float' "
      "office:value='1' table:number-columns-repeated='16384'/></table:table-row>";
  CHECK_THROWS_AS(ooxml::WorkbookCells(ooxml::archiveOf(ods(bomb), "t.ods"), "t.ods").read(0), sdk::Error);
}
