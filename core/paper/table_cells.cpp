#include "paper/table_cells.hpp"

#include "base/text.hpp"
#include "findings/measure_words.hpp"

#include <algorithm>

namespace boardpack::paper {

namespace {

series::Marks marksOf(const TableCell& cell) {
  const auto* value = std::get_if<series::Cell>(&cell.content);
  return value != nullptr && value->has() ? value->marks : series::Marks{};
}

constexpr std::size_t kMostNamed = 4;

/// Each mark of a row, with the headings of the values that have it unless all have: "[p]; [b] 12 months to the month".
std::string marksOfRow(const Table& table, const std::vector<TableCell>& row) {
  std::vector<std::string> parts;
  for (const series::Mark mark :
       {series::Mark::Break, series::Mark::Provisional, series::Mark::Revised, series::Mark::LowReliability}) {
    std::vector<std::string> headings;
    std::size_t values = 0;
    for (std::size_t c = 0; c < row.size(); ++c) {
      const auto* value = std::get_if<series::Cell>(&row[c].content);
      values += value != nullptr && value->has() ? 1 : 0;
      if (marksOf(row[c]).has(mark)) {
        headings.push_back(table.columns[c].heading);
      }
    }
    if (headings.empty()) {
      continue;
    }
    series::Marks one;
    one.add(mark);
    std::string part = series::marksText(one);
    if (headings.size() > kMostNamed && headings.size() < values) {
      part += " " + std::to_string(headings.size()) + " of " + std::to_string(values) + " figures";
    } else if (headings.size() < values) {
      part += " " + base::join(headings, ", ");
    }
    parts.push_back(std::move(part));
  }
  return base::join(parts, "; ");
}

}  // namespace

using series::Cell;

std::string tableId(const std::string& stem, const std::string& name) {
  std::string id = stem;
  for (const char c : "_" + name) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    id += is_plain ? c : '_';
  }
  return id;
}

TableCell textCell(std::string text) {
  TableCell cell;
  cell.content = std::move(text);
  return cell;
}

TableCell valueCell(Cell value, int decimals) {
  TableCell cell;
  cell.content = std::move(value);
  cell.decimals = decimals;
  return cell;
}

TableCell valueCell(const series::MeasureInfo& info, Cell value) {
  const bool in_words = value.has() && (info.nature.is_order || value.bound != series::Bound::Exact);
  return in_words ? textCell(findings::valueWords(info, value)) : valueCell(std::move(value), info.decimals);
}

TableCell signedCell(Cell value, int decimals) {
  TableCell cell = valueCell(std::move(value), decimals);
  cell.is_signed = true;
  return cell;
}

std::string withUnit(const std::string& words, const series::MeasureInfo& info) {
  return info.unit.empty() || info.titleSaysUnit() ? words : words + " (" + info.unit + ")";
}

std::string labelOf(const series::MeasureInfo& info, const std::string& breakdown) {
  const auto found = std::find_if(info.breakdowns.begin(), info.breakdowns.end(),
                                  [&](const series::BreakdownInfo& candidate) { return candidate.id == breakdown; });
  return found == info.breakdowns.end() || found->label.empty() ? breakdown : found->label;
}

TableCell measureCell(const series::MeasureInfo& info) {
  TableCell cell = textCell(withUnit(info.title, info));
  cell.link_measure = info.name;
  return cell;
}

void addMarks(Table& table) {
  const bool any = std::any_of(table.rows.begin(), table.rows.end(), [](const std::vector<TableCell>& row) {
    return std::any_of(row.begin(), row.end(), [](const TableCell& cell) { return marksOf(cell) != series::Marks{}; });
  });
  if (!any) {
    return;
  }
  for (std::vector<TableCell>& row : table.rows) {
    const std::string marks = marksOfRow(table, row);
    row.push_back(textCell(marks.empty() ? "none" : marks));
  }
  table.columns.push_back({"Marks", false});
}

}  // namespace boardpack::paper
