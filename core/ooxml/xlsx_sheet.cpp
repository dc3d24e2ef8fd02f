#include "base/month.hpp"
#include "base/text.hpp"
#include "ooxml/exact_number.hpp"
#include "ooxml/part_tree.hpp"
#include "ooxml/workbook_cells.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <charconv>
#include <map>

namespace boardpack::ooxml {
namespace {

constexpr const char* kWorkbook = "xl/workbook.xml";

/// The name of an element or attribute without its prefix: some programs write "x:row".
std::string_view localName(const char* name) {
  const std::string_view whole = name;
  const std::size_t colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node childOf(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node child : node.children()) {
    if (localName(child.name()) == name) {
      return child;
    }
  }
  return {};
}

/// Characters that XML cannot hold stand as "_x000D_".
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned code = 0;
    const bool escape =
        text.substr(at).starts_with("_x") && at + 6 < text.size() && text[at + 6] == '_' &&
        std::from_chars(text.data() + at + 2, text.data() + at + 6, code, 16).ptr == text.data() + at + 6;
    if (escape && code < 0x20) {
      plain += code == '\r' ? '\n' : ' ';
      at += 6;
    } else {
      plain += text[at];
    }
  }
  return plain;
}

/// Text of a shared or inline string; what is set as superscript apart.
SheetCell textOf(const pugi::xml_node& string) {
  SheetCell cell;
  cell.kind = SheetCell::Kind::Text;
  for (const pugi::xml_node part : string.children()) {
    const std::string_view name = localName(part.name());
    if (name == "t") {
      cell.text += unescaped(part.child_value());
    } else if (name == "r") {
      const pugi::xml_node raised = childOf(childOf(part, "rPr"), "vertAlign");
      std::string& to =
          std::string_view(raised.attribute("val").value()) == "superscript" ? cell.superscript : cell.text;
      to += unescaped(childOf(part, "t").child_value());
    }
  }
  if (cell.text.empty() && cell.superscript.empty()) {
    cell.kind = SheetCell::Kind::Blank;
  }
  return cell;
}

struct Address {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// "AB14", also "$AB$14"; nothing for something else.
std::optional<Address> addressOf(std::string_view text) {
  Address address;
  std::size_t at = 0;
  for (; at < text.size() && !(text[at] >= '0' && text[at] <= '9'); ++at) {
    if (text[at] == '$') {
      continue;
    }
    if (text[at] < 'A' || text[at] > 'Z' || address.column > 20'000) {
      return std::nullopt;
    }
    address.column = address.column * 26 + static_cast<std::size_t>(text[at] - 'A' + 1);
  }
  const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), address.row);
  if (fault != std::errc() || end != text.data() + text.size() || address.row == 0 || address.column == 0) {
    return std::nullopt;
  }
  return address;
}

