#pragma once
#include "ooxml/archive.hpp"

#include <boardpack/sdk/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::ooxml {

/// One cell of a sheet, as it is kept and not as it is shown.
struct SheetCell {
  enum class Kind {
    Blank,
    Text,
    Number,   ///< `text` is the number in plain digits, exactly as far as the file has it: "0.0119", "-3", "5013284"
    Date,     ///< "2019-12-31", or "2019-12-31T14:30:00" with a time of day
    YesNo,    ///< "true", "false"
    Mistake,  ///< what stands there is an error of the spreadsheet ("#DIV/0!"), or a formula without its result
  };
  Kind kind = Kind::Blank;
  std::string text;          ///< UTF-8, without what is set as superscript
  std::string superscript;   ///< footnote digits, mostly: "7,8"
  bool is_per_cent = false;  ///< of a number: it is shown times a hundred with "%"; `text` is the number that is kept
};

/// The cells of a sheet by row and column, both counted from 1 as in their addresses. Rows and columns beyond the last
/// cell are not kept. A range of merged cells has its text in each of its cells.
class SheetCells {
 public:
  std::size_t rows() const { return rows_.size(); }
  std::size_t columns() const { return columns_; }
  /// A blank cell outside.
  const SheetCell& at(std::size_t row, std::size_t column) const;
  void put(std::size_t row, std::size_t column, SheetCell cell);
  /// Gives the first cell's content to all cells of the range that are blank.
  void merge(std::size_t first_row, std::size_t first_column, std::size_t last_row, std::size_t last_column);

 private:
  std::vector<std::vector<SheetCell>> rows_;
  std::size_t columns_ = 0;
};

/// "C14".
std::string cellAddress(std::size_t row, std::size_t column);

/// What is read at the most.
struct SheetLimits {
  ReadLimits archive{.bytes = 256ULL * 1024 * 1024, .parts = 20'000};
  std::size_t cells = 2'000'000;  ///< of a sheet that hold something, a range of merged cells counted in full
  std::size_t rows = 1'048'576;
  std::size_t columns = 16'384;
};

/// An xlsx or ods workbook, read for its cells alone: no formula is computed, no link to other files is followed.
class WorkbookCells {
 public:
  /// Throws sdk::Error(Data) when it is not a whole workbook of either kind (an old xls and one protected by a password
  /// are told apart), lacks a part, or passes a limit. `shown_as` names the file in messages.
  WorkbookCells(std::string_view bytes, std::string shown_as, const SheetLimits& limits = {});

  /// Names as the tabs show them, in their order.
  const std::vector<std::string>& names() const { return names_; }
  /// Throws sdk::Error(Data) when the sheet is not whole, std::out_of_range for an index that is none.
  SheetCells read(std::size_t sheet) const;
  /// The day the file was last saved, where it says so.
  std::optional<sdk::Date> savedOn() const { return saved_on_; }

 private:
  void openXlsx();
  void openOds();
  const std::string& part(const std::string& name) const;
  SheetCells readXlsx(std::size_t sheet) const;
  SheetCells readOds(std::size_t sheet) const;

  std::string shown_as_;
  SheetLimits limits_;
  Parts parts_;
  bool is_ods_ = false;
  bool from_1904_ = false;
  std::vector<std::string> names_;
  std::vector<std::string> sheet_parts_;  ///< [sheet], of xlsx
  std::vector<SheetCell> strings_;        ///< of xlsx: the shared ones
  std::vector<bool> date_styles_;         ///< of xlsx, by cell format
  std::vector<bool> per_cent_styles_;     ///< of xlsx, by cell format
  std::optional<sdk::Date> saved_on_;
};

}  // namespace boardpack::ooxml
