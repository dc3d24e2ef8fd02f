#include "feed/extracts.hpp"
#include "feed/layout_reader.hpp"
#include "feed/published_text.hpp"
#include "ooxml/archive.hpp"

#include "base/digest.hpp"
#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

#include <map>

using namespace boardpack;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() : path_(base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-test-")) {}
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  fs::path put(const std::string& name, const std::string& bytes) const {
    base::writeFileWhole(path_ / name, bytes);
    return path_ / name;
  }

 private:
  fs::path path_;
};

using Rows = std::vector<std::vector<std::string>>;

/// A sheet whose cells are inline texts, or numbers where they look so; "" is no cell.
std::string sheetOf(const Rows& rows) {
  std::string xml = "<worksheet><sheetData>";
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::string number = std::to_string(row + 1);
    xml += "<row r='" + number + "'>";
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      const std::string& text = rows[row][column];
      const std::string at = std::string(1, static_cast<char>('A' + column)) + number;
      const bool is_number =
          !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos && text != "..";
      if (is_number) {
        xml += "<c r='" + at + "'><v>" + text + "</v></c>";
      } else if (!text.empty()) {
        xml += "<c r='" + at + "' t='inlineStr'><is><t xml:space='preserve'>" + text + "</t></is></c>";
      }
    }
    xml += "</row>";
  }
  return xml + "</sheetData></worksheet>";
}

std::string workbookOf(const std::vector<std::pair<std::string, Rows>>& sheets) {
  ooxml::Parts parts = {{"[Content_Types].xml", "<Types/>"}};
  std::string names;
  std::string relations;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = std::to_string(i + 1);
    names += "<sheet name='" + sheets[i].first + "' r:id='r" + id + "'/>";
    relations += "<Relationship Id='r" + id + "' Target='worksheets/s" + id + ".xml'/>";
    parts["xl/worksheets/s" + id + ".xml"] = sheetOf(sheets[i].second);
  }
  parts["xl/workbook.xml"] = "<workbook xmlns:r='r'><sheets>" + names + "</sheets></workbook>";
  parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations + "</Relationships>";
  return ooxml::archiveOf(parts, "t.xlsx");
}

sdk::Feed testFeed(const std::string& sheet = "Table 1") {
  sdk::Layout layout{
      .sheet = sheet,
      .begins = "Area Code",
      .titles = {"year ending"},
      .ends = "Source",
      .labels = {{.name = "code", .headings = {"Area Code"}}, {.name = "area", .headings = {"Area Name"}}},
      .rules = {{"kind", "code", "E92", "country"}, {"kind", "code", "E23", "force"}},
      .values = {{.headings = {"People (mid-{year})*"}, .says = {{"measure", "people"}}},
                 {.headings = {"Theft", "All theft"},
                  .says = {{"measure", "theft"}, {"method", "of mid-{base year}"}},
                  .base = "People (mid-{year})*"}},
      .ignored = {"Remarks"},
      .missing = {{"..", "not available"}, {"+", "withheld"}},
      .says = {{"source", "a test"}},
      .footnotes = true};
  sdk::Feed made{.name = "test",
                 .title = "Test tables",
                 .publisher = "",
                 .file_name = sheet.empty() ? "test*.csv" : "test*.xlsx",
                 .covers = sdk::Covers::Editions,
                 .header = {},
                 .routes = {},
                 .layouts = {layout}};
  for (const char* name : {"code", "area", "kind", "measure", "value", "printed", "not available", "base", "period end",
                           "year", "place", "method", "source", "published on"}) {
    made.header.push_back({name, true});
  }
  return made;
}

const Rows kTable = {{"Table 1: thefts, year ending June 20191,2"},
                     {},
                     {"Area Code", "Area Name", "People (mid-2018)3\n rounded to 100", "", "Theft4", "Remarks"},
                     {"", "", "Number", "", "Number", ""},
                     {"E92000001", "ENGLAND7", "55000", "", "5,500", "x"},
                     {"E23000023", "Cambridgeshire9", "850", "", "12.34567", ""},
                     {"E23000034", "City of London ", "..", "", "+", ""},
                     {"Source: somebody"},
                     {"1. Notes", "", "99"}};

using Record = std::map<std::string, std::string>;

std::string faultWord(base::RecordFault fault) { return std::to_string(static_cast<int>(fault)); }

