#include "support.hpp"

#include <catch2/catch.hpp>

#include <tuple>

// What a person sees in a sheet, in both kinds of file. The texts that Excel shows were taken from ECMA-376 part 1,
// 18.8.30 and 18.8.31, those of OpenDocument from its part 3; days were counted by hand.

using namespace boardpack;
using namespace ooxml_tests;
using ooxml::SheetCell;
using Kind = ooxml::SheetCell::Kind;

namespace {

SheetCell number(const std::string& kept, const std::string& format) {
  return xlsxCell("<c s='1'><v>" + kept + "</v></c>", format);
}
SheetCell value(const std::string& type, const std::string& kept, const std::string& shown) {
  return odsCell("<table:table-cell office:value-type='" + type + "' office:value='" + kept + "'><text:p>" + shown +
                 "</text:p></table:table-cell>");
}

}  // namespace

TEST_CASE("times are times, by every format of a time") {
  struct Given {
    const char* kept;
    const char* format;
    const char* text;
  };
  // 0.372222… of a day is 8 hours 56 minutes, 1.5 days are 36 hours.
  for (const Given& given : {Given{"0.372222222222222", "18", "8:56 (hours and minutes)"},
                             {"0.372222222222222", "19", "8:56:00"},
                             {"0.372222222222222", "20", "8:56 (hours and minutes)"},
                             {"0.372222222222222", "21", "8:56:00"},
                             {"0.00620370370370370", "45", "0:08:56"},
                             {"1.5", "46", "36:00:00"},
                             {"0.00620370370370370", "47", "0:08:56"},
                             {"1.5", "[h]:mm", "36:00 (hours and minutes)"},
                             {"1.5", "[hh]:mm:ss", "36:00:00"},
                             {"0.372222222222222", "[mm]:ss", "8:56:00"},
                             {"1.5", "[mm]:ss", "36:00:00"},
                             {"0.00620370370370370", "[s]", "0:08:56"},
                             {"0.372222222222222", "h:mm AM/PM", "8:56 (hours and minutes)"},
                             {"0.372222222222222", "hh\\:mm\\:ss", "8:56:00"},
                             {"0.372222222222222", "[Red]h \"hours\" mm \"minutes\"", "8:56 (hours and minutes)"},
                             {"0.372222222222222", "[$-F400]h:mm:ss\\ AM/PM", "8:56:00"},
                             {"1.5", "h:mm", "36:00 (more than the sheet shows)"},
                             {"0.372222222222222", "mm:ss", "8:56 (more than the sheet shows)"}}) {
    INFO(given.format << " " << given.kept);
    const SheetCell cell = number(given.kept, given.format);
    CHECK(cell.kind == Kind::Time);
    CHECK(cell.text == given.text);
  }
  CHECK(number("-0.5", "h:mm").kind == Kind::Mistake);
  const auto time = [](const std::string& kept, const std::string& shown) {
    return odsCell("<table:table-cell office:value-type='time' office:time-value='" + kept + "'><text:p>" + shown +
                   "</text:p></table:table-cell>");
  };
  CHECK(time("PT36H00M00S", "36:00:00").text == "36:00:00");
  CHECK(time("PT36H00M00S", "36:00").text == "36:00 (hours and minutes)");
  CHECK(time("PT00H08M56S", "08:56").text == "0:08:56");
  CHECK(time("PT08H56M00.0000001S", "08:56:00").text == "8:56:00");
  CHECK(time("P1DT12H", "").kind == Kind::Unlike);
  CHECK(time("PT36H", "36:00:00").kind == Kind::Time);
  CHECK(time("36:00", "36:00").kind == Kind::Mistake);
}

