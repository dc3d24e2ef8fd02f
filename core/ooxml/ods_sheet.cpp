#include "base/month.hpp"
#include "base/text.hpp"
#include "ooxml/cell_values.hpp"
#include "ooxml/part_tree.hpp"
#include "ooxml/workbook_cells.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <set>

namespace boardpack::ooxml {
namespace {

using Kind = SheetCell::Kind;
using Names = std::set<std::string>;

/// What the styles of a file say that changes what a cell is.
struct OdsStyles {
  Names raised;  ///< of texts: their letters stand raised
  Names hidden;  ///< of sheets: they have no tab
};

OdsStyles stylesOf(const pugi::xml_node& content) {
  OdsStyles styles;
  for (const pugi::xml_node style : content.child("office:automatic-styles").children("style:style")) {
    const std::string_view position = style.child("style:text-properties").attribute("style:text-position").value();
    if (position.starts_with("super") || (!position.empty() && position[0] >= '1' && position[0] <= '9')) {
      styles.raised.insert(style.attribute("style:name").value());
    }
    if (std::string_view(style.child("style:table-properties").attribute("table:display").value()) == "false") {
      styles.hidden.insert(style.attribute("style:name").value());
    }
  }
  return styles;
}

/// The text of a paragraph with its white space as OpenDocument has it (part 3, 6.1.2): any run of it is one blank, and
/// none at the beginning.
class ParagraphText {
 public:
  explicit ParagraphText(SheetCell& cell) : cell_(cell) {}

  void add(std::string_view text, bool is_raised) {
    for (const char c : text) {
      const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!is_blank) {
        to(is_raised) += c;
      } else if (!after_blank_) {
        to(is_raised) += ' ';
      }
      after_blank_ = is_blank;
    }
  }
  void addBlanks(std::size_t count, bool is_raised) {
    to(is_raised).append(count, ' ');
    after_blank_ = true;
  }
  void addBreak(bool is_raised) {
    to(is_raised) += '\n';
    after_blank_ = true;
  }

 private:
  std::string& to(bool is_raised) { return is_raised ? cell_.superscript : cell_.text; }
  SheetCell& cell_;
  bool after_blank_ = true;
};

class OdsReader {
 public:
  OdsReader(const std::string& shown_as, const SheetLimits& limits, const OdsStyles& styles)
      : limits_(limits), styles_(styles), cells_(shown_as, limits) {}

  SheetCells read(const pugi::xml_node& table) {
    readColumns(table);
    readRows(table, false);
    cells_.merge();
    return std::move(cells_);
  }

 private:
  /// A number of times or of cells; what is no number, or more than a sheet has, is past every limit.
  std::size_t countIn(const pugi::xml_node& node, const char* attribute) const {
    const pugi::xml_attribute said = node.attribute(attribute);
    const std::size_t most = limits_.rows + 1;
    if (!said) {
      return 1;
    }
    const std::string_view digits = said.value();
    const bool is_number = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    constexpr std::size_t kMostDigits = 9;
    return is_number && digits.size() <= kMostDigits
               ? std::clamp<std::size_t>(static_cast<std::size_t>(said.as_ullong()), 1, most)
               : most;
  }

  static bool isHidden(const pugi::xml_node& node) {
    const std::string_view visibility = node.attribute("table:visibility").value();
    return visibility == "collapse" || visibility == "filter";
  }

  static bool isGroup(std::string_view name, std::string_view of) {
    return name.starts_with("table:table-") &&
           (name == "table:table-header-" + std::string(of) + "s" || name == "table:table-" + std::string(of) + "s" ||
            name == "table:table-" + std::string(of) + "-group");
  }

  void readColumns(const pugi::xml_node& parent) {
    for (const pugi::xml_node node : parent.children()) {
      if (isGroup(node.name(), "column")) {
        readColumns(node);
      } else if (std::string_view(node.name()) == "table:table-column") {
        const std::size_t times = countIn(node, "table:number-columns-repeated");
        if (isHidden(node)) {
          cells_.hideColumns(column_ + 1, column_ + times);
        }
        column_ = std::min(column_ + times, limits_.columns);
      }
    }
  }

