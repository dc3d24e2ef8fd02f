#include "app/explain/rows_text.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::app {
namespace {

std::string tableText(const warehouse::RowTable& table) {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    std::size_t width = table.columns[c].size();
    for (const std::vector<std::string>& row : table.rows) {
      width = std::max(width, row[c].size());
    }
    widths.push_back(width);
  }
  std::string text;
  const auto line = [&](const std::vector<std::string>& cells) {
    text += "  ";
    for (std::size_t c = 0; c < cells.size(); ++c) {
      text += c + 1 < cells.size() ? fmt::format("{:{}}  ", cells[c], widths[c]) : cells[c];
    }
    text += "\n";
  };
  line(table.columns);
  for (const std::vector<std::string>& row : table.rows) {
    line(row);
  }
  return text;
}

std::string endingOf(const warehouse::RowTable& found) {
  if (static_cast<std::size_t>(found.total) > found.rows.size()) {
    return fmt::format("; the first {}:", base::formatNumber(static_cast<double>(found.rows.size())));
  }
  return found.rows.empty() ? "." : ":";
}

std::string partText(const measure::RowsOfPart& part, warehouse::Warehouse& warehouse) {
  const warehouse::RowTable found = warehouse.rows(part.query);
  const std::string of_keys =
      part.query.repeats ? fmt::format(" of {} different {}", base::formatNumber(static_cast<double>(found.keys)),
                                       part.query.repeats->key)
                         : std::string();
  std::string text =
      fmt::format("{}{} {}{}\n", base::countOf(found.total, "row", "rows"), of_keys, part.words, endingOf(found));
  if (!found.rows.empty()) {
    text += tableText(found);
  }
  if (part.query.truth == warehouse::RowQuery::Truth::True) {
    text += fmt::format("  asked as: {}\n", found.statement);
  }
  return text;
}

}  // namespace

std::string rowsText(const std::vector<measure::RowSection>& sections, warehouse::Warehouse& warehouse) {
  std::string text;
  for (const measure::RowSection& section : sections) {
    text += "\n" + section.heading + "\n";
    for (const measure::RowsOfPart& part : section.rows) {
      text += partText(part, warehouse);
    }
  }
  return text;
}

}  // namespace boardpack::app
