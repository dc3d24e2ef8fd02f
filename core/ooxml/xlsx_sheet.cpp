#include "base/month.hpp"
#include "base/text.hpp"
#include "ooxml/cell_values.hpp"
#include "ooxml/number_format.hpp"
#include "ooxml/part_tree.hpp"
#include "ooxml/workbook_cells.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>

namespace boardpack::ooxml {

/// What the sheets of a workbook share.
struct XlsxBook {
  std::vector<SheetCell> strings;
  std::vector<NumberFormat> formats;
  std::vector<std::size_t> styles;  ///< [style of a cell]: its format
  bool from_1904 = false;
};

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

/// The code of "_x0041_" at the place; nothing of what is no escape.
std::optional<char32_t> escapeAt(std::string_view text, std::size_t at) {
  constexpr std::size_t kLength = 7;
  unsigned code = 0;
  if (!text.substr(at).starts_with("_x") || at + kLength > text.size() || text[at + kLength - 1] != '_') {
    return std::nullopt;
  }
  const char* const end = text.data() + at + kLength - 1;
  return std::from_chars(text.data() + at + 2, end, code, 16).ptr == end ? std::optional<char32_t>(code) : std::nullopt;
}

/// As Excel shows it: any character may stand as "_x0041_", and one that XML cannot hold does.
std::string unescaped(std::string_view text) {
  constexpr std::size_t kLength = 7;
  constexpr char32_t kUnknown = 0xFFFD;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<char32_t> found = escapeAt(text, at);
    if (!found) {
      plain += text[at++];
      continue;
    }
    at += kLength;
    char32_t code = *found;
    if (code >= 0xD800 && code < 0xDC00) {
      const std::optional<char32_t> low = escapeAt(text, at);
      const bool is_pair = low && *low >= 0xDC00 && *low < 0xE000;
      code = is_pair ? 0x10000 + ((code - 0xD800) << 10) + (*low - 0xDC00) : kUnknown;
      at += is_pair ? kLength : 0;
    }
    const bool is_none = (code >= 0xDC00 && code < 0xE000) || code == 0xFFFE || code == 0xFFFF;
    appendUtf8(is_none ? kUnknown : code == '\r' ? U'\n' : code < ' ' && code != '\n' ? U' ' : code, plain);
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

bool isTrue(const pugi::xml_attribute& attribute) {
  const std::string_view text = attribute.value();
  return text == "1" || text == "true";
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

class SheetReader {
 public:
  SheetReader(const std::string& shown_as, const SheetLimits& limits, const XlsxBook& book)
      : shown_as_(shown_as), limits_(limits), book_(book), cells_(shown_as, limits) {}

  SheetCells read(const pugi::xml_node& sheet) {
    std::size_t row_number = 0;
    for (const pugi::xml_node row : childOf(sheet, "sheetData").children()) {
      if (localName(row.name()) != "row") {
        continue;
      }
      row_number = row.attribute("r") ? row.attribute("r").as_ullong() : row_number + 1;
      if (isTrue(row.attribute("hidden")) || isZero(row.attribute("ht"))) {
        cells_.hideRows(row_number, row_number);
      }
      readRow(row, row_number);
    }
    for (const pugi::xml_node column : childOf(sheet, "cols").children()) {
      if (isTrue(column.attribute("hidden")) || isZero(column.attribute("width"))) {
        hideColumns(column.attribute("min").as_ullong(), column.attribute("max").as_ullong());
      }
    }
    for (const pugi::xml_node range : childOf(sheet, "mergeCells").children()) {
      cells_.addMerged(rangeOf(range.attribute("ref").value()));
    }
    cells_.merge();
    return std::move(cells_);
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw sdk::Error(sdk::ErrorKind::Data, shown_as_ + " " + what +
                                               ". Open it with an office program and save it as xlsx again; none of "
                                               "its rows were taken.");
  }

  static bool isZero(const pugi::xml_attribute& size) { return size && size.as_double(1) == 0; }

  void hideColumns(std::size_t first, std::size_t last) {
    if (first <= last && last <= limits_.columns) {
      cells_.hideColumns(first, last);
    }
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
      cells_.put(at.row, at.column, readCell(cell));
    }
  }

  CellRange rangeOf(std::string_view range) const {
    const std::size_t colon = range.find(':');
    const std::optional<Address> first = addressOf(range.substr(0, colon));
    const std::optional<Address> last = colon == std::string_view::npos ? first : addressOf(range.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column || last->row > limits_.rows ||
        last->column > limits_.columns) {
      refuse("has a range of merged cells that is none");
    }
    return {first->row, first->column, last->row, last->column};
  }

  const NumberFormat& formatOf(const pugi::xml_node& cell) const {
    static const NumberFormat general("General");
    const std::size_t style = cell.attribute("s").as_ullong();
    if (style == 0 && book_.styles.empty()) {
      return general;
    }
    if (style >= book_.styles.size()) {
      refuse("has a cell whose format is not among its formats");
    }
    return book_.formats[book_.styles[style]];
  }

  SheetCell readCell(const pugi::xml_node& cell) const {
    SheetCell value = contentOf(cell);
    if (value.kind == SheetCell::Kind::Text) {
      return asText(std::move(value), formatOf(cell).changesTexts());
    }
    return value;
  }

  SheetCell contentOf(const pugi::xml_node& cell) const {
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") {
      return textOf(childOf(cell, "is"));
    }
    const std::string_view kept = childOf(cell, "v").child_value();
    const std::string_view text = type == "str" ? kept : base::trim(kept);
    if (text.empty()) {
      return type != "str" && childOf(cell, "f") ? mistake("a formula without its result") : SheetCell{};
    }
    if (type == "s") {
      std::size_t index = 0;
      const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), index);
      if (fault != std::errc() || end != text.data() + text.size() || index >= book_.strings.size()) {
        refuse("has a cell whose text is not among its shared texts");
      }
      return book_.strings[index];
    }
    if (type == "str") {
      return {SheetCell::Kind::Text, unescaped(text), {}};
    }
    if (type == "b" && (text == "1" || text == "0" || text == "true" || text == "false")) {
      return {SheetCell::Kind::YesNo, text == "1" || text == "true" ? "true" : "false", {}};
    }
    if (type == "d") {
      return dayByFormat(text, formatOf(cell));
    }
    if (type.empty() || type == "n") {
      return numberByFormat(text, formatOf(cell), book_.from_1904);
    }
    return mistake(std::string(text));
  }

  static SheetCell mistake(std::string text) { return {SheetCell::Kind::Mistake, std::move(text), {}}; }

  const std::string& shown_as_;
  const SheetLimits& limits_;
  const XlsxBook& book_;
  SheetCells cells_;
};

