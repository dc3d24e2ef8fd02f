#pragma once
#include "registers/register_table.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::registers {

/// Reads the cells of one row, each with its type. What is wrong is told with file, row and column; the cell then
/// counts as blank and the row as not sound.
class Row {
 public:
  Row(const Table& table, std::size_t index, Read& read) : table_(table), index_(index), read_(read) {}

  /// "" when blank.
  const std::string& text(const std::string& column) const;
  /// Tells of a blank cell; `what` goes on after "it must say".
  std::string required(const std::string& column, const std::string& what);
  /// A day such as 2019-06-14, or nothing when blank.
  std::optional<sdk::Date> day(const std::string& column);
  /// A month such as 2019-06, or its first day (a spreadsheet makes a day of a month), or nothing when blank.
  std::optional<base::Month> month(const std::string& column);
  /// A number such as 12, 1,234.5 or 90%: the last is noted in Read::in_per_cent. Nothing when blank.
  std::optional<double> number(const std::string& column);
  /// The position of the cell's text among `words`, whatever its capitals; nothing when blank.
  std::optional<std::size_t> oneOf(const std::string& column, const std::vector<std::string>& words);
  /// Texts with semicolons between them.
  std::vector<std::string> list(const std::string& column) const;

  void problem(const std::string& column, const std::string& sentence);
  /// "events.csv, row 3"
  std::string place() const;
  std::size_t number() const { return table_.numbers[index_]; }
  bool isSound() const { return is_sound_; }

 private:
  const Table& table_;
  std::size_t index_;
  Read& read_;
  bool is_sound_ = true;
};

/// Calls `each` with every row and then tells of rows that have the same cells in the columns `key` as one before.
/// Counts the rows that `each` took (gave true for) as the file's entries.
template <typename Each>
void readRows(const Table& table, const std::vector<std::string>& key, Read& read, Each each) {
  std::map<std::vector<std::string>, std::size_t> first;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    Row row(table, i, read);
    std::vector<std::string> cells;
    for (const std::string& column : key) {
      cells.push_back(row.text(column));
    }
    const auto [known, is_new] = first.emplace(std::move(cells), row.number());
    if (!is_new) {
      row.problem("", "row " + std::to_string(known->second) +
                          " says the same already. Keep one of them: which of two counts cannot be known.");
    }
    if (each(row) && row.isSound()) {
      ++taken;
    }
  }
  for (File& file : read.files) {
    if (file.place == table.file) {
      file.entries = taken;
    }
  }
}

}  // namespace boardpack::registers