  /// Rows may stand in groups, and in the part that is repeated on each printed page. No part has groups more than 200
  /// deep.
  void readRows(const pugi::xml_node& parent, bool is_hidden) {
    for (const pugi::xml_node node : parent.children()) {
      if (isGroup(node.name(), "row")) {
        readRows(node, is_hidden || std::string_view(node.attribute("table:display").value()) == "false");
      } else if (std::string_view(node.name()) == "table:table-row") {
        const std::size_t times = countIn(node, "table:number-rows-repeated");
        if (is_hidden || isHidden(node)) {
          cells_.hideRows(row_ + 1, row_ + times);
        }
        const std::vector<RowCell> cells = cellsOf(node);
        const bool holds =
            std::any_of(cells.begin(), cells.end(), [](const RowCell& each) { return each.cell.kind != Kind::Blank; });
        for (std::size_t again = 0; again < (holds ? times : 1); ++again) {
          putRow(cells, row_ + 1 + again);
        }
        row_ = std::min(row_ + times, limits_.rows);
      }
    }
  }

  /// Cells of a row that hold something or are merged, with how often each stands there.
  struct RowCell {
    std::size_t column, times;
    SheetCell cell;
    std::size_t rows = 1, columns = 1;  ///< of the range that it is the first of
  };

  /// What lies past the last row or column is refused only where it holds something: programs write blank cells as far
  /// as the sheet goes, and further.
  std::vector<RowCell> cellsOf(const pugi::xml_node& row) const {
    std::vector<RowCell> cells;
    std::size_t column = 1;
    for (const pugi::xml_node node : row.children()) {
      const std::string_view name = node.name();
      if (name != "table:table-cell" && name != "table:covered-table-cell") {
        continue;
      }
      const std::size_t times = countIn(node, "table:number-columns-repeated");
      RowCell found{column, times, readCell(node)};
      if (name == "table:table-cell") {
        found.rows = countIn(node, "table:number-rows-spanned");
        found.columns = countIn(node, "table:number-columns-spanned");
      }
      if (found.cell.kind != Kind::Blank || found.rows * found.columns > 1) {
        cells.push_back(std::move(found));
      }
      column = std::min(column + times, limits_.columns + 1);
    }
    return cells;
  }

  void putRow(const std::vector<RowCell>& cells, std::size_t row) {
    for (const RowCell& each : cells) {
      for (std::size_t again = 0; each.cell.kind != Kind::Blank && again < each.times; ++again) {
        cells_.put(row, each.column + again, each.cell);
      }
      if (each.rows * each.columns > 1) {
        cells_.addMerged({row, each.column, row + each.rows - 1, each.column + each.columns - 1});
      }
    }
  }

  /// Comments and what is read out over a word are no part of a text.
  void addText(const pugi::xml_node& node, bool is_raised, ParagraphText& text) const {
    for (const pugi::xml_node part : node.children()) {
      const std::string_view name = part.name();
      if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
        text.add(part.value(), is_raised);
      } else if (name == "text:s") {
        text.addBlanks(std::min<std::size_t>(countIn(part, "text:c"), 1000), is_raised);
      } else if (name == "text:tab") {
        text.addBlanks(1, is_raised);
      } else if (name == "text:line-break") {
        text.addBreak(is_raised);
      } else if (name != "office:annotation" && name != "text:note" && name != "text:ruby-text") {
        addText(part, is_raised || styles_.raised.count(part.attribute("text:style-name").value()) > 0, text);
      }
    }
  }

  SheetCell textOf(const pugi::xml_node& node) const {
    SheetCell cell;
    bool first = true;
    for (const pugi::xml_node paragraph : node.children("text:p")) {
      cell.text += first ? "" : "\n";
      first = false;
      ParagraphText text(cell);
      addText(paragraph, false, text);
    }
    cell.kind = cell.text.empty() && cell.superscript.empty() ? Kind::Blank : Kind::Text;
    return cell;
  }

