#include "ooxml/sheet_cells.hpp"

#include "ooxml/exact_number.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <iterator>

namespace boardpack::ooxml {
namespace {

std::string lettersOf(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

}  // namespace

void Spans::add(std::size_t first, std::size_t last) {
  auto next = spans_.upper_bound(first);
  if (next != spans_.begin() && std::prev(next)->second + 1 >= first) {
    --next;
    first = next->first;
    last = std::max(last, next->second);
    next = spans_.erase(next);
  }
  while (next != spans_.end() && next->first <= last + 1) {
    last = std::max(last, next->second);
    next = spans_.erase(next);
  }
  spans_.emplace(first, last);
}

bool Spans::has(std::size_t at) const {
  const auto next = spans_.upper_bound(at);
  return next != spans_.begin() && std::prev(next)->second >= at;
}

std::vector<SheetCells::Row>::const_iterator SheetCells::firstFrom(std::size_t row) const {
  return std::lower_bound(rows_.begin(), rows_.end(), row,
                          [](const Row& one, std::size_t wanted) { return one.number < wanted; });
}

const SheetCell& SheetCells::at(std::size_t row, std::size_t column) const {
  static const SheetCell blank;
  const auto found = firstFrom(row);
  if (found == rows_.end() || found->number != row) {
    return blank;
  }
  const auto cell = std::lower_bound(found->cells.begin(), found->cells.end(), column,
                                     [](const Placed& one, std::size_t wanted) { return one.column < wanted; });
  return cell != found->cells.end() && cell->column == column ? cell->cell : blank;
}

bool SheetCells::isHidden(std::size_t row, std::size_t column) const {
  return hidden_rows_.has(row) || hidden_columns_.has(column);
}

void SheetCells::refuse(const std::string& what) const {
  throw sdk::Error(sdk::ErrorKind::Data, shown_as_ + " has a sheet with " + what + ". Is it the file that was meant?");
}

void SheetCells::take(std::size_t row, std::size_t column, const SheetCell& cell) {
  if (row == 0 || column == 0 || row > limits_.rows || column > limits_.columns || ++taken_ > limits_.cells) {
    refuse("more cells than a workbook may hold");
  }
  text_ += cell.text.size() + cell.superscript.size();
  if (text_ > limits_.text) {
    refuse("more text than a workbook may hold");
  }
  const std::size_t last_row = std::max(row, rows());
  const std::size_t last_column = std::max(column, columns_);
  if (last_row * last_column > limits_.span) {
    refuse("cells too far apart: with " + cellAddress(row, column) + " it reaches to row " + std::to_string(last_row) +
           " and column " + lettersOf(last_column) + ". Clear what stands there by mistake");
  }
}

void SheetCells::put(std::size_t row, std::size_t column, SheetCell cell) {
  if (cell.kind == SheetCell::Kind::Blank) {
    return;
  }
  take(row, column, cell);
  const bool is_same_row = !rows_.empty() && rows_.back().number == row;
  if (is_same_row && rows_.back().cells.back().column == column) {
    throw sdk::Error(sdk::ErrorKind::Data, shown_as_ + " has the cell " + cellAddress(row, column) +
                                               " twice, so what it says depends on who reads it. Open it with an "
                                               "office program and save it again; none of its rows were taken.");
  }
  if (rows() > row || (is_same_row && rows_.back().cells.back().column > column)) {
    throw sdk::Error(sdk::ErrorKind::Data, shown_as_ + " has the cell " + cellAddress(row, column) +
                                               " after one that it should stand before. Open it with an office "
                                               "program and save it again; none of its rows were taken.");
  }
  if (!is_same_row) {
    rows_.push_back({row, {}});
  }
  rows_.back().cells.push_back({column, std::move(cell)});
  columns_ = std::max(columns_, column);
}

void SheetCells::addMerged(const CellRange& range) {
  ranges_.push_back(range);
  if (ranges_.size() > limits_.cells) {
    refuse("more merged cells than a workbook may hold");
  }
}

SheetCells::Filled SheetCells::filledByRanges() {
  Filled filled;
  std::size_t looked_at = 0;
  const auto look = [&](std::size_t cells) {
    looked_at += cells;
    if (looked_at > limits_.span) {
      refuse("more merged cells than a workbook may hold");
    }
  };
  for (const CellRange& range : ranges_) {
    const std::string under = "it lies under the merged cell " + cellAddress(range.first_row, range.first_column) +
                              ", which hides what it holds";
    for (auto row = firstFrom(range.first_row); row != rows_.end() && row->number <= range.last_row; ++row) {
      look(row->cells.size());
      for (const Placed& cell : row->cells) {
        const bool is_first = row->number == range.first_row && cell.column == range.first_column;
        if (cell.column >= range.first_column && cell.column <= range.last_column && !is_first) {
          filled[row->number].insert_or_assign(cell.column, SheetCell{SheetCell::Kind::Unlike, under, {}});
        }
      }
    }
    SheetCell first = at(range.first_row, range.first_column);
    first.is_copy = true;
    if (first.kind == SheetCell::Kind::Blank) {
      continue;
    }
    for (std::size_t row = range.first_row; row <= range.last_row; ++row) {
      for (std::size_t column = range.first_column; column <= range.last_column; ++column) {
        look(1);
        const bool is_first = row == range.first_row && column == range.first_column;
        if (!is_first && filled[row].try_emplace(column, first).second) {
          take(row, column, first);
          columns_ = std::max(columns_, column);
        }
      }
    }
  }
  return filled;
}

void SheetCells::merge() {
  Filled filled = filledByRanges();
  ranges_.clear();
  for (Row& row : rows_) {
    const auto found = filled.find(row.number);
    if (found == filled.end()) {
      continue;
    }
    for (Placed& known : row.cells) {
      found->second.try_emplace(known.column, std::move(known.cell));
    }
    row.cells.clear();
  }
  std::vector<Row> joined;
  for (auto& [number, cells] : filled) {
    Row& row = joined.emplace_back(Row{number, {}});
    for (auto& [column, cell] : cells) {
      row.cells.push_back({column, std::move(cell)});
    }
  }
  std::erase_if(joined, [](const Row& row) { return row.cells.empty(); });
  std::vector<Row> known;
  std::copy_if(std::make_move_iterator(rows_.begin()), std::make_move_iterator(rows_.end()), std::back_inserter(known),
               [](const Row& row) { return !row.cells.empty(); });
  rows_.clear();
  std::merge(std::make_move_iterator(known.begin()), std::make_move_iterator(known.end()),
             std::make_move_iterator(joined.begin()), std::make_move_iterator(joined.end()), std::back_inserter(rows_),
             [](const Row& a, const Row& b) { return a.number < b.number; });
}

std::string shownText(const SheetCell& cell) {
  if (cell.kind != SheetCell::Kind::Number) {
    return cell.text;
  }
  if (!cell.is_per_cent) {
    return asShown(cell.text);
  }
  return asShown(plainDigits(cell.text + "e2").value_or(cell.text)) + "%";
}

std::string cellAddress(std::size_t row, std::size_t column) { return lettersOf(column) + std::to_string(row); }

}  // namespace boardpack::ooxml
