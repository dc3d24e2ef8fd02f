#include "feed/csv_reader.hpp"

#include "base/text.hpp"
#include "feed/csv_header.hpp"
#include "feed/extracts.hpp"
#include "feed/record_splitter.hpp"
#include "feed/refusal.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace boardpack::feed {
namespace {

constexpr std::size_t kHeaderBlockBytes = std::size_t{1} << 14;
constexpr std::string_view kUseNames =
    "Give the columns the names that the feed knows, in any order; where the export has changed for good, the feed in "
    "the force's plugin has to know the new names. None of its rows were taken.";

constexpr std::string_view kQuoteNotClosed =
    "A quote in it is probably never closed, which would hide rows: mend the file or export it again; none of its rows "
    "were taken.";
/// In a table of fewer columns a cell of several lines may well have so many commas of its own.
constexpr std::size_t kLeastCellsToTell = 4;

/// Puts one quote for two, in place, and gives the new end.
char* undouble(char* begin, char* end) {
  char* to = begin;
  for (char* from = begin; from != end; ++from) {
    *to++ = *from;
    if (*from == '"') {
      ++from;
    }
  }
  return to;
}

std::string_view trimmed(const char* begin, const char* end) {
  const std::string_view text(begin, static_cast<std::size_t>(end - begin));
  // Nearly no cell has blanks at its ends: the comparison is what it costs.
  if (!text.empty() && (text.front() <= ' ' || text.back() <= ' ')) {
    return base::trim(text);
  }
  return text;
}

/// A cell of several lines is one line in every output.
void flatten(std::string_view cell) {
  // The splitter's own block, which may be written to.
  char* const text = const_cast<char*>(cell.data());  // NOLINT
  std::replace_if(
      text, text + cell.size(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
}

/// Takes the names of a header.
struct HeaderSink {
  std::vector<std::string> names;

  void cell(std::size_t index, const char* begin, const char* end, bool doubled) {
    std::string text(begin, end);
    if (doubled) {
      text.resize(static_cast<std::size_t>(undouble(text.data(), text.data() + text.size()) - text.data()));
    }
    names.resize(index);
    names.emplace_back(base::trim(text));
  }
};

/// Takes the cells that are wanted into the columns of a batch.
struct RowSink {
  struct Doubled {
    std::string_view* cell;
    char* begin;
    char* end;
  };
  std::vector<std::string_view*> columns;  ///< [cell of the file]: first cell of a batch's column, or nullptr
  std::size_t row = 0;
  std::vector<Doubled> doubled;  ///< of this record: put right when the record is known to be whole

  void cell(std::size_t index, char* begin, char* end, bool has_doubled) {
    if (index >= columns.size() || columns[index] == nullptr) {
      return;
    }
    columns[index][row] = trimmed(begin, end);
    if (has_doubled) {
      doubled.push_back({columns[index] + row, begin, end});
    }
  }
  void undoubleAll() {
    for (const Doubled& cell : doubled) {
      *cell.cell = trimmed(cell.begin, undouble(cell.begin, cell.end));
    }
    doubled.clear();
  }
  void flattenAll() {
    for (const std::string_view* column : columns) {
      if (column != nullptr) {
        flatten(column[row]);
      }
    }
  }
};

/// The line that tells spreadsheets what separates the columns ("sep=,"): what stands in it; nothing when it is none.
std::optional<std::string> separatorTold(const std::vector<std::string>& names) {
  constexpr std::string_view kWord = "sep=";
  const bool is_alone = std::all_of(names.begin() + 1, names.end(), [](const auto& name) { return name.empty(); });
  if (!is_alone || !base::lower(names.front()).starts_with(kWord)) {
    return std::nullopt;
  }
  const std::string told = names.front().substr(kWord.size());
  return told.empty() && names.size() > 1 ? "," : told;
}

std::vector<std::string> readRecord(RecordSplitter& splitter) {
  HeaderSink sink;
  for (;;) {
    const RecordSplitter::Step step = splitter.step(sink);
    if (step == RecordSplitter::Step::Record) {
      return sink.names;
    }
    if (step == RecordSplitter::Step::NeedMore) {
      sink.names.clear();
      if (!splitter.fill()) {
        return {};
      }
    }
  }
}

std::vector<std::string> readHeader(RecordSplitter& splitter, const sdk::Feed& feed) {
  if (!splitter.fill()) {
    throw refusal(splitter.path(), "is empty: it has not even a header line",
                  "Fetch or export it again; a month without rows still has a header.");
  }
  std::vector<std::string> names = readRecord(splitter);
  if (names.empty()) {
    throw refusal(splitter.path(), "has only blank lines", kFetchAgain);
  }
  if (const auto separator = separatorTold(names)) {
    if (*separator != ",") {
      throw refusal(splitter.path(),
                    "begins with the line 'sep=" + base::printable(*separator) +
                        "', which says that something else than commas separates its columns",
                    "Save it as CSV with commas; none of its rows were taken.");
    }
    splitter.leaveOutFirst();
    names = readRecord(splitter);
    if (names.empty()) {
      throw refusal(splitter.path(), "has nothing after the line 'sep=,': not even a header line",
                    "Fetch or export it again; a month without rows still has a header.");
    }
  }
  if (const auto misfit = headerMisfit(names, feed)) {
    throw refusal(splitter.path(), *misfit, kUseNames);
  }
  return names;
}

class CsvReader : public base::RecordSource {
 public:
  CsvReader(const std::filesystem::path& path, const sdk::Feed& feed, const std::vector<std::string>& columns,
            const Limits& limits)
      : limits_(limits), splitter_(path, limits) {
    const std::vector<std::string> names = readHeader(splitter_, feed);
    cells_ = names.size();
    sink_.columns.resize(cells_);
    for (const std::string& column : columns) {
      bindColumn(column, names, feed);
    }
  }

  bool next(base::RecordBatch& batch) override;
  base::ExtractFacts facts() const override { return facts_; }

 private:
  void bindColumn(const std::string& column, const std::vector<std::string>& names, const sdk::Feed& feed);
  void prepare(base::RecordBatch& batch);
  void refuseHiddenRows() const;
  void take(base::RecordBatch& batch);
  void finish(base::RecordBatch& batch);
  bool readOn();

  Limits limits_;
  RecordSplitter splitter_;
  RowSink sink_;
  std::size_t cells_ = 0;             ///< of the header
  std::vector<std::size_t> cell_of_;  ///< [column asked for]: cell of the file, or cells_ when it has none
  std::uint64_t rows_read_ = 0;
  base::ExtractFacts facts_;
  bool ended_ = false;
  bool facts_taken_ = false;
};

void CsvReader::bindColumn(const std::string& column, const std::vector<std::string>& names, const sdk::Feed& feed) {
  const bool known = std::any_of(feed.header.begin(), feed.header.end(),
                                 [&](const sdk::SourceColumn& source) { return source.name == column; });
  if (!known) {
    throw std::logic_error("the feed has no column of that name");
  }
  cell_of_.push_back(static_cast<std::size_t>(std::find(names.begin(), names.end(), column) - names.begin()));
}

void CsvReader::prepare(base::RecordBatch& batch) {
  batch.number.resize(limits_.batch_records);
  batch.fault.resize(limits_.batch_records);
  batch.cells.resize(cell_of_.size());
  std::fill(sink_.columns.begin(), sink_.columns.end(), nullptr);
  for (std::size_t i = 0; i < cell_of_.size(); ++i) {
    batch.cells[i].resize(limits_.batch_records);
    if (cell_of_[i] < cells_) {
      sink_.columns[cell_of_[i]] = batch.cells[i].data();
    }
  }
  batch.size = 0;
}

/// A quote that is never closed hides rows until the next one. What then looks like a record runs over several lines,
/// and has too few or too many cells, or a cell with as many commas as the rows in it would have.
void CsvReader::refuseHiddenRows() const {
  const std::uint64_t lines = splitter_.lines();
  if (splitter_.cells() != cells_) {
    throw refusal(splitter_.path(),
                  "has a record of " + std::to_string(lines) + " lines, " + splitter_.where() + ", with " +
                      base::countOf(static_cast<std::int64_t>(splitter_.cells()), "cell", "cells") +
                      " where the header has " + std::to_string(cells_),
                  kQuoteNotClosed);
  }
  if (cells_ >= kLeastCellsToTell && splitter_.commasInBrokenCells() >= (lines - 1) * (cells_ - 1)) {
    throw refusal(splitter_.path(),
                  "has a cell in " + splitter_.where() + " that runs over " + std::to_string(lines) +
                      " lines and holds what looks like rows",
                  kQuoteNotClosed);
  }
}

void CsvReader::take(base::RecordBatch& batch) {
  const std::size_t row = batch.size;
  const std::size_t cells = splitter_.cells();
  if (splitter_.lines() > 1) {
    refuseHiddenRows();
  }
  sink_.undoubleAll();
  if (splitter_.mayHaveBreaks() && cells == cells_) {
    sink_.flattenAll();
  }
  batch.number[row] = splitter_.number();
  batch.fault[row] = cells == cells_  ? base::RecordFault::None
                     : cells < cells_ ? base::RecordFault::TooFewCells
                                      : base::RecordFault::TooManyCells;
  if (cells != cells_) {
    for (std::string_view* column : sink_.columns) {
      if (column != nullptr) {
        column[row] = {};
      }
    }
  }
  ++batch.size;
}

void CsvReader::finish(base::RecordBatch& batch) {
  batch.number.resize(batch.size);
  batch.fault.resize(batch.size);
  for (std::size_t i = 0; i < cell_of_.size(); ++i) {
    batch.cells[i].resize(batch.size);
    const std::string_view* bound = cell_of_[i] < cells_ ? sink_.columns[cell_of_[i]] : nullptr;
    if (bound == nullptr) {
      std::fill(batch.cells[i].begin(), batch.cells[i].end(), std::string_view());
    } else if (bound != batch.cells[i].data()) {
      // The same column asked for twice.
      std::copy_n(bound, batch.size, batch.cells[i].begin());
    }
  }
  rows_read_ += batch.size;
}

bool CsvReader::readOn() {
  try {
    return splitter_.fill();
  } catch (sdk::Error& error) {
    error.during("reading on after record " + std::to_string(splitter_.number()));
    throw;
  }
}

bool CsvReader::next(base::RecordBatch& batch) {
  prepare(batch);
  while (!ended_ && batch.size < limits_.batch_records) {
    sink_.row = batch.size;
    sink_.doubled.clear();
    switch (splitter_.step(sink_)) {
      case RecordSplitter::Step::Record:
        take(batch);
        break;
      case RecordSplitter::Step::BlankLine:
        break;
      case RecordSplitter::Step::NeedMore:
        if (batch.size > 0) {
          // Reading on would move the text under the cells of this batch.
          finish(batch);
          return true;
        }
        ended_ = !readOn();
        break;
    }
  }
  finish(batch);
  if (batch.size > 0) {
    return true;
  }
  if (!facts_taken_) {
    facts_ = splitter_.facts();
    facts_.rows_read = rows_read_;
    facts_taken_ = true;
  }
  return false;
}

}  // namespace

std::unique_ptr<base::RecordSource> openCsv(const std::filesystem::path& path, const sdk::Feed& feed,
                                            const std::vector<std::string>& columns, const Limits& limits) {
  return std::make_unique<CsvReader>(path, feed, columns, limits);
}

std::unique_ptr<base::RecordSource> openCsv(const std::filesystem::path& path, const sdk::Feed& feed,
                                            const std::vector<std::string>& columns) {
  return openCsv(path, feed, columns, Limits{});
}

void checkHeader(const std::filesystem::path& path, const sdk::Feed& feed) {
  Limits limits;
  limits.block_bytes = kHeaderBlockBytes;
  limits.whole_gzip_bytes = 0;  // no more is unpacked than is looked at
  RecordSplitter splitter(path, limits);
  readHeader(splitter, feed);
}

}  // namespace boardpack::feed