TEST_CASE("days by their format, in both ways of counting, and as the strict kind keeps them") {
  // 2019-06-14 is day 43630 from 1899-12-30, and 42168 from 1904-01-01.
  for (const char* format :
       {"14", "15", "17", "22", "dd/mm/yyyy", "[$-809]dd mmmm yyyy", "yyyy\\-mm\\-dd", "[Blue]d.m.yy", "mmm yy", "dddd",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "dd/mm/yyyy;@", "[>40000]dd/mm/yyyy;0"}) {
    INFO(format);
    CHECK(number("43630", format).kind == Kind::Date);
    CHECK(number("43630", format).text == "2019-06-14");
  }
  CHECK(number("43630.604166666664", "dd/mm/yyyy hh:mm").text == "2019-06-14T14:30:00");
  CHECK(number("0.75", "14").kind == Kind::Mistake);
  CHECK(number("60", "14").kind == Kind::Mistake);
  CHECK(number("43630", "0.0\" days\"").kind == Kind::Number);
  CHECK(number("43630", "\"dmy\" 0").kind == Kind::Number);
  ooxml::Parts from_1904 = partsOf({.rows = "<row><c s='1'><v>42168</v></c></row>", .formats = {"14"}});
  from_1904["xl/workbook.xml"] =
      "<workbook xmlns:r='r'><workbookPr date1904='true'/><sheets><sheet name='S' r:id='rId1'/></sheets></workbook>";
  CHECK(opened(from_1904).read(0).at(1, 1).text == "2019-06-14");

  const auto strict = [](const std::string& text, const std::string& format = "14") {
    return xlsxCell("<c t='d' s='1'><v>" + text + "</v></c>", format);
  };
  for (const char* text : {"2025-11-01", "2025-11-01Z", "2025-11-01T00:00:00", "2025-11-01T00:00:00.000",
                           "2025-11-01T00:00:00Z", "2025-11-01T00:00:00.000Z", "2025-10-31T23:59:59.9999999"}) {
    INFO(text);
    CHECK(strict(text).kind == Kind::Date);
    CHECK(strict(text).text == "2025-11-01");
  }
  CHECK(strict("2025-12-11T14:30:00.000").text == "2025-12-11T14:30:00");
  CHECK(strict("1899-12-30T08:56:00.000", "20").text == "8:56 (hours and minutes)");
  CHECK(strict("08:56:00", "21").text == "8:56:00");
  for (const char* text :
       {"2025-11-31", "2025-11-01T25:00:00", "2025-11-01T00:00:00+02:00", "1 November", "20251101"}) {
    INFO(text);
    CHECK(strict(text).kind == Kind::Mistake);
  }
  const auto day = [](const std::string& text) {
    return odsCell("<table:table-cell office:value-type='date' office:date-value='" + text + "'/>");
  };
  CHECK(day("2025-11-01").text == "2025-11-01");
  CHECK(day("2025-11-01T00:00:00.000000000").text == "2025-11-01");
  CHECK(day("2025-11-01T14:30:00").text == "2025-11-01T14:30:00");
  CHECK(day("01/11/2025").kind == Kind::Mistake);
}

TEST_CASE("per cents as they are shown, and styles under any name") {
  for (const char* format : {"09", "10", "0%", "0.0 %", "[Red]0%", "0%;-0%"}) {
    const SheetCell cell = number("0.9", format);
    INFO(format);
    CHECK(cell.is_per_cent);
    CHECK(ooxml::shownText(cell) == "90%");
  }
  // A "%" that is only written: 90 is shown as 90%.
  CHECK(ooxml::shownText(number("90", "0\"%\"")) == "90%");
  CHECK(ooxml::shownText(number("90", "0\\%")) == "90%");
  CHECK(ooxml::shownText(value("percentage", "0.9", "90%")) == "90%");
  CHECK(ooxml::shownText(value("percentage", "0.9", "90.0 %")) == "90%");
  CHECK(ooxml::shownText(value("percentage", "0.9", "0.9")) == "0.9");
  CHECK(ooxml::shownText(value("float", "90", "90%")) == "90%");
  CHECK(ooxml::shownText(odsCell("<table:table-cell office:value-type='percentage' office:value='0.9'/>")) == "90%");

  ooxml::Parts parts = partsOf({.rows = "<row><c s='1'><v>0.9</v></c></row>", .formats = {"0%"}});
  parts["xl/styles2.xml"] = parts["xl/styles.xml"];
  parts.erase("xl/styles.xml");
  std::string& list = parts["xl/_rels/workbook.xml.rels"];
  CHECK(refusalOf([&] { opened(parts); }).find("lacks the part xl/styles.xml") != std::string::npos);
  list.replace(list.find("'styles.xml'"), 12, "'/xl/styles2.xml'");
  CHECK(ooxml::shownText(opened(parts).read(0).at(1, 1)) == "90%");
  // The book and its parts may lie anywhere, and the strict kind has other types of relations.
  ooxml::Parts moved = {{"_rels/.rels",
                         "<Relationships><Relationship Id='a' Target='book/b.xml' "
                         "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'/>"
                         "</Relationships>"},
                        {"book/b.xml", parts["xl/workbook.xml"]},
                        {"book/_rels/b.xml.rels",
                         "<Relationships><Relationship Id='rId1' Target='../s/one.xml' "
                         "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet'/><Relationship "
                         "Id='rId2' Target='looks.xml' "
                         "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/styles'/></Relationships>"},
                        {"book/looks.xml", parts["xl/styles2.xml"]},
                        {"s/one.xml", parts["xl/worksheets/sheet1.xml"]}};
  CHECK(ooxml::shownText(opened(moved).read(0).at(1, 1)) == "90%");
  CHECK(refusalOf([] { cellsOf({.rows = "<row><c s='7'><v>1</v></c></row>"}); }).find("not among its formats") !=
        std::string::npos);
}

