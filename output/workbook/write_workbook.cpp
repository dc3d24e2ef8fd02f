#include "workbook/write_workbook.hpp"

#include "base/stop.hpp"
#include "base/system.hpp"
#include "base/text.hpp"
#include "ooxml/archive.hpp"
#include "ooxml/properties.hpp"
#include "ooxml/workbook_parts.hpp"
#include "paper/supporting_tables.hpp"
#include "workbook/book.hpp"
#include "workbook/sheets.hpp"

#include <boardpack/sdk/error.hpp>

#include <optional>

namespace boardpack::workbook {
namespace {

constexpr double kCoverWidth = 72;
constexpr std::size_t kChartMonths = 36;
constexpr long kSecondsADay = 86400;
constexpr std::uint64_t kRoomForAWorkbook = 64ULL * 1024 * 1024;  // less is taken for the reason why one was cut

void writeCover(Book& book, const paper::Pack& pack) {
  lxw_worksheet* sheet = book.addSheet("Cover");
  worksheet_set_column(sheet, 0, 0, kCoverWidth, nullptr);
  setPage(sheet);
  lxw_row_t row = 0;
  for (const std::string& words : paper::coverLines(pack)) {
    writeWords(book, {sheet, "Cover", row, 0}, words, kCoverWidth, row == 0 ? Style::WrappedTitle : Style::Wrapped);
    ++row;
  }
  writeLink(book, {sheet, "Cover", row, 0}, "Contents", "A1", "Contents of this workbook");
}

/// The sheets behind the contents, in their order.
struct Listed {
  std::string sheet;
  std::string holds;
};

void writeContents(Book& book, lxw_worksheet* sheet, const std::vector<Listed>& sheets,
                   TableAlternatives& alternatives) {
  paper::Table table;
  table.id = "contents";
  table.title = "Contents";
  table.columns = {{"Sheet", false}, {"What it holds", false}};
  for (const Listed& listed : sheets) {
    table.rows.push_back({{.content = listed.sheet, .decimals = 0, .is_signed = false, .link_measure = {}},
                          {.content = listed.holds, .decimals = 0, .is_signed = false, .link_measure = {}}});
  }
  const MonthsPlace place = writeTable(book, sheet, "Contents", table, {}, alternatives);
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    writeLink(book, {sheet, "Contents", place.first_row + static_cast<lxw_row_t>(i), 0}, sheets[i].sheet, "A1",
              sheets[i].sheet);
  }
}

/// One measure as it will be written: worked out before the first sheet, since the scorecard links to its rows.
struct MeasureSheet {
  const series::Analysed* measure;
  paper::Table table;
};

std::vector<MeasureSheet> measureSheets(const paper::Pack& pack) {
  std::vector<MeasureSheet> sheets;
  for (const series::Analysed& measure : pack.measures) {
    sheets.push_back({&measure, paper::monthsTable(pack, measure)});
  }
  return sheets;
}

/// Rows of a table from A1: title, the line that counts tables, notes, header.
lxw_row_t rowOf(const paper::Table& table, std::size_t data_row) {
  return static_cast<lxw_row_t>(2 + table.notes.size() + 1 + data_row);
}

/// The scorecard with a last column that leads to the row each line comes from.
void writeScorecard(Book& book, lxw_worksheet* sheet, const paper::Pack& pack,
                    const std::vector<MeasureSheet>& measures, const SheetNames& names,
                    TableAlternatives& alternatives) {
  paper::Table table = paper::scorecard(pack, "");
  table.columns.push_back({"Where it comes from", false});
  for (std::vector<paper::TableCell>& row : table.rows) {
    row.push_back({.content = std::string("row of " + pack.month.longName()),
                   .decimals = 0,
                   .is_signed = false,
                   .link_measure = {}});
  }
  const MonthsPlace place = writeTable(book, sheet, "Scorecard", table, names, alternatives);
  const auto last = static_cast<lxw_col_t>(table.columns.size() - 1);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (const MeasureSheet& entry : measures) {
      const std::string& name = entry.measure->series.info.name;
      if (table.rows[r][0].link_measure == name && !entry.table.rows.empty()) {
        writeLink(book, {sheet, "Scorecard", place.first_row + static_cast<lxw_row_t>(r), last}, names.measure.at(name),
                  cellName(rowOf(entry.table, entry.table.rows.size() - 1), 0), "row of " + pack.month.longName());
      }
    }
  }
}

