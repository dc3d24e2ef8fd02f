#include "registers/register_table.hpp"

#include "base/records.hpp"
#include "base/text.hpp"
#include "feed/csv_reader.hpp"
#include "feed/refusal.hpp"
#include "registers/register_problems.hpp"
#include "registers/sheet_rows.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>

namespace boardpack::registers {
namespace {

/// People keep these by hand: more rows than this are another kind of file.
constexpr std::size_t kMostRows = 100'000;

bool isBlank(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
}

void take(const base::RecordBatch& batch, Table& table, Read& read) {
  for (std::size_t i = 0; i < batch.size; ++i) {
    if (batch.fault[i] != base::RecordFault::None) {
      const bool too_few = batch.fault[i] == base::RecordFault::TooFewCells;
      read.problems.push_back({table.file + ", row " + std::to_string(batch.number[i]), "",
                               std::string("the row has too ") + (too_few ? "few" : "many") +
                                   " cells for the header. A text with a comma must stand in double quotes."});
      continue;
    }
    std::vector<std::string> cells;
    for (const std::vector<std::string_view>& column : batch.cells) {
      cells.emplace_back(column[i]);
    }
    if (!isBlank(cells)) {
      table.numbers.push_back(batch.number[i]);
      table.cells.push_back(std::move(cells));
    }
  }
}

void takeCsv(const std::filesystem::path& path, const Form& form, Table& table, Read& read) {
  feed::Limits limits;
  limits.inflated_bytes = limits.text_bytes = kMostBytes;
  limits.blank_lines = kMostRows;
  const std::unique_ptr<base::RecordSource> source = feed::openCsv(path, feedOf(form), table.columns, limits);
  base::RecordBatch batch;
  while (table.cells.size() <= kMostRows && source->next(batch)) {
    take(batch, table, read);
  }
}

/// In the words of who keeps the file: nobody exports it.
std::string sentenceOf(const feed::Refusal& refusal) {
  const bool is_header = refusal.found().find("has a header") == 0;
  return "the file " + refusal.found() + ". " +
         (is_header ? "Give the columns the names that scripts/registers.md lists; their order does not matter."
                    : "Open it in the program that you keep it with, mend that, and save it again. Nothing of it was "
                      "read.");
}

/// A row whose cells are an error of the program that wrote the file, or that adds up others.
bool tellUnfitRow(const Table& table, std::size_t row, const Form& form, Read& read) {
  const std::string place = table.file + ", row " + std::to_string(table.numbers[row]);
  bool is_fit = true;
  for (std::size_t column = 0; column < form.columns.size(); ++column) {
    const std::string& text = table.cells[row][column];
    if (base::isSheetError(text)) {
      read.problems.push_back({place, form.columns[column].name, sheetErrorWords(text)});
      is_fit = false;
    } else if (!form.columns[column].is_prose && base::isTotalWord(text)) {
      read.problems.push_back(
          {place, form.columns[column].name,
           "found '" + base::printable(text) + "': a total of other rows would count them twice. Take the row out."});
      is_fit = false;
    }
  }
  return !is_fit;
}

void leaveOutUnfitRows(const Form& form, Table& table, Read& read) {
  std::size_t kept = 0;
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    if (tellUnfitRow(table, row, form, read)) {
      continue;
    }
    if (kept != row) {
      table.numbers[kept] = table.numbers[row];
      table.cells[kept] = std::move(table.cells[row]);
    }
    ++kept;
  }
  table.numbers.resize(kept);
  table.cells.resize(kept);
}

std::string wordsOf(const std::vector<Source>& sources) {
  std::vector<std::string> words;
  for (const Source& source : sources) {
    words.push_back(source.words());
  }
  return base::join(words, "; ");
}

}  // namespace

Table readTable(const Source& source, const Form& form, Read& read) {
  Table table;
  table.file = source.words();
  table.is_sheet = source.workbook != nullptr;
  for (const Form::Column& column : form.columns) {
    table.columns.push_back(column.name);
  }
  try {
    if (source.workbook) {
      takeSheet(source.workbook->read(source.sheet), form, table, read);
    } else {
      takeCsv(source.path, form, table, read);
    }
    if (table.cells.size() > kMostRows) {
      throw sdk::Error(sdk::ErrorKind::Data, "The table has more than 100,000 rows, which nobody keeps by hand.");
    }
    if (!form.is_own) {
      leaveOutUnfitRows(form, table, read);
    }
  } catch (const feed::Refusal& refusal) {
    read.problems.push_back({table.file, "", sentenceOf(refusal)});
    table.numbers.clear();
    table.cells.clear();
  } catch (const sdk::Error& error) {
    if (error.kind() == sdk::ErrorKind::Outside) {
      throw;
    }
    read.problems.push_back({table.file, "", error.sentence()});
    table.numbers.clear();
    table.cells.clear();
  }
  read.files.push_back({source.path, source.file, table.file, form.holds, 0});
  return table;
}

Table readTable(const Folder& folder, const Form& form, Read& read) {
  const std::vector<Source> sources = folder.sourcesOf(form.name);
  if (sources.size() == 1) {
    return readTable(sources.front(), form, read);
  }
  if (!sources.empty()) {
    read.problems.push_back(
        {wordsOf(sources), "",
         "the " + form.holds + " stand in more than one place, and which of them counts cannot be known. Keep one."});
  }
  Table none;
  for (const Form::Column& column : form.columns) {
    none.columns.push_back(column.name);
  }
  return none;
}

}  // namespace boardpack::registers