TEST_CASE("a number whose format shows something else is no number") {
  struct Given {
    const char* kept;
    const char* format;
    const char* how;
  };
  for (const Given& given : {Given{"5", ";;;", "shows nothing of it"},
                             {"5", ";;", "shows nothing of it"},
                             {"0", "0;-0;;@", "shows nothing of it"},
                             {"0", "#,###", "shows nothing of a nought"},
                             {"5", "\"n/a\"", "shows 'n/a' in its place"},
                             {"12345", "#,##0,", "in thousands"},
                             {"12345", "0.0,\"k\"", "in thousands"},
                             {"1234567", "0.0,,", "in thousands"},
                             {"12", "0\"k\"", "shows it with 'k'"},
                             {"12", "£0.0\"m\"", "shows it with"},
                             {"5", "0.0\"‰\"", "shows it with"},
                             {"2", "\"1\"0", "shows it with '1'"},
                             {"-5", "0;0", "without its minus sign"},
                             {"-5", "0;[Red]0", "without its minus sign"},
                             {"5", "[>10]0;[<0]0", "shows"}}) {
    INFO(given.format);
    const SheetCell cell = number(given.kept, given.format);
    CHECK(cell.kind == Kind::Unlike);
    CHECK_THAT(cell.text, Catch::Contains(given.how));
  }
  for (const Given& given : {Given{"5", "0.0\" days\"", "5"},
                             {"0", "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"??_-;_-@_-", "0"},
                             {"-5", "_-* #,##0_-;\\-* #,##0_-;_-* \"-\"??_-;_-@_-", "-5"},
                             {"-5", "#,##0_);(#,##0)", "-5"},
                             {"-5", "#,##0;[Red]-#,##0", "-5"},
                             {"0", "0;-0;\"-\"", "0"},
                             {"1234.5", "[$£-809]#,##0.00", "1234.5"},
                             {"0.25", "12", "0.25"},
                             {"0", "12", "0"},
                             {"120000", "0.00E+00", "120000"},
                             {"12345", "[>999]#,##0;0", "12345"},
                             {"5", "General", "5"},
                             {"5", "@", "5"}}) {
    INFO(given.format);
    const SheetCell cell = number(given.kept, given.format);
    CHECK(cell.kind == Kind::Number);
    CHECK(cell.text == given.how);
  }
  const auto text = [](const char* format) {
    return xlsxCell("<c s='1' t='inlineStr'><is><t>Hartlepool</t></is></c>", format).kind;
  };
  CHECK(text(";;;") == Kind::Unlike);
  CHECK(text("0;0;0;\"x\"") == Kind::Unlike);
  CHECK(text("0;0;0;_-@_-") == Kind::Text);
  CHECK(text(";;") == Kind::Text);
  CHECK(text("0") == Kind::Text);

  CHECK(value("float", "12345", "12").kind == Kind::Unlike);
  CHECK(value("float", "12345", "12k").kind == Kind::Unlike);
  CHECK(value("float", "5", "").kind == Kind::Unlike);
  CHECK(value("float", "5", "n/a").kind == Kind::Unlike);
  CHECK(value("float", "-5", "5").kind == Kind::Unlike);
  CHECK(value("float", "0", "-").kind == Kind::Number);
  CHECK(value("float", "5397.6694", "5,398").text == "5397.6694");
  CHECK(value("float", "-5", "(5)").text == "-5");
  CHECK(value("float", "0.333333333333333", "1/3").kind == Kind::Number);
  CHECK(value("float", "120000", "1.20E+05").kind == Kind::Number);
  CHECK(value("currency", "1234.5", "£1,234.50").text == "1234.5");
  CHECK(value("currency", "-1234.5", "-£1,234.50").text == "-1234.5");
}

TEST_CASE("errors of any program, formulas without a result and cells of no known type are mistakes") {
  for (const char* error : {"#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#ERROR!",
                            "Err:510", "#n/a", "######"}) {
    INFO(error);
    const std::string text = error;
    CHECK(xlsxCell("<c t='e'><v>" + text + "</v></c>").kind == Kind::Mistake);
    CHECK(xlsxCell("<c t='str'><f>A2</f><v>" + text + "</v></c>").kind == Kind::Mistake);
    CHECK(xlsxCell("<c t='inlineStr'><is><t> " + text + "</t></is></c>").kind == Kind::Mistake);
    CHECK(
        odsCell("<table:table-cell office:value-type='string'><text:p>" + text + "</text:p></table:table-cell>").kind ==
        Kind::Mistake);
    CHECK(odsCell("<table:table-cell table:formula='of:=NA()' office:value-type='string' office:string-value='' "
                  "calcext:value-type='error'><text:p>" +
                  text + "</text:p></table:table-cell>")
              .kind == Kind::Mistake);
  }
  for (const char* text : {"#1 priority", "# of calls", "N/A", "Error", "#hashtag"}) {
    INFO(text);
    CHECK(xlsxCell("<c t='str'><v>" + std::string(text) + "</v></c>").kind == Kind::Text);
  }
  for (const char* formula : {"<f>A2</f>", "<f t='shared' si='0'/>", "<f t='array' ref='A1:B2'>A2:B3</f>"}) {
    CHECK(xlsxCell("<c>" + std::string(formula) + "</c>").kind == Kind::Mistake);
    CHECK(xlsxCell("<c>" + std::string(formula) + "<v>7</v></c>").text == "7");
  }
  CHECK(xlsxCell("<c t='str'><f>A2</f><v></v></c>").kind == Kind::Blank);
  CHECK(xlsxCell("<c t='q'><v>1</v></c>").kind == Kind::Mistake);
  CHECK(xlsxCell("<c><v>1,5</v></c>").kind == Kind::Mistake);
  CHECK(xlsxCell("<c t='n'><v> 15 </v></c>").text == "15");
  CHECK(xlsxCell("<c t='b'><v>true</v></c>").text == "true");
  CHECK(xlsxCell("<c t='b'><v>2</v></c>").kind == Kind::Mistake);
  CHECK(odsCell("<table:table-cell table:formula='of:=1+1'/>").kind == Kind::Mistake);
  CHECK(odsCell("<table:table-cell table:formula='of:=&quot;&quot;' office:value-type='string'/>").kind == Kind::Blank);
  CHECK(odsCell("<table:table-cell office:value-type='float' office:value='NaN'><text:p>Err:503</text:p>"
                "</table:table-cell>")
            .kind == Kind::Mistake);
  CHECK(odsCell("<table:table-cell office:value-type='boolean' office:boolean-value='true'/>").text == "true");
}

TEST_CASE("texts as they are shown: escapes, reading aids, raised letters, blanks, comments, attributes") {
  const auto text = [](const std::string& inside) {
    return xlsxCell("<c t='inlineStr'><is>" + inside + "</is></c>").text;
  };
  CHECK(text("<t>_x0041_shby</t>") == "Ashby");
  CHECK(text("<t>a_x005F_x0041_b</t>") == "a_x0041_b");
  CHECK(text("<t>a_x000D_b_x0009_c_x0001_d</t>") == "a\nb c d");
  CHECK(text("<t>_xD83D__xDE00_</t>") == "\xF0\x9F\x98\x80");
  CHECK(text("<t>_xD83D_x</t>") == "\xEF\xBF\xBDx");
  CHECK(text("<t>_x00G1_ _x41_ _x0041</t>") == "_x00G1_ _x41_ _x0041");
  CHECK(text("<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh><phoneticPr fontId='1'/>") == "東京");
  CHECK(text("<r><t xml:space='preserve'>North </t></r><r><rPr><b/></rPr><t>East</t></r>") == "North East");
  const SheetCell raised = xlsxCell(
      "<c t='inlineStr'><is><r><t>10 m</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r></is></c>");
  CHECK(raised.text == "10 m");
  CHECK(raised.superscript == "2");
  CHECK(xlsxCell("<c t='str'><v>_x0041_</v></c>").text == "A");

  const auto ods = [](const std::string& inside, const std::string& attributes = "") {
    return odsCell("<table:table-cell office:value-type='string' " + attributes + ">" + inside + "</table:table-cell>");
  };
  CHECK(ods("", "office:string-value='Hartlepool'").text == "Hartlepool");
  CHECK(ods("<text:p>Hartlepool</text:p>", "office:string-value='Hartlepool'").text == "Hartlepool");
  CHECK(ods("<text:p>Hartlepool</text:p>", "office:string-value='Stockton'").kind == Kind::Unlike);
  CHECK(ods("<text:p>\n  North\n  <text:span>East</text:span> <text:span>2</text:span></text:p>").text ==
        "North East 2");
  CHECK(ods("<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p><text:p>e</text:p>").text ==
        "a  b c\nd\ne");
  CHECK(ods("<office:annotation><text:p>Ask Jo</text:p></office:annotation><text:p>12</text:p>").text == "12");
  CHECK(ods("<text:p>1<office:annotation><text:p>Ask Jo</text:p></office:annotation>2</text:p>").text == "12");
  CHECK(ods("<text:p><text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>トウ</text:ruby-text></text:ruby>"
            "</text:p>")
            .text == "東京");
  CHECK(ods("<text:p><text:a xlink:href='x'>link</text:a><text:sheet-name>S</text:sheet-name></text:p>").text ==
        "linkS");
}

TEST_CASE("merged cells: one content in each, and what lies under them is told") {
  const ooxml::SheetCells cells =
      cellsOf({.rows = "<row r='1'><c r='A1' t='inlineStr'><is><t>Ashby</t></is></c><c r='B1'><v>1</v></c></row>"
                       "<row r='2'><c r='A2' t='inlineStr'><is><t>under</t></is></c><c r='B2'><v>2</v></c></row>"
                       "<row r='4'><c r='B4'><v>4</v></c></row>",
               .after = "<mergeCells><mergeCell ref='A1:A3'/><mergeCell ref='B4:C4'/></mergeCells>"});
  CHECK(cells.at(1, 1).text == "Ashby");
  CHECK_FALSE(cells.at(1, 1).is_copy);
  CHECK(cells.at(2, 1).kind == Kind::Unlike);
  CHECK_THAT(cells.at(2, 1).text, Catch::Contains("under the merged cell A1"));
  CHECK(cells.at(3, 1).text == "Ashby");
  CHECK(cells.at(3, 1).is_copy);
  CHECK(cells.at(4, 3).text == "4");
  CHECK(cells.at(4, 3).is_copy);
  CHECK(cells.rows() == 4);
  CHECK(cells.columns() == 3);
  const ooxml::SheetCells ods = odsCells(
      "<table:table-row><table:table-cell office:value-type='string' table:number-rows-spanned='2'><text:p>Ashby"
      "</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell "
      "office:value-type='string'><text:p>under</text:p></table:covered-table-cell></table:table-row>");
  CHECK(ods.at(2, 1).kind == Kind::Unlike);
}

TEST_CASE("rows, columns and sheets that are hidden are known") {
  const std::string cell = "<c><v>1</v></c>";
  const ooxml::SheetCells cells =
      cellsOf({.rows = "<row r='1'>" + cell + cell + "</row><row r='2' hidden='1'>" + cell +
                       "</row><row r='3' ht='0'>" + cell + "</row><row r='4' hidden='0' ht='15'>" + cell + "</row>",
               .before = "<cols><col min='2' max='2' hidden='1'/><col min='3' max='4' width='0'/></cols>"});
  CHECK_FALSE(cells.isHidden(1, 1));
  CHECK(cells.isHidden(1, 2));
  CHECK(cells.isHidden(1, 4));
  CHECK(cells.isHidden(2, 1));
  CHECK(cells.isHiddenRow(3));
  CHECK_FALSE(cells.isHiddenRow(4));
  const std::string one = "<table:table-cell office:value-type='float' office:value='1'/>";
  const ooxml::SheetCells ods = odsCells(
      "<table:table-column/><table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>"
      "<table:table-row>" +
      one + "</table:table-row><table:table-row table:visibility='filter' table:number-rows-repeated='2'>" + one +
      "</table:table-row><table:table-row-group table:display='false'><table:table-row>" + one +
      "</table:table-row></table:table-row-group><table:table-row table:visibility='collapse'>" + one +
      "</table:table-row>");
  CHECK_FALSE(ods.isHidden(1, 1));
  CHECK(ods.isHidden(1, 3));
  for (const std::size_t row : {2, 3, 4, 5}) {
    CHECK(ods.isHiddenRow(row));
  }
  for (const char* state : {"hidden", "veryHidden"}) {
    ooxml::Parts parts = partsOf({.rows = ""});
    parts["xl/workbook.xml"] = "<workbook xmlns:r='r'><sheets><sheet name='S' state='" + std::string(state) +
                               "' r:id='rId1'/></sheets></workbook>";
    CHECK(opened(parts).isHidden(0));
  }
  CHECK_FALSE(opened(partsOf({.rows = ""})).isHidden(0));
  CHECK(opened(odsParts("", "table:style-name='ta2'")).isHidden(0));
  CHECK_FALSE(opened(odsParts("")).isHidden(0));
}
