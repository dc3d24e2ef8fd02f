#pragma once
#include "feed/csv_marks.hpp"
#include "feed/file_text.hpp"
#include "feed/reading_limits.hpp"

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::feed {

/// Cuts the text of a CSV file into records, a block at a time, and refuses the file for what could hide rows. The
/// rules stand in README.md. Views into the block are good until fill().
class RecordSplitter {
 public:
  enum class Step { Record, BlankLine, NeedMore };

  RecordSplitter(const std::filesystem::path& path, const Limits& limits);

  /// Splits the next record and calls sink.cell(index, begin, end, has_doubled_quotes) for each of its cells, in order.
  /// After NeedMore the cells do not count: they come again once fill() has read on.
  template <typename Sink>
  Step step(Sink& sink);

  /// Reads on. False when the text ended and nothing of it is left.
  bool fill();

  /// The first record was none of the table: the next is counted as the first.
  void leaveOutFirst() {
    extra_lines_ += number_;
    number_ = 0;
  }

  /// Of the record or blank line that step() gave last.
  std::uint64_t number() const { return number_; }
  std::size_t cells() const { return cells_; }
  std::uint64_t lines() const { return 1 + breaks_; }
  /// Commas inside those of its cells that hold line breaks.
  std::uint64_t commasInBrokenCells() const { return broken_commas_; }
  /// "record 7", and its line where that is another.
  std::string where() const;

  /// Whether a cell of this record may hold a line break or a tab.
  bool mayHaveBreaks() const { return breaks_ > 0 || text_.hasTabs(); }
  base::ExtractFacts facts() { return text_.facts(); }
  const std::filesystem::path& path() const { return path_; }

 private:
  enum class Quoted { Ended, NeedMore };
  template <typename Sink>
  Quoted quotedCell(std::size_t& at, Sink& sink);
  void countBreaks(std::string_view quoted);
  [[noreturn]] void refuseTextAfterQuote() const;
  [[noreturn]] void refuseBareReturn() const;
  [[noreturn]] void refuseUnfinished() const;
  [[noreturn]] void refuseBlankLines() const;

  std::filesystem::path path_;
  Limits limits_;
  FileText text_;
  std::vector<char> block_;  ///< with Marks::kPadding bytes to spare
  std::size_t begin_ = 0;    ///< of the next record
  std::size_t end_ = 0;      ///< of what was read
  Marks marks_;
  bool text_ended_ = false;
  bool found_nul_ = false;
  bool in_quotes_ = false;  ///< where the last step() ran out of text
  std::uint64_t number_ = 0;
  std::uint64_t extra_lines_ = 0;  ///< line breaks inside cells of earlier records
  std::size_t cells_ = 0;
  std::uint64_t breaks_ = 0;  ///< line breaks inside cells of this record
  std::uint64_t broken_commas_ = 0;
  std::uint64_t blank_lines_ = 0;
  std::uint64_t text_bytes_ = 0;  ///< read so far
};

template <typename Sink>
RecordSplitter::Quoted RecordSplitter::quotedCell(std::size_t& at, Sink& sink) {
  char* const text = block_.data();
  const std::size_t start = at + 1;
  bool doubled = false;
  for (std::size_t from = start;;) {
    const void* found = from < end_ ? std::memchr(text + from, '"', end_ - from) : nullptr;
    if (found == nullptr) {
      in_quotes_ = true;
      return Quoted::NeedMore;
    }
    const auto quote = static_cast<std::size_t>(static_cast<const char*>(found) - text);
    if (quote + 1 >= end_) {
      // Whether it is doubled is in the next block.
      return Quoted::NeedMore;
    }
    if (text[quote + 1] == '"') {
      doubled = true;
      from = quote + 2;
      continue;
    }
    countBreaks(std::string_view(text + start, quote - start));
    sink.cell(cells_++, text + start, text + quote, doubled);
    at = quote + 1;
    return Quoted::Ended;
  }
}

template <typename Sink>
RecordSplitter::Step RecordSplitter::step(Sink& sink) {
  char* const text = block_.data();
  ++number_;
  extra_lines_ += breaks_;
  breaks_ = 0;
  broken_commas_ = 0;
  cells_ = 0;
  in_quotes_ = false;
  std::size_t at = begin_;
  if (at < end_) {
    const std::size_t returns = text[at] == '\r' ? 1 : 0;
    if (at + returns < end_ && text[at + returns] == '\n') {
      begin_ = at + returns + 1;
      marks_.skipTo(begin_);
      if (++blank_lines_ > limits_.blank_lines) {
        refuseBlankLines();
      }
      return Step::BlankLine;
    }
  }
  while (at < end_) {
    std::size_t mark = 0;
    if (text[at] == '"') {
      if (quotedCell(at, sink) == Quoted::NeedMore) {
        break;
      }
      mark = at;
      if (text[mark] != ',' && text[mark] != '\n' && text[mark] != '\r') {
        refuseTextAfterQuote();
      }
      marks_.skipTo(mark + 1);
    } else {
      mark = marks_.next(end_);
      if (mark >= end_) {
        break;
      }
      sink.cell(cells_++, text + at, text + mark, false);
    }
    if (text[mark] == '\r') {
      if (mark + 1 >= end_) {
        break;
      }
      if (text[mark + 1] != '\n') {
        refuseBareReturn();
      }
      ++mark;
      marks_.skipTo(mark + 1);
    }
    at = mark + 1;
    if (text[mark] == '\n') {
      begin_ = at;
      return Step::Record;
    }
  }
  --number_;
  breaks_ = 0;
  marks_.start(text, begin_);
  return Step::NeedMore;
}

}  // namespace boardpack::feed
