#include "ooxml/archive.hpp"
#include "registers_support.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

/// Cells as an xlsx file has them. The formats are 0 none, 1 a date, 2 a percentage, 3 a date as 01 Jun 2019.
std::string text(const std::string& value) { return "<c t='inlineStr'><is><t>" + value + "</t></is></c>"; }
std::string number(const std::string& digits, int format = 0) {
  return "<c s='" + std::to_string(format) + "'><v>" + digits + "</v></c>";
}
const std::string kBlank = "<c/>";

using Row = std::vector<std::string>;
struct Sheet {
  std::string name;
  std::vector<Row> rows;
};

std::string xlsx(const std::vector<Sheet>& sheets) {
  ooxml::Parts parts = {{"[Content_Types].xml", "<Types/>"},
                        {"xl/styles.xml",
                         "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd\\ mmm\\ yyyy'/></numFmts><cellXfs>"
                         "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='9'/><xf numFmtId='164'/></cellXfs>"
                         "</styleSheet>"}};
  std::string list;
  std::string relations;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = std::to_string(i + 1);
    list += "<sheet name=\"" + sheets[i].name + "\" sheetId='" + id + "' r:id='rId" + id + "'/>";
    relations += "<Relationship Id='rId" + id + "' Target='worksheets/sheet" + id + ".xml'/>";
    std::string rows;
    for (const Row& row : sheets[i].rows) {
      rows += "<row>";
      for (const std::string& cell : row) {
        rows += cell;
      }
      rows += "</row>";
    }
    parts["xl/worksheets/sheet" + id + ".xml"] = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  }
  parts["xl/workbook.xml"] = "<workbook xmlns:r='r'><sheets>" + list + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations + "</Relationships>";
  return ooxml::archiveOf(parts, "made.xlsx");
}

Row texts(const std::vector<std::string>& values) {
  Row row;
  for (const std::string& value : values) {
    row.push_back(value.empty() ? kBlank : text(value));
  }
  return row;
}

const Row kFigures = texts({"measure", "month", "value", "entered_by", "entered_on"});
const Row kEvents = texts({"day", "kind", "title", "words"});
const Row kEvent = {number("43630", 1), text("other"), text("A"), text("B")};
const std::string kEventsCsv = "day,kind,title,words\n2019-06-14,other,A,B\n";

std::string problemOfFigure(const Row& row) {
  return problemOf("entered-figures.xlsx", xlsx({{"Sheet1", {kFigures, row}}}));
}

TEST_CASE("a workbook's first sheet is read as the CSV file would be: dates and numbers as people see them") {
  // 43630 is 14 June 2019 and 43617 the first of that month, by Excel's own count of days.
  const Read read = readFiles(
      {{"events.xlsx", xlsx({{"Sheet1", {texts({}), kEvents, kEvent, {}, texts({"2019-06-15", "operation", "C", "D"})}},
                             {"Notes", {texts({"Ask Jo before you change this"})}},
                             {"Sheet3", {}}})},
       {"targets.xlsx", xlsx({{"T",
                               {texts({"value", "from", "measure"}),
                                {number("0.07", 2), number("43617", 3), text("answered")},
                                {number("12.300000000000001"), text("2019-07"), text("recorded_crime")}}}})},
       {"entered-figures.xlsx",
        xlsx({{"F",
               {kFigures,
                {text("calls_figure"), number("43617", 1), number("4.8E3"), text("HoC"), number("43649", 1)}}}})}});
  for (const Problem& problem : read.problems) {
    FAIL_CHECK(problemWords(problem));
  }
  REQUIRE(read.registers.events.size() == 2);
  CHECK(read.registers.events[0].day == sdk::Date{2019, 6, 14});
  CHECK(read.registers.events[0].place == "events.xlsx, sheet 'Sheet1', row 3");
  CHECK(read.registers.events[1].day == sdk::Date{2019, 6, 15});
  REQUIRE(read.registers.targets.size() == 2);
  CHECK(read.registers.targets[0].measure == "answered");
  CHECK(read.registers.targets[0].from == base::Month(2019, 6));
  CHECK(read.registers.targets[0].value == 7.0);
  CHECK(read.in_per_cent.contains("targets.xlsx, sheet 'T', row 2"));
  CHECK(read.registers.targets[1].value == 12.3);
  REQUIRE(read.registers.figures.size() == 1);
  CHECK(read.registers.figures[0].month == base::Month(2019, 6));
  CHECK(read.registers.figures[0].value == 4800.0);
  REQUIRE(read.files.size() == 3);
  CHECK(read.files[0].name == "events.xlsx");
  CHECK(read.files[0].entries == 2);
}

TEST_CASE("one workbook may hold every table, a sheet each, named for it") {
  const Read read =
      readFiles({{"registers.xlsx", xlsx({{"Peer groups", {texts({"group", "force"}), texts({"MSG", "Gwent"})}},
                                          {"events", {kEvents, kEvent}},
                                          {"Read me", {texts({"For people"})}}})}});
  CHECK(read.problems.empty());
  CHECK(read.registers.events.size() == 1);
  CHECK(read.registers.peers.size() == 1);
  REQUIRE(read.files.size() == 2);
  CHECK(read.files[0].name == "registers.xlsx");
  CHECK(read.files[0].place == "registers.xlsx, sheet 'events'");
  CHECK(read.files[1].place == "registers.xlsx, sheet 'Peer groups'");
}