/// Whether one of the letters stands in the format outside quotes, colours and escapes.
bool formatHas(std::string_view format, std::string_view letters) {
  char closing = 0;
  for (std::size_t at = 0; at < format.size(); ++at) {
    const char c = format[at];
    if (closing != 0) {
      closing = c == closing ? '\0' : closing;
    } else if (c == '"') {
      closing = '"';
    } else if (c == '[') {
      closing = ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (letters.find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool isDateFormat(int id, const std::map<int, std::string>& formats) {
  const auto own = formats.find(id);
  if (own == formats.end()) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  }
  return formatHas(own->second, "dDyYmM");
}

bool isPerCentFormat(int id, const std::map<int, std::string>& formats) {
  const auto own = formats.find(id);
  return own == formats.end() ? id == 9 || id == 10 : formatHas(own->second, "%");
}

/// Where "worksheets/sheet1.xml" of a list in the folder xl/ leads.
std::string partOfTarget(std::string target) {
  if (target.starts_with("/")) {
    return target.substr(1);
  }
  while (target.starts_with("./")) {
    target.erase(0, 2);
  }
  return "xl/" + target;
}

class SheetReader {
 public:
  SheetReader(const std::string& shown_as, const SheetLimits& limits, const std::vector<SheetCell>& strings,
              const std::vector<bool>& date_styles, const std::vector<bool>& per_cent_styles, bool from_1904)
      : shown_as_(shown_as),
        limits_(limits),
        strings_(strings),
        date_styles_(date_styles),
        per_cent_styles_(per_cent_styles),
        from_1904_(from_1904) {}

  SheetCells read(const pugi::xml_node& sheet) {
    std::size_t row_number = 0;
    for (const pugi::xml_node row : childOf(sheet, "sheetData").children()) {
      if (localName(row.name()) != "row") {
        continue;
      }
      row_number = row.attribute("r") ? row.attribute("r").as_ullong() : row_number + 1;
      readRow(row, row_number);
    }
    for (const pugi::xml_node range : childOf(sheet, "mergeCells").children()) {
      merge(range.attribute("ref").value());
    }
    return std::move(cells_);
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw sdk::Error(sdk::ErrorKind::Data, shown_as_ + " " + what +
                                               ". Open it with an office program and save it as xlsx again; none of "
                                               "its rows were taken.");
  }

  void readRow(const pugi::xml_node& row, std::size_t row_number) {
    std::size_t column = 0;
    for (const pugi::xml_node cell : row.children()) {
      if (localName(cell.name()) != "c") {
        continue;
      }
      ++column;
      Address at{row_number, column};
      if (const pugi::xml_attribute reference = cell.attribute("r")) {
        const std::optional<Address> said = addressOf(reference.value());
        if (!said || said->row != row_number) {
          refuse("has a cell in row " + std::to_string(row_number) + " whose address does not fit its row");
        }
        at = *said;
      }
      column = at.column;
      if (SheetCell value = readCell(cell); value.kind != SheetCell::Kind::Blank) {
        put(at, std::move(value));
      }
    }
  }

  void put(const Address& at, SheetCell value) {
    take(1, at.row, at.column);
    if (cells_.at(at.row, at.column).kind != SheetCell::Kind::Blank) {
      refuse("has the cell " + cellAddress(at.row, at.column) + " twice, so what it says depends on who reads it");
    }
    cells_.put(at.row, at.column, std::move(value));
  }

  void take(std::size_t cells, std::size_t row, std::size_t column) {
    taken_ += cells;
    if (taken_ > limits_.cells || row > limits_.rows || column > limits_.columns || row == 0 || column == 0) {
      throw sdk::Error(sdk::ErrorKind::Data, shown_as_ +
                                                 " has a sheet with more cells than a workbook may hold. Is it "
                                                 "the file that was meant?");
    }
  }

  void merge(std::string_view range) {
    const std::size_t colon = range.find(':');
    const std::optional<Address> first = addressOf(range.substr(0, colon));
    const std::optional<Address> last = colon == std::string_view::npos ? first : addressOf(range.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column || last->row > limits_.rows ||
        last->column > limits_.columns) {
      refuse("has a range of merged cells that is none");
    }
    if (cells_.at(first->row, first->column).kind != SheetCell::Kind::Blank) {
      take((last->row - first->row + 1) * (last->column - first->column + 1), last->row, last->column);
      cells_.merge(first->row, first->column, last->row, last->column);
    }
  }

  SheetCell readCell(const pugi::xml_node& cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") {
      return textOf(childOf(cell, "is"));
    }
    const pugi::xml_node value = childOf(cell, "v");
    const std::string_view text = value.child_value();
    if (text.empty()) {
      return type != "str" && childOf(cell, "f") ? mistake("a formula without its result") : SheetCell{};
    }
    if (type == "s") {
      std::size_t index = 0;
      const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), index);
      if (fault != std::errc() || end != text.data() + text.size() || index >= strings_.size()) {
        refuse("has a cell whose text is not among its shared texts");
      }
      return strings_[index];
    }
    if (type == "str") {
      return {SheetCell::Kind::Text, unescaped(text), {}};
    }
    if (type == "b") {
      return {SheetCell::Kind::YesNo, text == "1" ? "true" : "false", {}};
    }
    if (type == "e") {
      return mistake(std::string(text));
    }
    if (type == "d") {
      return {SheetCell::Kind::Date, std::string(text), {}};
    }
    return number(cell, text);
  }

  static SheetCell mistake(std::string text) { return {SheetCell::Kind::Mistake, std::move(text), {}}; }

  SheetCell number(const pugi::xml_node& cell, std::string_view text) const {
    std::optional<std::string> plain = plainDigits(text);
    if (!plain) {
      return mistake(std::string(text));
    }
    const std::size_t style = cell.attribute("s").as_ullong();
    if (style < date_styles_.size() && date_styles_[style]) {
      if (std::optional<std::string> day = dayOfSerial(*plain, from_1904_)) {
        return {SheetCell::Kind::Date, std::move(*day), {}};
      }
    }
    const bool is_per_cent = style < per_cent_styles_.size() && per_cent_styles_[style];
    return {SheetCell::Kind::Number, std::move(*plain), {}, is_per_cent};
  }

  const std::string& shown_as_;
  const SheetLimits& limits_;
  const std::vector<SheetCell>& strings_;
  const std::vector<bool>& date_styles_;
  const std::vector<bool>& per_cent_styles_;
  bool from_1904_;
  SheetCells cells_;
  std::size_t taken_ = 0;
};