std::vector<Record> read(const fs::path& path, const sdk::Feed& of) {
  std::vector<std::string> columns;
  for (const sdk::SourceColumn& column : of.header) {
    columns.push_back(column.name);
  }
  const auto source = feed::openExtract(path, of, columns);
  std::vector<Record> records;
  base::RecordBatch batch;
  while (source->next(batch)) {
    for (std::size_t row = 0; row < batch.size; ++row) {
      Record& record = records.emplace_back();
      for (std::size_t i = 0; i < columns.size(); ++i) {
        record[columns[i]] = std::string(batch.cells[i][row]);
        record["place of " + columns[i]] = std::string(batch.cell_places[i][row]);
      }
      record["place of all"] = std::string(batch.place[row]);
      record["number"] = std::to_string(batch.number[row]);
      record["fault"] = std::to_string(static_cast<int>(batch.fault[row]));
    }
  }
  CHECK(source->facts().rows_read == records.size());
  CHECK(source->facts().digest == base::digestOf(base::readFile(path)));
  return records;
}

std::string refusal(const Rows& rows, const std::string& name = "Table 1") {
  const Folder folder;
  try {
    read(folder.put("test.xlsx", workbookOf({{name, rows}})), testFeed());
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Data);
    return error.sentence();
  }
  return "";
}

Rows changed(std::size_t row, std::size_t column, const std::string& text) {
  Rows rows = kTable;
  rows.at(row - 1).resize(std::max(rows.at(row - 1).size(), column));
  rows.at(row - 1).at(column - 1) = text;
  return rows;
}

}  // namespace

TEST_CASE("texts of published tables as people see them") {
  const auto headingOf = [](const char* text) { return feed::headingOf(text, feed::GluedDigits::Notes); };
  const auto withoutFootnotes = [](const char* text) { return feed::withoutFootnotes(text, feed::GluedDigits::Notes); };
  CHECK(headingOf("Stalking\nand  harassment 5") == "stalking and harassment");
  CHECK(headingOf("Total recorded crime (excluding fraud3)") == "total recorded crime (excluding fraud)");
  CHECK(headingOf("Population figures\n (mid-2018)3  rounded to 100") ==
        "population figures (mid-2018)3 rounded to 100");
  CHECK(headingOf("Residential burglary (households) 6,7,9") == "residential burglary (households)");
  CHECK(headingOf("Homicide [note 1][note 2]") == "homicide");
  CHECK(withoutFootnotes("Greater Manchester7,8") == "Greater Manchester");
  CHECK(withoutFootnotes("North West 7, 8") == "North West");
  CHECK(withoutFootnotes("rounded to 100") == "rounded to 100");
  CHECK(withoutFootnotes("Mid-2018") == "Mid-2018");
  CHECK(feed::headingOf("Q1 [note 2]", feed::GluedDigits::Name) == "q1");
  CHECK(feed::withoutFootnotes("Team 4", feed::GluedDigits::Name) == "Team 4");
  CHECK(feed::fitPattern("Population figures (mid-{year})*", "population figures (mid-2018)3")->year == "2018");
  CHECK(feed::fitPattern("Apr '* to Mar '{yy}* | Number", "apr '07 to mar '083 | number")->short_year == "08");
  CHECK_FALSE(feed::fitPattern("Theft", "theft offences"));

  CHECK(feed::numberOf("170,002") == "170002");
  CHECK(feed::numberOf("-3.5") == "-3.5");
  for (const char* none :
       {"17,0002", "1,70", ",5", "5,", "..", "1,000,00", "1 000", "-", "5.", "1.2.3", "0,500", "12345,678", "+5"}) {
    INFO(none);
    CHECK_FALSE(feed::numberOf(none));
  }
  CHECK(feed::monthEndOf("30-12-2017") == "2017-12-31");
  CHECK(feed::monthEndOf("29/02/2016") == "2016-02-29");
  CHECK(feed::monthEndOf("2019-03-31T00:00:00") == "2019-03-31");
  CHECK_FALSE(feed::monthEndOf("31-02-2017"));
}