void readStyles(const std::string& styles, const std::string& part, XlsxBook& book) {
  const pugi::xml_document tree = parsePart(styles, part);
  const pugi::xml_node root = tree.document_element();
  std::map<int, std::string> codes;
  for (const pugi::xml_node format : childOf(root, "numFmts").children()) {
    codes[format.attribute("numFmtId").as_int()] = format.attribute("formatCode").value();
  }
  std::map<int, std::size_t> known;
  for (const pugi::xml_node style : childOf(root, "cellXfs").children()) {
    const int id = style.attribute("numFmtId").as_int();
    const auto [at, is_new] = known.emplace(id, book.formats.size());
    if (is_new) {
      const auto own = codes.find(id);
      book.formats.push_back(own == codes.end() ? NumberFormat::builtIn(id) : NumberFormat(own->second));
    }
    book.styles.push_back(at->second);
  }
}

/// A part that another one leads to.
struct Relation {
  std::string id;
  std::string kind;  ///< the last word of its type: "worksheet", "styles"
  std::string part;
};

/// The list of what a part leads to: "xl/_rels/workbook.xml.rels" of "xl/workbook.xml".
std::string relationsPartOf(const std::string& part) {
  const std::size_t folder = part.rfind('/') + 1;
  return part.substr(0, folder) + "_rels/" + part.substr(folder) + ".rels";
}

