#include "app/show/stages.hpp"
#include "app/show/value_text.hpp"

#include "base/text.hpp"
#include "paper/document.hpp"

#include <fmt/format.h>

namespace boardpack::app {
namespace {

/// A cell's text, or its value with the decimals that it is shown with: "11.304347826086957 to 1 decimal".
std::string cellText(const paper::TableCell& cell) {
  if (cell.isText()) {
    return std::get<std::string>(cell.content);
  }
  const auto& value = std::get<series::Cell>(cell.content);
  std::string text = valueText(value);
  if (value.has()) {
    text += cell.is_signed ? " signed" : "";
    text += cell.decimals == 0 ? "" : " to " + base::countOf(cell.decimals, "decimal", "decimals");
  }
  return text;
}

std::string tableText(const paper::Table& table) {
  std::string text = fmt::format("  table {}: {}\n", table.id, table.title);
  for (const std::string& note : table.notes) {
    text += fmt::format("    note: {}\n", note);
  }
  std::vector<std::string> headings;
  for (const paper::TableColumn& column : table.columns) {
    headings.push_back(column.heading + (column.numeric ? " #" : ""));
  }
  text += fmt::format("    columns: {}\n", base::join(headings, " | "));
  for (const std::vector<paper::TableCell>& row : table.rows) {
    std::vector<std::string> cells;
    for (const paper::TableCell& cell : row) {
      cells.push_back(cellText(cell));
    }
    text += fmt::format("    row: {}\n", base::join(cells, " | "));
  }
  return text;
}

struct BlockText {
  std::string operator()(const paper::MemoLine& line) const { return fmt::format("  {}: {}\n", line.label, line.text); }
  std::string operator()(const paper::Heading& heading) const {
    return fmt::format("  heading {}: {}\n", heading.level, heading.text);
  }
  std::string operator()(const paper::Paragraph& paragraph) const {
    return fmt::format("  {}: {}\n", paragraph.numbered ? "numbered paragraph" : "paragraph", paragraph.text);
  }
  std::string operator()(const paper::Bullets& bullets) const {
    std::string text;
    for (const std::string& item : bullets.items) {
      text += fmt::format("  bullet: {}\n", item);
    }
    return text;
  }
  std::string operator()(const paper::TableBlock& block) const { return tableText(block.table); }
  std::string operator()(const paper::ChartBlock& block) const { return fmt::format("  chart {}\n", block.chart); }
};

}  // namespace

std::string paperStage(const paper::Document& document, const std::string& made_from) {
  std::string text = fmt::format("paper {} of {}\n", document.name, made_from);
  text += document.title.empty() ? "" : fmt::format("  title: {}\n", document.title);
  text += document.marking.empty() ? "" : fmt::format("  marking: {}\n", document.marking);
  for (const paper::Block& block : document.blocks) {
    text += std::visit(BlockText{}, block);
  }
  return text;
}

}  // namespace boardpack::app
