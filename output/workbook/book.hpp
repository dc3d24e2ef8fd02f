#pragma once
#include "base/system.hpp"
#include "ooxml/sheet_record.hpp"

#include <xlsxwriter.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace boardpack::workbook {

/// The formats a sheet is written in; a number has its decimals and sign. Text in a column after a column of numbers
/// is set in a little, so that the two do not touch.
enum class Style {
  Body,
  Wrapped,
  AfterNumber,
  Title,
  WrappedTitle,
  Bold,
  HeaderText,
  HeaderAfterNumber,
  HeaderNumber,
  Link,
  Shorthand
};

/// One xlsx file being written. Checks what libxlsxwriter would let through or only print: text that is not UTF-8,
/// numbers that are not finite, names that clash. Keeps a record of what it writes, since the library does not look
/// whether its own files could be written. Throws sdk::Error(Outside) for what fails.
class Book {
 public:
  /// `scratch` is a folder for the library's own files.
  Book(const std::filesystem::path& file, const std::filesystem::path& scratch);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  /// A worksheet of that name (31 characters at the most, unique whatever the case; see sheetName()).
  lxw_worksheet* addSheet(const std::string& name);
  lxw_chart* addChart(std::uint8_t type);
  lxw_format* style(Style style);
  lxw_format* number(int decimals, bool is_signed);
  /// A table name that this book has not used yet: letters, digits, underscores.
  std::string tableName(const std::string& wished);
  void setProperties(const std::string& title, const std::string& author, const std::string& keywords, long created);
  ooxml::SheetRecord& record(const std::string& sheet) { return records_.at(record_of_.at(sheet)); }
  /// Writes the file and gives what it should hold. Nothing may be called after it.
  std::vector<ooxml::SheetRecord> close();

 private:
  base::QuietLibraries quiet_;
  std::string scratch_;
  lxw_workbook* book_;
  std::filesystem::path file_;
  std::vector<ooxml::SheetRecord> records_;
  std::map<std::string, std::size_t> record_of_;
  std::map<Style, lxw_format*> styles_;
  std::map<std::pair<int, bool>, lxw_format*> numbers_;
  std::set<std::string> sheets_;
  std::set<std::string> tables_;
};

/// A place in a sheet, for messages and for writing; rows and columns from 0.
struct Place {
  lxw_worksheet* sheet;
  std::string sheet_name;
  lxw_row_t row;
  lxw_col_t column;
};

void writeText(Book& book, const Place& place, const std::string& text, Style style = Style::Body);
void writeNumber(Book& book, const Place& place, double value, int decimals, bool is_signed);
/// A link to a cell of a sheet of this book, with text.
void writeLink(Book& book, const Place& place, const std::string& sheet, const std::string& cell,
               const std::string& text);
/// Throws with the place when `error` is one.
void require(lxw_error error, const Place& place);

/// Text that the format can hold, written so that a spreadsheet shows it as it is (base/characters.hpp).
std::string clean(const std::string& text);
/// At most `most` bytes of a text, with "…" for what was left out; no character is split.
std::string shortened(const std::string& text, std::size_t most);

/// "A1" of row 0, column 0.
std::string cellName(lxw_row_t row, lxw_col_t column);
/// The name as the format allows it: no []:*?/\# and no quote at an end, 31 characters at the most, not in `taken`
/// whatever the case of any letter ("Theft from the person", "Theft from the person 2"). Adds it to `taken`, folded.
std::string sheetName(const std::string& wished, std::set<std::string>& taken);

}  // namespace boardpack::workbook