/// Parts that another file holds are left out; targets are taken from the folder of `of_part`, or from the root.
std::vector<Relation> relationsOf(const std::string& text, const std::string& list, const std::string& of_part) {
  const pugi::xml_document tree = parsePart(text, list);
  std::vector<Relation> relations;
  for (const pugi::xml_node relation : tree.document_element().children()) {
    const std::string_view type = relation.attribute("Type").value();
    const std::string target = relation.attribute("Target").value();
    const std::filesystem::path folder = std::filesystem::path(of_part).parent_path();
    if (std::string_view(relation.attribute("TargetMode").value()) == "External") {
      continue;
    }
    const std::filesystem::path leads =
        target.starts_with("/") ? std::filesystem::path(target.substr(1)) : folder / target;
    relations.push_back({relation.attribute("Id").value(), std::string(type.substr(type.rfind('/') + 1)),
                         leads.lexically_normal().generic_string()});
  }
  return relations;
}

/// The part of a kind; "" when no relation names one.
std::string partOfKind(const std::vector<Relation>& relations, std::string_view kind) {
  const auto found =
      std::find_if(relations.begin(), relations.end(), [&](const Relation& one) { return one.kind == kind; });
  return found == relations.end() ? "" : found->part;
}

}  // namespace

void WorkbookCells::openXlsx() {
  XlsxBook book;
  const auto root_list = parts_.find("_rels/.rels");
  const std::vector<Relation> of_file =
      root_list == parts_.end() ? std::vector<Relation>{} : relationsOf(root_list->second, root_list->first, "");
  const std::string named = partOfKind(of_file, "officeDocument");
  const std::string workbook_part = named.empty() ? kWorkbook : named;
  const std::string list = relationsPartOf(workbook_part);
  const pugi::xml_document workbook = parsePart(part(workbook_part), workbook_part);
  const std::vector<Relation> relations = relationsOf(part(list), list, workbook_part);
  const pugi::xml_node root = workbook.document_element();
  book.from_1904 = isTrue(childOf(root, "workbookPr").attribute("date1904"));
  for (const pugi::xml_node sheet : childOf(root, "sheets").children()) {
    std::string id;
    for (const pugi::xml_attribute attribute : sheet.attributes()) {
      if (localName(attribute.name()) == "id") {
        id = attribute.value();
      }
    }
    const auto target =
        std::find_if(relations.begin(), relations.end(), [&](const Relation& one) { return one.id == id; });
    // A list without types has its sheets in the folder that every program gives them.
    if (target == relations.end() ||
        (target->kind.empty() ? target->part.find("worksheets/") == std::string::npos : target->kind != "worksheet")) {
      continue;
    }
    const std::string_view state = sheet.attribute("state").value();
    addSheet(sheet.attribute("name").value(), !state.empty() && state != "visible", target->part);
  }
  const std::string folder = workbook_part.substr(0, workbook_part.rfind('/') + 1);
  const auto partNamed = [&](std::string_view kind, const std::string& usual) -> const std::string* {
    const std::string name = partOfKind(relations, kind);
    if (!name.empty()) {
      return &part(name);
    }
    const auto found = parts_.find(folder + usual);
    return found == parts_.end() ? nullptr : &found->second;
  };
  if (const std::string* strings = partNamed("sharedStrings", "sharedStrings.xml")) {
    const pugi::xml_document tree = parsePart(*strings, "of shared texts", Blanks::Dropped);
    for (const pugi::xml_node string : tree.document_element().children()) {
      if (localName(string.name()) == "si") {
        book.strings.push_back(textOf(string));
      }
    }
  }
  if (const std::string* styles = partNamed("styles", "styles.xml")) {
    readStyles(*styles, "of styles", book);
  }
  const std::string core_part = partOfKind(of_file, "core-properties");
  if (const auto core = parts_.find(core_part.empty() ? "docProps/core.xml" : core_part); core != parts_.end()) {
    const pugi::xml_document tree = parsePart(core->second, core->first);
    const std::string_view saved = childOf(tree.document_element(), "modified").child_value();
    saved_on_ = base::parseDate(saved.substr(0, 10));
  }
  book_ = std::make_shared<const XlsxBook>(std::move(book));
}

SheetCells WorkbookCells::readXlsx(std::size_t sheet) const {
  const std::string& name = sheets_[sheet].part;
  const pugi::xml_document tree = parsePart(part(name), name, Blanks::Dropped);
  return SheetReader(shown_as_, limits_, *book_).read(tree.document_element());
}

}  // namespace boardpack::ooxml