TEST_CASE("a title names one period, or it is not known which is meant") {
  struct Case {
    const char* title;
    std::optional<base::Month> month;
    std::optional<base::Month> other = std::nullopt;
  };
  const base::Month june18(2018, 6);
  const base::Month dec18(2018, 12);
  const base::Month dec19(2019, 12);
  const base::Month mar20(2020, 3);
  for (const Case& each : {
           Case{"… year ending December 20191,2", dec19},
           Case{"… year ending June 181,2", june18},
           Case{"year ending march 2017", base::Month(2017, 3)},
           Case{"year ending soon", std::nullopt},
           // As the tables of changes are headed, in both orders and with footnotes.
           Case{"year ending December 2018 compared with year ending December 20191,2", dec19},
           Case{"year ending September 2018 compared with year ending September 20171,2", base::Month(2018, 9)},
           Case{"rates, year ending December 2018 and year ending December 20191,2", dec19},
           Case{"year ending December 20181,2 to year ending December 2019", dec19},
           Case{"year ending December 2018 (compared with year ending December 2019)", dec19},
           Case{"year ending December 2019, year ending December 2019", dec19},
           Case{"offences (year ending December 2019)", dec19},
           // The next release.
           Case{"year ending December 2019 (next release: year ending March 2020)1,2", dec19},
           Case{"year ending December 2018 compared with year ending December 2019 (next release: year ending March "
                "2020)1,2",
                dec19},
           Case{"year ending December 2019. Next release: year ending March 2020", dec19},
           Case{"Next update year ending March 2020. Offences, year ending December 2019", dec19},
           Case{"Next release: year ending March 2020", std::nullopt},
           // Two periods.
           Case{"year ending December 2019 (year ending March 2020)", dec19, mar20},
           Case{"year ending December 2019, year ending March 2020 in part", dec19, mar20},
           Case{"year ending December 2019; revised: year ending December 2018", dec19, dec18},
       }) {
    INFO(each.title);
    const feed::TitlePeriod found = feed::periodOfTitle(each.title, {"year ending"});
    CHECK(found.month == each.month);
    CHECK(found.other == each.other);
  }
}

TEST_CASE("a sheet for people becomes a row a figure, with its place") {
  const Folder folder;
  const std::vector<Record> records =
      read(folder.put("test.xlsx", workbookOf({{"Notes", {{"nothing"}}}, {"Table 1  ", kTable}})), testFeed());
  REQUIRE(records.size() == 6);
  CHECK(records[0].at("measure") == "people");
  CHECK(records[0].at("year") == "2018");
  CHECK(records[0].at("value") == "55000");
  CHECK(records[1].at("area") == "ENGLAND");
  CHECK(records[1].at("kind") == "country");
  CHECK(records[1].at("value") == "5500");
  CHECK(records[1].at("base") == "55000");
  CHECK(records[1].at("method") == "of mid-2018");
  CHECK(records[1].at("period end") == "2019-06-30");
  CHECK(records[1].at("source") == "a test");
  CHECK(records[1].at("place") == "Table 1, cell E5");
  CHECK(records[1].at("number") == "5");
  CHECK(records[3].at("area") == "Cambridgeshire");
  CHECK(records[3].at("value") == "12.3457");
  CHECK(records[3].at("printed") == "12.34567");
  CHECK(records[1].at("printed") == "5500");
  CHECK(records[5].at("area") == "City of London");
  CHECK(records[5].at("value").empty());
  CHECK(records[5].at("not available") == "withheld");
  CHECK(records[5].at("base").empty());
}

TEST_CASE("a mark in a figure's place says why there is none") {
  const Folder folder;
  for (const auto& [mark, why] :
       {std::pair{"[c]", "withheld by the source as confidential"}, std::pair{"[z]", "not applicable in the source"},
        std::pair{"[low]", "so low that the source gives no figure"},
        std::pair{"[u]", "left out by the source, since it is of low reliability"},
        std::pair{"*", "the source has a mark in place of the figure"}, std::pair{"+", "withheld"},
        std::pair{"..", "not available"}}) {
    INFO(mark);
    const auto records = read(folder.put("test.xlsx", workbookOf({{"Table 1", changed(6, 5, mark)}})), testFeed());
    CHECK(records.at(3).at("value").empty());
    CHECK(records.at(3).at("printed").empty());
    CHECK(records.at(3).at("not available") == why);
  }
  // A number with a mark behind it: whether that is the figure cannot be known, so its row is rejected.
  const auto records = read(folder.put("test.xlsx", workbookOf({{"Table 1", changed(6, 5, "1.189R")}})), testFeed());
  CHECK(records.at(3).at("printed") == "1.189R");
  CHECK(records.at(3).at("not available").empty());
}

