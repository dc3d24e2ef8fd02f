#include "../ooxml/support.hpp"
#include "registers_support.hpp"

#include "base/system.hpp"

#include <sys/stat.h>
#include <catch2/catch.hpp>

#include <filesystem>

// What the tables that people keep say is what their sheet shows, or it is told; and no file of them hangs the program.

namespace boardpack::registers {
namespace {

namespace fs = std::filesystem;
using ooxml_tests::Xlsx;

std::string text(const std::string& value) { return "<c t='inlineStr'><is><t>" + value + "</t></is></c>"; }
std::string number(const std::string& digits, int style) {
  return "<c s='" + std::to_string(style) + "'><v>" + digits + "</v></c>";
}
std::string row(const std::vector<std::string>& cells, const std::string& attributes = "") {
  std::string all = "<row " + attributes + ">";
  for (const std::string& cell : cells) {
    all += cell;
  }
  return all + "</row>";
}
const std::string kHeader =
    row({text("measure"), text("month"), text("value"), text("entered_by"), text("entered_on")});

std::string figure(const std::string& value, const std::string& month = text("2025-11"),
                   const std::string& day = text("2025-12-11"), const std::string& attributes = "") {
  return row({text("calls_figure"), month, value, text("HoC"), day}, attributes);
}
std::string bookOf(Xlsx sheet) {
  sheet.rows = kHeader + sheet.rows;
  return ooxml::archiveOf(ooxml_tests::partsOf(sheet), "entered-figures.xlsx");
}
std::vector<std::string> told(const Xlsx& sheet) { return problemsOf({{"entered-figures.xlsx", bookOf(sheet)}}); }
std::string onlyOf(const Xlsx& sheet) { return problemOf("entered-figures.xlsx", bookOf(sheet)); }

std::string odsCell(const std::string& value) {
  return "<table:table-cell office:value-type='string'><text:p>" + value + "</text:p></table:table-cell>";
}
std::string odsBook(const std::string& value, const std::string& entered_by = odsCell("HoC"),
                    const std::string& row_attributes = "") {
  const std::string rows = "<table:table-row>" + odsCell("measure") + odsCell("month") + odsCell("value") +
                           odsCell("entered_by") + odsCell("entered_on") + "</table:table-row><table:table-row " +
                           row_attributes + ">" + odsCell("calls_figure") + odsCell("2025-11") + value + entered_by +
                           odsCell("2025-12-11") + "</table:table-row>";
  return ooxml::archiveOf(ooxml_tests::odsParts(rows), "entered-figures.ods");
}

struct Folder {
  fs::path path = base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-registers");
  ~Folder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("a cell of a time is no figure, in both kinds of workbook") {
  const std::vector<std::string> words =
      told({.rows = figure(number("1.5", 1)) + figure(number("0.372222222222222", 2), text("2025-10")),
            .formats = {"[h]:mm", "20"}});
  REQUIRE(words.size() == 2);
  CHECK_THAT(words[0],
             Catch::Contains("row 2, value: the cell shows a time, 36:00 (hours and minutes), and a time is no "
                             "number."));
  CHECK_THAT(words[1], Catch::Contains("row 3, value: the cell shows a time, 8:56"));
  CHECK_THAT(
      problemOf("entered-figures.ods",
                odsBook("<table:table-cell office:value-type='time' office:time-value='PT36H00M00S'><text:p>36:00"
                        "</text:p></table:table-cell>")),
      Catch::Contains("row 2, value: the cell shows a time, 36:00"));
}

TEST_CASE("a percentage is one whatever the part with the formats is called") {
  ooxml::Parts parts = ooxml_tests::partsOf({.rows = row({text("measure"), text("from"), text("value")}) +
                                                     row({text("answered"), text("2025-11"), number("0.9", 1)}),
                                             .formats = {"0%"}});
  parts["xl/styles2.xml"] = parts["xl/styles.xml"];
  parts.erase("xl/styles.xml");
  std::string& list = parts["xl/_rels/workbook.xml.rels"];
  list.replace(list.find("'styles.xml'"), 12, "'styles2.xml'");
  const Read read = readFiles({{"targets.xlsx", ooxml::archiveOf(parts, "targets.xlsx")}});
  CHECK(read.problems.empty());
  REQUIRE(read.registers.targets.size() == 1);
  CHECK(read.registers.targets[0].value == 90.0);
}

TEST_CASE("an error of a spreadsheet is told in columns of text too, in every kind of file") {
  for (const char* error : {"#N/A", "Err:510"}) {
    CHECK_THAT(problemOf("entered-figures.ods",
                         odsBook("<table:table-cell office:value-type='float' office:value='12'/>",
                                 "<table:table-cell table:formula='of:=NA()' office:value-type='string' "
                                 "office:string-value='' calcext:value-type='error'><text:p>" +
                                     std::string(error) + "</text:p></table:table-cell>")),
               Catch::Contains("row 2, entered_by: the cell holds '" + std::string(error) +
                               "', a mistake of the spreadsheet."));
    CHECK_THAT(problemOf("entered-figures.csv", "measure,month,value,entered_by,entered_on\ncalls_figure,2025-11,12," +
                                                    std::string(error) + ",2025-12-11\n"),
               Catch::Contains("row 2, entered_by: the cell holds '" + std::string(error)));
  }
}

TEST_CASE("texts that stand in an attribute alone are read") {
  const Read read =
      readFiles({{"entered-figures.ods",
                  odsBook("<table:table-cell office:value-type='float' office:value='12'/>",
                          "<table:table-cell office:value-type='string' office:string-value='Analyst'/>")}});
  CHECK(read.problems.empty());
  REQUIRE(read.registers.figures.size() == 1);
  CHECK(read.registers.figures[0].entered_by == "Analyst");
  CHECK(read.registers.figures[0].value == 12.0);
}

TEST_CASE("days of the strict kind of workbook") {
  const auto strict = [](const std::string& day) { return "<c t='d' s='1'><v>" + day + "</v></c>"; };
  const Read read = readFiles(
      {{"entered-figures.xlsx",
        bookOf({.rows = figure(number("12", 0), strict("2025-11-01T00:00:00.000"), strict("2025-12-11Z")) +
                        figure(number("13", 0), strict("2025-10-01T00:00:00Z"), strict("2025-12-11T00:00:00.000Z")),
                .formats = {"14"}})}});
  CHECK(read.problems.empty());
  REQUIRE(read.registers.figures.size() == 2);
  CHECK(read.registers.figures[0].month == base::Month(2025, 11));
  CHECK(read.registers.figures[0].entered_on == sdk::Date{2025, 12, 11});
  CHECK(read.registers.figures[1].month == base::Month(2025, 10));
}

TEST_CASE("commas stand between thousands only") {
  const auto csv = [](const std::string& value) {
    return "measure,month,value,entered_by,entered_on\ncalls_figure,2025-11,\"" + value + "\",HoC,2025-12-11\n";
  };
  for (const auto& [written, value] :
       {std::pair("1,234", 1234.0), {"12,345,678", 12345678.0}, {"-1,234.5", -1234.5}, {"999", 999.0}, {"0.5", 0.5}}) {
    INFO(written);
    const Read read = readFiles({{"entered-figures.csv", csv(written)}});
    REQUIRE(read.registers.figures.size() == 1);
    CHECK(read.registers.figures[0].value == value);
  }
  for (const char* written : {"0,500", "12345,678", "12,34", "1,2345", "1,,234", ",500", "1234,", "1.234,5", "00,500",
                              "-0,500", "1,234,56", "1.5,000"}) {
    INFO(written);
    CHECK_THAT(problemOf("entered-figures.csv", csv(written)),
               Catch::Contains("row 2, value: found '" + std::string(written) + "', expected a number"));
  }
}

TEST_CASE("a total, a hidden row or column, a masked number and a merged one are told") {
  const std::string weights = "name,group,value\nharm,Theft,2\n";
  for (const char* total : {"Total", "GRAND TOTAL", "Sub-total:", "total "}) {
    INFO(total);
    CHECK_THAT(problemOf("weights.csv", weights + "harm," + total + ",2\n"),
               Catch::Contains("row 3, group: found '") && Catch::Contains("a total of other rows"));
  }
  CHECK(problemsOf({{"weights.csv", weights + "harm,Total loss,2\n"}}).empty());
  CHECK(problemsOf({{"events.csv", "day,kind,title,words\n2019-06-14,other,Total,Total\n"}}).empty());

  CHECK_THAT(onlyOf({.rows = figure(number("5", 0), text("2025-11"), text("2025-12-11"), "hidden='1'")}),
             Catch::Contains("row 2, measure: the cell A2 holds something and is hidden, by a filter or by hand"));
  CHECK_THAT(
      problemsOf({{"entered-figures.ods", odsBook("<table:table-cell office:value-type='float' office:value='5'/>",
                                                  odsCell("HoC"), "table:visibility='filter'")}})
          .at(0),
      Catch::Contains("is hidden, by a filter or by hand"));
  CHECK_THAT(onlyOf({.rows = figure(number("5", 0)), .before = "<cols><col min='3' max='3' hidden='1'/></cols>"}),
             Catch::Contains("row 2, value: the cell C2 holds something and is hidden"));
  CHECK(told({.rows = figure(number("5", 0)), .before = "<cols><col min='6' max='9' hidden='1'/></cols>"}).empty());
  CHECK_THAT(onlyOf({.rows = figure(number("12345", 1)), .formats = {"0,"}}),
             Catch::Contains("row 2, value: the cell cannot be taken: its format shows it in thousands or more."));
  CHECK_THAT(onlyOf({.rows = figure(number("5", 0)) + figure("<c/>", text("2025-10")),
                     .after = "<mergeCells><mergeCell ref='C2:C3'/></mergeCells>"}),
             Catch::Contains("row 3, value: the cell is part of merged cells, and their number would count once for "
                             "each"));
  CHECK_THAT(onlyOf({.rows = figure(number("5", 0)) + figure(number("6", 0), text("2025-10")),
                     .after = "<mergeCells><mergeCell ref='C2:C3'/></mergeCells>"}),
             Catch::Contains("row 3, value: the cell cannot be taken: it lies under the merged cell C2"));
}

TEST_CASE("a sheet that is hidden, and two of one name") {
  ooxml::Parts parts = ooxml_tests::partsOf({.rows = kHeader + figure(number("5", 0))});
  std::string& book = parts["xl/workbook.xml"];
  book = "<workbook xmlns:r='r'><sheets><sheet name='Entered figures' state='hidden' r:id='rId1'/></sheets></workbook>";
  CHECK_THAT(problemOf("registers.xlsx", ooxml::archiveOf(parts, "registers.xlsx")),
             Catch::Contains("registers.xlsx, sheet 'Entered figures': the sheet is hidden"));
  parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet1.xml"];
  parts["xl/_rels/workbook.xml.rels"] =
      "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' "
      "Target='worksheets/sheet2.xml'/></Relationships>";
  book =
      "<workbook xmlns:r='r'><sheets><sheet name='Entered figures' r:id='rId1'/><sheet name='entered-figures' "
      "r:id='rId2'/></sheets></workbook>";
  CHECK_THAT(problemOf("registers.xlsx", ooxml::archiveOf(parts, "registers.xlsx")),
             Catch::Contains("stand in more than one place"));
}

TEST_CASE("files that are no tables end at once, in the words of who keeps them") {
  CHECK(problemOf("events.csv", "") ==
        "events.csv: the file is empty: it has not even a header line. Open it in the program that you keep it with, "
        "mend that, and save it again. Nothing of it was read.");
  CHECK_THAT(problemOf("events.csv", "day,kind,titles,words\n"),
             Catch::Contains("events.csv: the file has a header that does not fit") &&
                 Catch::Contains("Give the columns the names that scripts/registers.md lists"));
  const Folder folder;
  const auto toldOf = [&](const std::string& name) {
    const Read read = readRegisters(folder.path, keptForce());
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].place == name);
    fs::remove_all(folder.path / name);
    return read.problems[0].sentence;
  };
  for (const char* name : {"events.csv", "events.xlsx", "registers.ods"}) {
    INFO(name);
    REQUIRE(::mkfifo((folder.path / name).c_str(), 0600) == 0);
    CHECK_THAT(toldOf(name), Catch::Contains("is a pipe, not a file"));
    fs::create_symlink("/dev/zero", folder.path / name);
    CHECK_THAT(toldOf(name), Catch::Contains("is a device, not a file"));
    fs::create_directory(folder.path / name);
    CHECK_THAT(toldOf(name), Catch::Contains("is a folder, not a file"));
  }
  std::string many = "day,kind,title,words\n";
  many.append(200'000, '\n');
  base::writeFileWhole(folder.path / "events.csv", many);
  CHECK_THAT(toldOf("events.csv"), Catch::Contains("has more than 100,000 blank lines"));
  base::writeFileWhole(folder.path / "events.csv", "day,kind,title,words\n");
  fs::resize_file(folder.path / "events.csv", std::uintmax_t{40} << 20);
  CHECK_FALSE(toldOf("events.csv").empty());
  base::writeFileWhole(folder.path / "events.xlsx", "PK");
  fs::resize_file(folder.path / "events.xlsx", std::uintmax_t{33} << 20);
  CHECK_THAT(toldOf("events.xlsx"), Catch::Contains("has more than 32 MB"));
  // A link to a file is one.
  base::writeFileWhole(folder.path / "notes.txt", "day,kind,title,words\n2019-06-14,other,A,B\n");
  fs::create_symlink("notes.txt", folder.path / "events.csv");
  CHECK(readRegisters(folder.path, keptForce()).registers.events.size() == 1);
}

}  // namespace boardpack::registers
