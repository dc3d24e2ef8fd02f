#include "document/word_table.hpp"

#include "base/text.hpp"
#include "document/column_widths.hpp"
#include "ooxml/xml.hpp"

namespace boardpack::document {
namespace {

constexpr int kTextWidth = 9026;           // A4 less two margins of 2.54 cm, in twentieths of a point
constexpr std::size_t kKeptTogether = 16;  // a table of so few rows is not broken over two pages

std::vector<std::vector<std::string>> wordsOf(const paper::Table& table) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) {
    std::vector<std::string> words;
    for (const paper::TableCell& cell : row) {
      words.push_back(cellWords(cell));
    }
    words.resize(table.columns.size());
    rows.push_back(std::move(words));
  }
  return rows;
}

bool isSetApart(const paper::Table& table, std::size_t column) {
  return column > 0 && !table.columns[column].numeric && table.columns[column - 1].numeric;
}

TableLayout layoutOf(const paper::Table& table, const std::vector<std::vector<std::string>>& rows) {
  std::vector<ColumnTexts> columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    ColumnTexts column;
    column.numeric = table.columns[i].numeric;
    column.is_set_apart = isSetApart(table, i);
    column.cells.push_back(table.columns[i].heading);
    for (const auto& row : rows) {
      column.cells.push_back(row[i]);
    }
    columns.push_back(std::move(column));
  }
  return layOut(columns, kTextWidth);
}

struct RowStyle {
  bool heading = false;
  bool keep_with_next = false;
};

std::string cellXml(const std::string& words, const paper::Table& table, std::size_t column, const TableLayout& layout,
                    RowStyle style) {
  const bool numeric = table.columns[column].numeric;
  std::string paragraph_style = numeric ? "TableNumber" : "TableText";
  if (style.heading) {
    paragraph_style = numeric ? "TableNumberHeading" : "TableHeading";
  }
  const std::string size = std::to_string(style.heading ? headingSize(layout.half_points) : layout.half_points);
  return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(layout.widths[column]) +
         "\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"" + paragraph_style + "\"/>" +
         (style.keep_with_next ? "<w:keepNext/>" : "") +
         (isSetApart(table, column) ? "<w:ind w:left=\"" + std::to_string(kApart) + "\"/>" : "") +
         "</w:pPr><w:r><w:rPr><w:sz w:val=\"" + size + "\"/><w:szCs w:val=\"" + size +
         "\"/></w:rPr><w:t xml:space=\"preserve\">" + ooxml::escapeXml(words) + "</w:t></w:r></w:p></w:tc>";
}

std::string rowXml(const std::vector<std::string>& words, const paper::Table& table, const TableLayout& layout,
                   RowStyle style) {
  std::string xml = "<w:tr><w:trPr><w:cantSplit/>";
  xml += style.heading ? "<w:tblHeader/></w:trPr>" : "</w:trPr>";
  for (std::size_t i = 0; i < words.size(); ++i) {
    xml += cellXml(words[i], table, i, layout, style);
  }
  return xml + "</w:tr>\n";
}

}  // namespace

std::string cellWords(const paper::TableCell& cell) {
  if (cell.isText()) {
    return std::get<std::string>(cell.content);
  }
  const auto& value = std::get<series::Cell>(cell.content);
  if (!value.has()) {
    return series::symbolText(value.symbol);
  }
  return cell.is_signed ? base::formatSigned(*value.value, cell.decimals)
                        : base::formatNumber(*value.value, cell.decimals);
}

std::string wordTable(const paper::Table& table) {
  const auto rows = wordsOf(table);
  const TableLayout layout = layoutOf(table, rows);
  std::string xml = "<w:tbl><w:tblPr><w:tblStyle w:val=\"BoardTable\"/><w:tblW w:w=\"" + std::to_string(kTextWidth) +
                    "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
                    "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" "
                    "w:noHBand=\"1\" "
                    "w:noVBand=\"1\"/><w:tblCaption w:val=\"" +
                    ooxml::escapeXml(table.title) + "\"/><w:tblDescription w:val=\"" +
                    ooxml::escapeXml(base::join(table.notes, " ")) + "\"/></w:tblPr>\n<w:tblGrid>";
  for (const int width : layout.widths) {
    xml += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  }
  xml += "</w:tblGrid>\n";
  std::vector<std::string> headings;
  for (const paper::TableColumn& column : table.columns) {
    headings.push_back(column.heading);
  }
  xml += rowXml(headings, table, layout, {.heading = true, .keep_with_next = true});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool keep = rows.size() <= kKeptTogether && i + 1 < rows.size();
    xml += rowXml(rows[i], table, layout, {.heading = false, .keep_with_next = keep});
  }
  return xml + "</w:tbl>";
}

}  // namespace boardpack::document