TEST_CASE("a figure that is none is handed on as it stands, for its row to be rejected") {
  const Folder folder;
  const auto records = read(folder.put("test.xlsx", workbookOf({{"Table 1", changed(6, 5, "about 12")}})), testFeed());
  CHECK(records.at(3).at("value") == "about 12");
  CHECK(records.at(3).at("not available").empty());
  CHECK(records.at(3).at("place") == "Table 1, cell E6");
}

TEST_CASE("a sheet that says something else than the feed knows is refused") {
  CHECK_THAT(refusal(kTable, "Table 2"),
             Catch::Contains("lacks the sheet 'Table 1' of Test tables") && Catch::Contains("Its sheets are Table 2"));
  CHECK_THAT(refusal(changed(3, 5, "Thefts")), Catch::Contains("lacks 'Theft' (is 'thefts' meant?)") &&
                                                   Catch::Contains("has 'thefts', which is not known"));
  CHECK_THAT(refusal(changed(3, 6, "Theft")), Catch::Contains("has 'theft' more than once"));
  CHECK_THAT(refusal(changed(3, 1, "Code")), Catch::Contains("has no heading 'Area Code' in the sheet 'Table 1'"));
  CHECK_THAT(refusal(changed(1, 1, "Table 1: thefts")), Catch::Contains("no title in the sheet 'Table 1'"));
  CHECK_THAT(refusal(changed(1, 1, "Table 1: thefts, year ending June 2019, year ending September 2019 in part")),
             Catch::Contains("names two periods above its headings in the sheet 'Table 1', to June 2019 and to "
                             "September 2019 (A1)"));
  CHECK_THAT(refusal(changed(2, 1, "year ending September 2019")),
             Catch::Contains("to September 2019 and to June 2019 (A2)"));
  CHECK_THAT(refusal(changed(8, 1, "The end")), Catch::Contains("has no row that begins with 'Source'"));
  CHECK_THAT(refusal(changed(6, 4, "7")), Catch::Contains("has a figure in Table 1, cell D6 below no heading"));
  Rows nameless = changed(6, 2, "");
  nameless[5][0] = "";
  CHECK_THAT(refusal(nameless), Catch::Contains("has a figure in Table 1, cell C6 in a row without a name"));
  CHECK_THAT(refusal(changed(3, 3, "People")), Catch::Contains("lacks 'People (mid-{year})*'"));
}

TEST_CASE("headings and names with digits are themselves where the layout has no footnotes") {
  sdk::Feed wide = testFeed();
  sdk::Layout& layout = wide.layouts.front();
  layout.footnotes = false;
  layout.titles.clear();
  layout.values = {{.headings = {"Q1"}, .says = {{"measure", "first"}}},
                   {.headings = {"Q2"}, .says = {{"measure", "second"}}}};
  const Folder folder;
  const std::vector<Record> records = read(folder.put("test.xlsx", workbookOf({{"Table 1",
                                                                                {{"Area Code", "Area Name", "Q1", "Q2"},
                                                                                 {"E23000023", "Team 4", "7", "8"},
                                                                                 {"E23000034", "Team 5", "9", "10"},
                                                                                 {"Source"}}}})),
                                           wide);
  REQUIRE(records.size() == 4);
  CHECK(records[0].at("area") == "Team 4");
  CHECK(records[1].at("measure") == "second");
  CHECK(records[1].at("value") == "8");
  CHECK(records[2].at("area") == "Team 5");
}

TEST_CASE("a cell says where it stands itself, not where the figure of its row does") {
  const Folder folder;
  const auto records = read(folder.put("test.xlsx", workbookOf({{"Table 1", kTable}})), testFeed());
  CHECK(records.at(3).at("place of all") == "Table 1, cell E6");
  CHECK(records.at(3).at("place of area") == "Table 1, cell B6");
  CHECK(records.at(3).at("place of code") == "Table 1, cell A6");
  CHECK(records.at(3).at("place of base") == "Table 1, cell C6");
  CHECK(records.at(3).at("place of value") == "Table 1, cell E6");
}