/// Parts the library cannot write: the language of the document, words for each table.
void finishParts(const std::filesystem::path& file, const paper::Pack& pack, const TableAlternatives& alternatives) {
  ooxml::CoreProperties properties;
  properties.title = "Performance figures, " + pack.force.name + ", " + pack.month.longName();
  properties.author = pack.force.name;
  properties.keywords = "police performance, " + pack.force.short_name + ", " + pack.month.longName();
  properties.date = (pack.month + 1).firstDay();
  std::map<std::string, ooxml::TableAlternative> by_name;
  for (const auto& [name, title] : alternatives) {
    by_name[name] = {title, title};
  }
  ooxml::rewriteParts(file, [&](ooxml::Parts& parts) {
    ooxml::setCoreProperties(parts, properties);
    ooxml::setTableAlternatives(parts, by_name);
  });
}

}  // namespace

std::string libraryVersion() { return lxw_version(); }

std::vector<ooxml::SheetRecord> writeWorkbook(const paper::Pack& pack, const std::filesystem::path& file,
                                              const std::filesystem::path& scratch) {
  Book book(file, scratch);
  TableAlternatives alternatives;
  const SheetNames names = sheetNames(pack);
  const std::vector<MeasureSheet> measures = measureSheets(pack);

  writeCover(book, pack);
  lxw_worksheet* contents = book.addSheet("Contents");
  lxw_worksheet* scorecard = book.addSheet("Scorecard");
  std::vector<Listed> listed = {{"Scorecard", "Every measure: latest month, 12 months, change and variation"}};

  writeScorecard(book, scorecard, pack, measures, names, alternatives);
  for (const MeasureSheet& entry : measures) {
    base::throwIfStopped();
    const series::MeasureInfo& info = entry.measure->series.info;
    const std::string& name = names.measure.at(info.name);
    const MonthsPlace place = writeTable(book, book.addSheet(name), name, entry.table, names, alternatives);
    listed.push_back({name, info.title + " by month"});
    const ChartRange range = chartRange(entry.table, place, kChartMonths);
    if (range.drawable) {
      writeChartSheet(book, pack, *entry.measure, entry.table, place, range, names);
      listed.push_back({names.chart.at(info.name), "Chart of " + info.title});
    }
  }
  for (const paper::SupportingTable& each : paper::supportingTables()) {
    const paper::Table table = each.make(pack);
    if (!table.rows.empty()) {
      writeTable(book, book.addSheet(each.name), each.name, table, names, alternatives);
      listed.push_back({each.name, table.title});
    }
  }
  writeContents(book, contents, listed, alternatives);

  book.setProperties("Performance figures", pack.force.name, "police performance",
                     base::daysSinceEpoch((pack.month + 1).firstDay()) * kSecondsADay);
  try {
    std::vector<ooxml::SheetRecord> records = book.close();
    finishParts(file, pack, alternatives);
    return records;
  } catch (const sdk::Error&) {
    // The library does not say why it could not write, and cuts its parts where the disk ends.
    if (const std::optional<std::string> reason = base::noRoomFor(file.parent_path(), kRoomForAWorkbook)) {
      throw sdk::Error(sdk::ErrorKind::Outside, *reason);
    }
    throw sdk::Error(sdk::ErrorKind::Outside,
                     "The workbook " + file.filename().string() +
                         " could not be written whole. Check that the disk of its folder is sound and run again.");
  }
}

}  // namespace boardpack::workbook