  static SheetCell mistake(std::string text) { return {Kind::Mistake, std::move(text), {}}; }

  SheetCell readCell(const pugi::xml_node& node) const {
    const std::string_view type = node.attribute("office:value-type").value();
    const std::string_view other_type = node.attribute("calcext:value-type").value();
    SheetCell shown = textOf(node);
    const bool is_written = static_cast<bool>(node.child("text:p"));
    if (other_type == "error") {
      return mistake(shown.text.empty() ? "an error" : shown.text);
    }
    if (type == "float" || type == "percentage" || type == "currency") {
      const std::string_view text = node.attribute("office:value").value();
      SheetCell number = is_written ? numberAsShown(text, shown.text) : numberByFormat(text, formatOfType(type), false);
      number.superscript = number.kind == Kind::Number ? shown.superscript : "";
      return number;
    }
    if (!type.empty() && type != "string" && type != "void" && is_written && shown.text.empty()) {
      return {Kind::Unlike, "it shows nothing", {}};
    }
    if (type == "date") {
      return dayOf(node.attribute("office:date-value").value());
    }
    if (type == "time") {
      return timeOf(node.attribute("office:time-value").value(), shown.text);
    }
    if (type == "boolean") {
      const std::string_view said = node.attribute("office:boolean-value").value();
      return said == "true" || said == "false" ? SheetCell{Kind::YesNo, std::string(said), {}}
                                               : mistake(std::string(said));
    }
    return textCell(node, type, std::move(shown), is_written);
  }

  static const NumberFormat& formatOfType(std::string_view type) {
    static const NumberFormat general("General");
    static const NumberFormat per_cent("0%");
    return type == "percentage" ? per_cent : general;
  }

  SheetCell textCell(const pugi::xml_node& node, std::string_view type, SheetCell shown, bool is_written) const {
    const pugi::xml_attribute kept = node.attribute("office:string-value");
    if (kept && !is_written) {
      shown.text = kept.value();
      shown.kind = shown.text.empty() ? Kind::Blank : Kind::Text;
    } else if (kept && !isSameText(kept.value(), shown)) {
      return {Kind::Unlike, "it shows another text than it keeps", {}};
    }
    if (shown.kind == Kind::Blank) {
      return type.empty() && node.attribute("table:formula") ? mistake("a formula without its result") : shown;
    }
    return asText(std::move(shown), false);
  }

  /// Whatever their blanks and raised letters.
  static bool isSameText(std::string_view kept, const SheetCell& shown) {
    const auto letters = [](std::string_view text) {
      std::string plain(text);
      std::erase_if(plain, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
      return plain;
    };
    const std::string all = letters(kept);
    std::string seen = letters(shown.text);
    return shown.superscript.empty() ? all == seen : all.size() == seen.size() + letters(shown.superscript).size();
  }

  const SheetLimits& limits_;
  const OdsStyles& styles_;
  SheetCells cells_;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
};

}  // namespace

void WorkbookCells::openOds() {
  const pugi::xml_document tree = parsePart(part("content.xml"), "content.xml");
  const pugi::xml_node content = tree.child("office:document-content");
  const OdsStyles styles = stylesOf(content);
  for (const pugi::xml_node table : content.child("office:body").child("office:spreadsheet").children("table:table")) {
    addSheet(table.attribute("table:name").value(),
             styles.hidden.count(table.attribute("table:style-name").value()) > 0, "");
    try {
      sheets_.back().cells = OdsReader(shown_as_, limits_, styles).read(table);
    } catch (const sdk::Error& error) {
      sheets_.back().error = error;
    }
  }
  if (const auto meta = parts_.find("meta.xml"); meta != parts_.end()) {
    const pugi::xml_document about = parsePart(meta->second, "meta.xml");
    const std::string_view saved =
        about.child("office:document-meta").child("office:meta").child("dc:date").child_value();
    saved_on_ = base::parseDate(saved.substr(0, 10));
  }
}

}  // namespace boardpack::ooxml