TEST_CASE("totals among the rows, errors, and cells that show something else are told for their rows") {
  const Folder folder;
  const auto faultsWith = [&](std::size_t row, std::size_t column, const std::string& text) {
    return read(folder.put("test.xlsx", workbookOf({{"Table 1", changed(row, column, text)}})), testFeed());
  };
  const auto total = faultsWith(6, 2, "TOTAL 3");
  CHECK(total.at(2).at("fault") == faultWord(base::RecordFault::Total));
  CHECK(total.at(3).at("fault") == faultWord(base::RecordFault::Total));
  CHECK(total.at(4).at("fault") == faultWord(base::RecordFault::None));
  const auto mistake = faultsWith(6, 2, "#REF!");
  CHECK(mistake.at(3).at("fault") == faultWord(base::RecordFault::UnclearCell));
  CHECK(mistake.at(3).at("place of all") == "Table 1, cell B6");
  const auto value = faultsWith(6, 5, "#DIV/0!");
  CHECK(value.at(2).at("fault") == faultWord(base::RecordFault::None));
  CHECK(value.at(3).at("fault") == faultWord(base::RecordFault::UnclearCell));
  CHECK(value.at(3).at("place of all") == "Table 1, cell E6");
}

TEST_CASE("what a workbook hides is not read") {
  const Folder folder;
  const auto toldOf = [&](const std::string& find, const std::string& put) {
    ooxml::Parts parts = ooxml::partsOf(workbookOf({{"Table 1", kTable}}), "t.xlsx");
    for (auto& [name, text] : parts) {
      if (const std::size_t at = text.find(find); at != std::string::npos) {
        text.replace(at, find.size(), put);
      }
    }
    try {
      read(folder.put("test.xlsx", ooxml::archiveOf(parts, "t.xlsx")), testFeed());
    } catch (const sdk::Error& error) {
      return error.sentence();
    }
    return std::string();
  };
  CHECK_THAT(toldOf("<row r='6'", "<row hidden='1' r='6'"),
             Catch::Contains("has the row 6 in the sheet 'Table 1', which is hidden by a filter or by hand"));
  CHECK(toldOf("<row r='2'", "<row hidden='1' r='2'").empty());
  CHECK(toldOf("<row r='9'", "<row hidden='1' r='9'").empty());
  CHECK_THAT(toldOf("<sheetData>", "<cols><col min='5' max='5' hidden='1'/></cols><sheetData>"),
             Catch::Contains("has the column 'theft' in the sheet 'Table 1', which is hidden"));
  CHECK(toldOf("<sheetData>", "<cols><col min='6' max='6' hidden='1'/></cols><sheetData>").empty());
  CHECK_THAT(toldOf("<sheet name='Table 1'", "<sheet state='hidden' name='Table 1'"),
             Catch::Contains("has the sheet 'Table 1', which is hidden"));
}

TEST_CASE("two sheets of one workbook tell of one period") {
  sdk::Feed two = testFeed();
  two.layouts.push_back(two.layouts.front());
  two.layouts.back().sheet = "Table 2";
  Rows other = kTable;
  other[0][0] = "Table 2: thefts, year ending September 2019";
  const Folder folder;
  CHECK_THROWS_WITH(read(folder.put("test.xlsx", workbookOf({{"Table 1", kTable}, {"Table 2", other}})), two),
                    Catch::Contains("tells of two periods: to June 2019 in the sheet 'Table 1' and to September 2019"));
  other[0][0] = kTable[0][0];
  CHECK(read(folder.put("test.xlsx", workbookOf({{"Table 1", kTable}, {"Table 2", other}})), two).size() == 12);
}

TEST_CASE("the same table saved as CSV") {
  const std::string csv =
      "\"Table 1: thefts, year ending June 2019\",,,\r\n"
      "\"Area\nCode\",Area Name,\"People (mid-2018)\",Theft\r\n"
      "E92000001,ENGLAND,\"55,000 \",\"5,500 \"\r\n"
      "E23000023,Cambridgeshire ,850,..\r\n"
      "E23000034,City,1\r\n"
      "Source: somebody,,,\r\n";
  const Folder folder;
  const std::vector<Record> records = read(folder.put("test.csv", csv), testFeed(""));
  REQUIRE(records.size() == 6);
  CHECK(records[1].at("value") == "5500");
  CHECK(records[1].at("place") == "cell D3");
  CHECK(records[3].at("not available") == "not available");
  CHECK(records[4].at("fault") == std::to_string(static_cast<int>(base::RecordFault::TooFewCells)));
  CHECK_THROWS_WITH(
      read(folder.put("test.csv", csv + "\"E23000001,A,1,2\nE23000002,B,3,4\",x,1,2\nSource,,,\n"), testFeed("")),
      Catch::Contains("has a record of several lines below its headings, record 7"));
}
