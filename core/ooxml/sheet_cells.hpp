#pragma once
#include "ooxml/archive.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace boardpack::ooxml {

/// One cell of a sheet, as the sheet shows it or with the word that it cannot be taken as shown. README.md has the
/// rules.
struct SheetCell {
  enum class Kind {
    Blank,
    Text,
    Number,   ///< `text` is the number in plain digits, exactly as far as the file has it: "0.0119", "-3", "5013284"
    Date,     ///< "2019-12-31", or "2019-12-31T14:30:00" with a time of day
    Time,     ///< a time of day or length: "36:00:00"; where no seconds are shown, "8:56 (hours and minutes)"
    YesNo,    ///< "true", "false"
    Mistake,  ///< what stands there is an error of the spreadsheet ("#DIV/0!"), or a formula without its result
    Unlike,   ///< the sheet shows something else than the file keeps; `text` is how: "its format shows nothing of it"
  };
  Kind kind = Kind::Blank;
  std::string text;          ///< UTF-8, without what is set as superscript
  std::string superscript;   ///< footnote digits, mostly: "7,8"
  bool is_per_cent = false;  ///< of a number: it is shown times a hundred with "%"; `text` is the number that is kept
  bool is_copy = false;      ///< of a merged range, whose first cell has the content
};

/// What is read at the most.
struct SheetLimits {
  ReadLimits archive{.bytes = 128ULL * 1024 * 1024, .parts = 20'000};
  std::size_t cells = 1'000'000;        ///< of a sheet that hold something, a range of merged cells counted in full
  std::size_t span = 5'000'000;         ///< rows times columns up to the last cell that holds something
  std::size_t text = 64 * 1024 * 1024;  ///< bytes of all its cells
  std::size_t rows = 1'048'576;
  std::size_t columns = 16'384;
};

/// A part of a sheet, its first and last row and column counted in.
struct CellRange {
  std::size_t first_row = 1, first_column = 1, last_row = 1, last_column = 1;
};

/// Rows or columns from one to another.
class Spans {
 public:
  void add(std::size_t first, std::size_t last);
  bool has(std::size_t at) const;

 private:
  std::map<std::size_t, std::size_t> spans_;  ///< first, last; none touches the next
};

/// The cells of a sheet by row and column, both counted from 1 as in their addresses. Only cells that hold something
/// are kept, so what lies far apart costs no more than what lies together.
class SheetCells {
 public:
  explicit SheetCells(std::string shown_as = {}, const SheetLimits& limits = {})
      : shown_as_(std::move(shown_as)), limits_(limits) {}

  std::size_t rows() const { return rows_.empty() ? 0 : rows_.back().number; }
  std::size_t columns() const { return columns_; }
  /// A blank cell outside.
  const SheetCell& at(std::size_t row, std::size_t column) const;
  /// Whether the cell's row or column is hidden, by a filter or by hand.
  bool isHidden(std::size_t row, std::size_t column) const;
  bool isHiddenRow(std::size_t row) const { return hidden_rows_.has(row); }

  /// Row by row and from left to right; a blank cell is left out. Throws sdk::Error(Data), which names the file, when
  /// the cell does not follow on the one before, or past a limit.
  void put(std::size_t row, std::size_t column, SheetCell cell);
  /// A range of merged cells has its first cell's content in each, as a copy; a cell under it that holds something of
  /// its own, which no one sees, is Unlike. merge() does it for those that were added, after the last put().
  void addMerged(const CellRange& range);
  void merge();
  void hideRows(std::size_t first, std::size_t last) { hidden_rows_.add(first, last); }
  void hideColumns(std::size_t first, std::size_t last) { hidden_columns_.add(first, last); }

 private:
  struct Placed {
    std::size_t column;
    SheetCell cell;
  };
  struct Row {
    std::size_t number;
    std::vector<Placed> cells;
  };
  using Filled = std::map<std::size_t, std::map<std::size_t, SheetCell>>;

  [[noreturn]] void refuse(const std::string& what) const;
  void take(std::size_t row, std::size_t column, const SheetCell& cell);
  std::vector<Row>::const_iterator firstFrom(std::size_t row) const;
  /// By row and column: what merged ranges make of cells.
  Filled filledByRanges();

  std::string shown_as_;
  SheetLimits limits_;
  std::vector<Row> rows_;
  std::vector<CellRange> ranges_;
  std::size_t columns_ = 0;
  std::size_t taken_ = 0;
  std::size_t text_ = 0;
  Spans hidden_rows_, hidden_columns_;
};

/// The text of a cell as people see it: numbers to 15 digits, those in per cent with "%".
std::string shownText(const SheetCell& cell);

/// "C14".
std::string cellAddress(std::size_t row, std::size_t column);

}  // namespace boardpack::ooxml