struct Styles {
  std::vector<bool> dates, per_cent;  ///< by cell format
};

Styles stylesOf(const std::string& styles) {
  const pugi::xml_document tree = parsePart(styles, "xl/styles.xml");
  const pugi::xml_node root = tree.document_element();
  std::map<int, std::string> formats;
  for (const pugi::xml_node format : childOf(root, "numFmts").children()) {
    formats[format.attribute("numFmtId").as_int()] = format.attribute("formatCode").value();
  }
  Styles found;
  for (const pugi::xml_node style : childOf(root, "cellXfs").children()) {
    const int id = style.attribute("numFmtId").as_int();
    found.dates.push_back(isDateFormat(id, formats));
    found.per_cent.push_back(isPerCentFormat(id, formats));
  }
  return found;
}

}  // namespace

void WorkbookCells::openXlsx() {
  const std::string list = "xl/_rels/workbook.xml.rels";
  const pugi::xml_document workbook = parsePart(part(kWorkbook), kWorkbook);
  const pugi::xml_document relations = parsePart(part(list), list);
  std::map<std::string, std::string> targets;
  for (const pugi::xml_node relation : relations.document_element().children()) {
    targets[relation.attribute("Id").value()] = partOfTarget(relation.attribute("Target").value());
  }
  const pugi::xml_node root = workbook.document_element();
  const std::string_view epoch = childOf(root, "workbookPr").attribute("date1904").value();
  from_1904_ = epoch == "1" || epoch == "true";
  for (const pugi::xml_node sheet : childOf(root, "sheets").children()) {
    std::string id;
    for (const pugi::xml_attribute attribute : sheet.attributes()) {
      if (localName(attribute.name()) == "id") {
        id = attribute.value();
      }
    }
    const auto target = targets.find(id);
    if (target != targets.end() && target->second.find("worksheets/") != std::string::npos) {
      names_.emplace_back(sheet.attribute("name").value());
      sheet_parts_.push_back(target->second);
    }
  }
  if (const auto strings = parts_.find("xl/sharedStrings.xml"); strings != parts_.end()) {
    const pugi::xml_document tree = parsePart(strings->second, strings->first);
    for (const pugi::xml_node string : tree.document_element().children()) {
      strings_.push_back(textOf(string));
    }
  }
  if (const auto styles = parts_.find("xl/styles.xml"); styles != parts_.end()) {
    Styles found = stylesOf(styles->second);
    date_styles_ = std::move(found.dates);
    per_cent_styles_ = std::move(found.per_cent);
  }
  if (const auto core = parts_.find("docProps/core.xml"); core != parts_.end()) {
    const pugi::xml_document tree = parsePart(core->second, core->first);
    const std::string_view saved = childOf(tree.document_element(), "modified").child_value();
    saved_on_ = base::parseDate(saved.substr(0, 10));
  }
}

SheetCells WorkbookCells::readXlsx(std::size_t sheet) const {
  const std::string& name = sheet_parts_[sheet];
  const pugi::xml_document tree = parsePart(part(name), name);
  return SheetReader(shown_as_, limits_, strings_, date_styles_, per_cent_styles_, from_1904_)
      .read(tree.document_element());
}

}  // namespace boardpack::ooxml