TEST_CASE("a table in two places is refused with both named") {
  const std::string words =
      problemsOf({{"events.csv", kEventsCsv}, {"events.xlsx", xlsx({{"S", {kEvents, kEvent}}})}})[0];
  CHECK(
      words ==
      "events.csv; events.xlsx, sheet 'S': the events stand in more than one place, and which of them counts cannot be "
      "known. Keep one.");
  CHECK(problemsOf({{"events.csv", kEventsCsv}, {"registers.xlsx", xlsx({{"Events", {kEvents, kEvent}}})}})[0].find(
            "events.csv; registers.xlsx, sheet 'Events': ") == 0);
}

TEST_CASE("mistakes in a workbook are told with sheet, row and column") {
  const auto figure = [](const std::string& month, const std::string& value) {
    return problemOfFigure({text("calls_figure"), month, value, text("HoC"), text("2019-07-02")});
  };
  CHECK(
      figure(number("43646", 1), number("5")) ==
      "entered-figures.xlsx, sheet 'Sheet1', row 2, month: found '2019-06-30', expected a month as 2019-06 (or a cell "
      "with the month's first day as a date).");
  CHECK(figure(text("2019-06"), number("43586", 1)).find("row 2, value: found '2019-05-01', expected a number") !=
        std::string::npos);
  CHECK(figure(text("2019-06"), "<c t='e'><v>#DIV/0!</v></c>")
            .find("row 2, value: the cell holds '#DIV/0!', a mistake of the spreadsheet.") != std::string::npos);
  CHECK(figure(text("2019-06"), "<c><f>SUM(A1)</f></c>").find("value: the cell holds 'a formula without its result'") !=
        std::string::npos);
  CHECK(problemOfFigure({text("calls_figure"), text("2019-06"), number("5"), text("HoC"), text("14/06/2019")})
            .find("row 2, entered_on: found '14/06/2019', expected a day as 2019-06-14 (or a cell with a date).") !=
        std::string::npos);
  CHECK(problemOfFigure(
            {text("calls_figure"), text("2019-06"), number("5"), text("HoC"), text("2019-07-02"), text("stray")})
            .find("row 2: the cell F2 stands below no column name") != std::string::npos);
  CHECK(
      problemOfFigure({text("calls_figure"), text("2019-06"), number("5"),
                       "<c t='inlineStr'><is><r><t>HoC</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r>"
                       "</is></c>",
                       text("2019-07-02")})
          .find("entered_by: the cell has '2' in raised letters") != std::string::npos);
}

TEST_CASE("workbooks that are not sound as a whole are told, and the other tables are read all the same") {
  CHECK(
      problemOf("events.xlsx", xlsx({{"S", {texts({"day", "kind", "titles", "words"}), kEvent}}}))
          .find(
              "events.xlsx, sheet 'S': The sheet has a header that does not fit the table of events: it lacks 'title' "
              "(is 'titles' meant?)") == 0);
  CHECK(problemOf("events.xlsx", xlsx({{"S", {}}})).find("events.xlsx, sheet 'S': The sheet is blank") == 0);
  CHECK(problemOf("events.xlsx", "no archive").find("events.xlsx: ") == 0);
  CHECK(problemOf("events.xlsx", xlsx({{"A", {kEvents, kEvent}}, {"B", {kEvents, kEvent}}}))
            .find("events.xlsx, sheet 'B': only the first sheet of events.xlsx is read") == 0);
  CHECK(problemOf("registers.xlsx", xlsx({{"Event", {kEvents, kEvent}}}))
            .find("registers.xlsx, sheet 'Event': no table has this name, so nothing of it is read. Did you mean "
                  "'events'?") == 0);
  CHECK(problemOf("event.xlsx", "x").find("Did you mean 'events.xlsx'?") != std::string::npos);
}

TEST_CASE("an ods workbook is read too") {
  const auto cell = [](const std::string& value) {
    return "<table:table-cell office:value-type='string'><text:p>" + value + "</text:p></table:table-cell>";
  };
  const std::string rows = "<table:table-row>" + cell("measure") + cell("from") + cell("value") +
                           "</table:table-row><table:table-row>" + cell("answered") +
                           "<table:table-cell office:value-type='date' office:date-value='2019-06-01T00:00:00'/>"
                           "<table:table-cell office:value-type='percentage' office:value='0.9'/></table:table-row>";
  const Read read =
      readFiles({{"targets.ods", ooxml::archiveOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                                   {"content.xml",
                                                    "<office:document-content><office:body><office:spreadsheet>"
                                                    "<table:table table:name='Sheet1'>" +
                                                        rows +
                                                        "</table:table></office:spreadsheet></office:body>"
                                                        "</office:document-content>"}},
                                                  "targets.ods")}});
  CHECK(read.problems.empty());
  REQUIRE(read.registers.targets.size() == 1);
  CHECK(read.registers.targets[0].from == base::Month(2019, 6));
  CHECK(read.registers.targets[0].value == 90.0);
}

}  // namespace
}  // namespace boardpack::registers
