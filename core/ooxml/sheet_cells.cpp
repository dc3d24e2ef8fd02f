#include "ooxml/workbook_cells.hpp"

#include <algorithm>

namespace boardpack::ooxml {

const SheetCell& SheetCells::at(std::size_t row, std::size_t column) const {
  static const SheetCell blank;
  if (row == 0 || column == 0 || row > rows_.size() || column > rows_[row - 1].size()) {
    return blank;
  }
  return rows_[row - 1][column - 1];
}

void SheetCells::put(std::size_t row, std::size_t column, SheetCell cell) {
  if (rows_.size() < row) {
    rows_.resize(row);
  }
  std::vector<SheetCell>& cells = rows_[row - 1];
  if (cells.size() < column) {
    cells.resize(column);
  }
  cells[column - 1] = std::move(cell);
  columns_ = std::max(columns_, column);
}

void SheetCells::merge(std::size_t first_row, std::size_t first_column, std::size_t last_row, std::size_t last_column) {
  const SheetCell first = at(first_row, first_column);
  if (first.kind == SheetCell::Kind::Blank) {
    return;
  }
  for (std::size_t row = first_row; row <= last_row; ++row) {
    for (std::size_t column = first_column; column <= last_column; ++column) {
      if (at(row, column).kind == SheetCell::Kind::Blank) {
        put(row, column, first);
      }
    }
  }
}

std::string cellAddress(std::size_t row, std::size_t column) {
  std::string letters;
  for (std::size_t rest = column; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters + std::to_string(row);
}

}  // namespace boardpack::ooxml
