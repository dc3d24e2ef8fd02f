#include "registers/sheet_rows.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"
#include "feed/csv_header.hpp"
#include "registers/register_problems.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <optional>

namespace boardpack::registers {
namespace {

using ooxml::SheetCell;

std::string textOf(const SheetCell& cell) { return std::string(base::trim(base::shownText(ooxml::shownText(cell)))); }

/// Why the cell cannot be taken, as a sentence; nothing when it can.
std::optional<std::string> faultOf(const SheetCell& cell) {
  if (cell.kind == SheetCell::Kind::Mistake) {
    return sheetErrorWords(cell.text);
  }
  if (cell.kind == SheetCell::Kind::Time) {
    return "the cell shows a time, " + cell.text +
           ", and a time is no number. Write hours as a number such as 36 or 8.5, or give the cell the format Text.";
  }
  if (cell.kind == SheetCell::Kind::Unlike) {
    return "the cell cannot be taken: " + cell.text + ". Make it show what it should say.";
  }
  if (cell.is_copy && cell.kind == SheetCell::Kind::Number) {
    return "the cell is part of merged cells, and their number would count once for each. Take the merging off, and "
           "write the number where it belongs.";
  }
  if (!cell.superscript.empty()) {
    return "the cell has '" + base::printable(cell.superscript) +
           "' in raised letters, and it cannot be known whether they belong to the text or to a footnote. Set them as "
           "ordinary letters or take them out.";
  }
  return std::nullopt;
}

bool isBlankRow(const ooxml::SheetCells& cells, std::size_t row) {
  for (std::size_t column = 1; column <= cells.columns(); ++column) {
    const SheetCell& cell = cells.at(row, column);
    if (cell.kind != SheetCell::Kind::Blank && (!textOf(cell).empty() || faultOf(cell))) {
      return false;
    }
  }
  return true;
}

std::size_t headerRow(const ooxml::SheetCells& cells) {
  std::size_t row = 1;
  while (row <= cells.rows() && isBlankRow(cells, row)) {
    ++row;
  }
  if (row > cells.rows()) {
    throw sdk::Error(sdk::ErrorKind::Data, "The sheet is blank: it has not even a row of column names.");
  }
  return row;
}

/// Columns to the right of the last name are no part of the header; what stands below them is told row by row.
std::vector<std::string> headerNames(const ooxml::SheetCells& cells, std::size_t row) {
  std::vector<std::string> names;
  for (std::size_t column = 1; column <= cells.columns(); ++column) {
    names.push_back(textOf(cells.at(row, column)));
  }
  while (!names.empty() && names.back().empty()) {
    names.pop_back();
  }
  return names;
}

void takeRow(const ooxml::SheetCells& cells, std::size_t row, const std::vector<std::string>& names, Table& table,
             Read& read) {
  const std::string place = table.file + ", row " + std::to_string(row);
  std::vector<std::string> texts(table.columns.size());
  bool is_sound = true;
  for (std::size_t column = 1; column <= cells.columns(); ++column) {
    const SheetCell& cell = cells.at(row, column);
    if (cell.kind == SheetCell::Kind::Blank) {
      continue;
    }
    if (cells.isHidden(row, column)) {
      read.problems.push_back({place, column > names.size() ? "" : names[column - 1],
                               "the cell " + ooxml::cellAddress(row, column) +
                                   " holds something and is hidden, by a filter or by hand. Take the filter off or "
                                   "show its row and column, or delete what should not count."});
      return;
    }
    if (column > names.size()) {
      read.problems.push_back({place, "",
                               "the cell " + ooxml::cellAddress(row, column) +
                                   " stands below no column name, so what it says would not count. Name its column, or "
                                   "clear it."});
      is_sound = false;
    } else if (const std::optional<std::string> fault = faultOf(cell)) {
      read.problems.push_back({place, names[column - 1], *fault});
      is_sound = false;
    } else {
      texts[table.indexOf(names[column - 1])] = textOf(cell);
    }
  }
  if (is_sound) {
    table.numbers.push_back(row);
    table.cells.push_back(std::move(texts));
  }
}

}  // namespace

void takeSheet(const ooxml::SheetCells& cells, const Form& form, Table& table, Read& read) {
  const std::size_t header = headerRow(cells);
  const std::vector<std::string> names = headerNames(cells, header);
  if (const std::optional<std::string> misfit = feed::headerMisfit(names, feedOf(form))) {
    throw sdk::Error(sdk::ErrorKind::Data, "The sheet " + *misfit +
                                               ". Give the columns the names that scripts/registers.md lists; their "
                                               "order does not matter. None of its rows were taken.");
  }
  for (std::size_t row = header + 1; row <= cells.rows(); ++row) {
    if (!isBlankRow(cells, row)) {
      takeRow(cells, row, names, table, read);
    }
  }
}

}  // namespace boardpack::registers
