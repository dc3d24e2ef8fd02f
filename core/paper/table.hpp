#pragma once
#include "series/series.hpp"

#include <string>
#include <variant>
#include <vector>

namespace boardpack::paper {

/// One cell of a table: text, or a value (number or symbol).
struct TableCell {
  std::variant<std::string, series::Cell> content;
  int decimals = 0;
  bool is_signed = false;    ///< shown with + above zero
  std::string link_measure;  ///< a workbook links it to the sheet of this measure; "" for none

  bool isText() const { return content.index() == 0; }
};

struct TableColumn {
  std::string heading;  ///< unique in its table; the unit in round brackets
  bool numeric = false;
};

struct Table {
  std::string id;  ///< letters, digits, underscores: unique in a pack
  std::string title;
  std::vector<std::string> notes;  ///< above the table: shorthand used, what to know
  std::vector<TableColumn> columns;
  std::vector<std::vector<TableCell>> rows;
};

/// What the shorthand in a table means, and why the cells have it: only what the table uses, the commonest reasons
/// first, a few at the most. scorecard() and monthsTable() have these among their notes already.
std::vector<std::string> notesFor(const Table& table);
/// The same for a table of several measures, whose reasons differ: what each symbol means, and where the reasons are.
std::vector<std::string> symbolNotes(const Table& table);

}  // namespace boardpack::paper
