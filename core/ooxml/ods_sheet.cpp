#include "ooxml/exact_number.hpp"
#include "ooxml/part_tree.hpp"
#include "ooxml/workbook_cells.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <set>

namespace boardpack::ooxml {
namespace {

using Styles = std::set<std::string>;

/// The text styles that raise their letters.
Styles raisedStyles(const pugi::xml_node& content) {
  Styles raised;
  for (const pugi::xml_node style : content.child("office:automatic-styles").children("style:style")) {
    const std::string_view position = style.child("style:text-properties").attribute("style:text-position").value();
    if (position.starts_with("super") || (!position.empty() && position[0] >= '1' && position[0] <= '9')) {
      raised.insert(style.attribute("style:name").value());
    }
  }
  return raised;
}

class OdsReader {
 public:
  OdsReader(const std::string& shown_as, const SheetLimits& limits, Styles raised)
      : shown_as_(shown_as), limits_(limits), raised_(std::move(raised)) {}

  SheetCells read(const pugi::xml_node& table) {
    readRows(table);
    for (const Range& range : ranges_) {
      cells_.merge(range.row, range.column, range.row + range.rows - 1, range.column + range.columns - 1);
    }
    return std::move(cells_);
  }

 private:
  struct Range {
    std::size_t row, column, rows, columns;
  };

  /// Rows may stand in groups and in the part that is repeated on each printed page.
  void readRows(const pugi::xml_node& parent) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = node.name();
      if (name == "table:table-row-group" || name == "table:table-header-rows" || name == "table:table-rows") {
        readRows(node);
      } else if (name == "table:table-row") {
        const std::size_t times = repeated(node, "table:number-rows-repeated");
        const std::size_t held = readRow(node, row_ + 1);
        for (std::size_t again = 1; held > 0 && again < times; ++again) {
          readRow(node, row_ + 1 + again);
        }
        row_ += times;
      }
    }
  }

  /// Gives how many cells hold something.
  std::size_t readRow(const pugi::xml_node& row, std::size_t number) {
    std::size_t column = 1;
    std::size_t held = 0;
    for (const pugi::xml_node node : row.children()) {
      const std::string_view name = node.name();
      if (name != "table:table-cell" && name != "table:covered-table-cell") {
        continue;
      }
      const std::size_t times = repeated(node, "table:number-columns-repeated");
      const SheetCell cell = name == "table:table-cell" ? readCell(node) : SheetCell{};
      if (cell.kind != SheetCell::Kind::Blank) {
        for (std::size_t again = 0; again < times; ++again, ++held) {
          take(1, number, column + again);
          cells_.put(number, column + again, cell);
        }
        addRange(node, number, column);
      }
      column += times;
    }
    return held;
  }

  void addRange(const pugi::xml_node& cell, std::size_t row, std::size_t column) {
    const Range range{row, column, std::max<std::size_t>(cell.attribute("table:number-rows-spanned").as_ullong(1), 1),
                      std::max<std::size_t>(cell.attribute("table:number-columns-spanned").as_ullong(1), 1)};
    if (range.rows * range.columns > 1) {
      if (range.rows > limits_.rows || range.columns > limits_.columns) {
        refuseSize();
      }
      take(range.rows * range.columns, row + range.rows - 1, column + range.columns - 1);
      ranges_.push_back(range);
    }
  }

  static std::size_t repeated(const pugi::xml_node& node, const char* attribute) {
    return std::max<std::size_t>(node.attribute(attribute).as_ullong(1), 1);
  }

  [[noreturn]] void refuseSize() const {
    throw sdk::Error(sdk::ErrorKind::Data, shown_as_ +
                                               " has a sheet with more cells than a workbook may hold. Is it "
                                               "the file that was meant?");
  }

  void take(std::size_t cells, std::size_t row, std::size_t column) {
    taken_ += cells;
    if (taken_ > limits_.cells || row > limits_.rows || column > limits_.columns) {
      refuseSize();
    }
  }

  void addText(const pugi::xml_node& node, bool is_raised, SheetCell& cell) const {
    for (const pugi::xml_node part : node.children()) {
      std::string& to = is_raised ? cell.superscript : cell.text;
      const std::string_view name = part.name();
      if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
        to += part.value();
      } else if (name == "text:s") {
        to.append(std::min<std::size_t>(part.attribute("text:c").as_ullong(1), 100), ' ');
      } else if (name == "text:tab" || name == "text:line-break") {
        to += '\n';
      } else if (name == "text:span" || name == "text:a") {
        addText(part, is_raised || raised_.count(part.attribute("text:style-name").value()) > 0, cell);
      }
    }
  }

  SheetCell readCell(const pugi::xml_node& node) const {
    const std::string_view type = node.attribute("office:value-type").value();
    if (type == "float" || type == "percentage" || type == "currency") {
      const std::string_view text = node.attribute("office:value").value();
      std::optional<std::string> plain = plainDigits(text);
      return plain ? SheetCell{SheetCell::Kind::Number, std::move(*plain), {}, type == "percentage"}
                   : SheetCell{SheetCell::Kind::Mistake, std::string(text), {}};
    }
    if (type == "date") {
      return {SheetCell::Kind::Date, node.attribute("office:date-value").value(), {}};
    }
    if (type == "boolean") {
      return {SheetCell::Kind::YesNo, node.attribute("office:boolean-value").value(), {}};
    }
    SheetCell cell;
    bool first = true;
    for (const pugi::xml_node paragraph : node.children("text:p")) {
      cell.text += first ? "" : "\n";
      first = false;
      addText(paragraph, false, cell);
    }
    if (!cell.text.empty() || !cell.superscript.empty()) {
      const bool is_mistake = type.empty() && cell.text.starts_with("#") && node.attribute("table:formula");
      cell.kind = is_mistake ? SheetCell::Kind::Mistake : SheetCell::Kind::Text;
    }
    return cell;
  }

  const std::string& shown_as_;
  const SheetLimits& limits_;
  Styles raised_;
  SheetCells cells_;
  std::vector<Range> ranges_;
  std::size_t row_ = 0;
  std::size_t taken_ = 0;
};

}  // namespace

SheetCells WorkbookCells::readOds(std::size_t sheet) const {
  const pugi::xml_document tree = parsePart(part("content.xml"), "content.xml");
  const pugi::xml_node content = tree.child("office:document-content");
  std::size_t index = 0;
  for (const pugi::xml_node table : content.child("office:body").child("office:spreadsheet").children("table:table")) {
    if (index++ == sheet) {
      return OdsReader(shown_as_, limits_, raisedStyles(content)).read(table);
    }
  }
  return {};
}

}  // namespace boardpack::ooxml
