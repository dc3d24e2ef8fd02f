#include "ooxml/sheet_record.hpp"

#include "ooxml/part_tree.hpp"
#include "ooxml/well_formed.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <functional>
#include <map>
#include <optional>

namespace boardpack::ooxml {
namespace {

constexpr unsigned kColumnBits = 32;
constexpr std::uint64_t kEmpty = 0;

std::uint64_t digestOf(char kind, std::string_view text) {
  const std::uint64_t digest = std::hash<std::string_view>{}(text) ^ static_cast<std::uint64_t>(kind);
  return digest == kEmpty ? 1 : digest;
}

[[noreturn]] void missing(const std::string& what) {
  throw sdk::Error(sdk::ErrorKind::Data, "The workbook has no whole " + what + ". Make it again.");
}

const std::string& part(const Parts& parts, const std::string& name) {
  const auto found = parts.find(name);
  if (found == parts.end()) {
    missing("part " + name);
  }
  return found->second;
}

const char* attribute(const char* const* attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == *attributes) {
      return attributes[1];
    }
  }
  return "";
}

std::vector<std::string> sharedTexts(const Parts& parts) {
  constexpr const char* kShared = "xl/sharedStrings.xml";
  std::vector<std::string> texts;
  const auto found = parts.find(kShared);
  if (found == parts.end()) {
    return texts;
  }
  bool in_text = false;
  XmlVisitor visitor;
  visitor.opens = [&](std::string_view name, const char* const*) {
    if (name == "si") {
      texts.emplace_back();
    }
    in_text = name == "t" && !texts.empty();
  };
  visitor.closes = [&](std::string_view) { in_text = false; };
  visitor.text = [&](std::string_view text) {
    if (in_text) {
      texts.back().append(text);
    }
  };
  if (walk(found->second, visitor)) {
    missing(std::string("part ") + kShared);
  }
  return texts;
}

/// "C12": row 11, column 2.
std::optional<std::pair<std::uint32_t, std::uint32_t>> addressOf(std::string_view name) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 3; ++at) {
    column = column * 26 + static_cast<std::uint32_t>(name[at] - 'A' + 1);
  }
  std::uint32_t row = 0;
  const auto [end, error] = std::from_chars(name.data() + at, name.data() + name.size(), row);
  if (column == 0 || row == 0 || error != std::errc() || end != name.data() + name.size()) {
    return std::nullopt;
  }
  return std::pair{row - 1, column - 1};
}

/// Reads the cells of one sheet as they come.
class SheetWalk {
 public:
  SheetWalk(std::string name, const std::vector<std::string>& texts) : record_(std::move(name)), texts_(texts) {}

  SheetRecord walkOver(const std::string& xml) {
    XmlVisitor visitor;
    visitor.opens = [this](std::string_view name, const char* const* attributes) { open(name, attributes); };
    visitor.closes = [this](std::string_view name) { close(name); };
    visitor.text = [this](std::string_view text) {
      if (in_value_) {
        value_.append(text);
      }
    };
    if (walk(xml, visitor)) {
      missing("sheet '" + record_.name() + "'");
    }
    return std::move(record_);
  }

 private:
  void open(std::string_view name, const char* const* attributes) {
    if (name == "c") {
      address_ = addressOf(attribute(attributes, "r"));
      kind_ = attribute(attributes, "t");
      value_.clear();
    }
    in_value_ = name == "v" || name == "t";
  }

  void close(std::string_view name) {
    in_value_ = false;
    if (name != "c" || value_.empty()) {
      return;
    }
    if (!address_) {
      missing("address of a cell of the sheet '" + record_.name() + "'");
    }
    if (kind_ == "s") {
      std::size_t index = 0;
      const auto read = std::from_chars(value_.data(), value_.data() + value_.size(), index);
      if (read.ec != std::errc() || index >= texts_.size()) {
        missing("text of a cell of the sheet '" + record_.name() + "'");
      }
      record_.text(address_->first, address_->second, texts_[index]);
      return;
    }
    if (!kind_.empty() && kind_ != "n") {
      record_.text(address_->first, address_->second, value_);
      return;
    }
    double number = 0;
    const auto read = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (read.ec != std::errc() || read.ptr != value_.data() + value_.size()) {
      missing("number of a cell of the sheet '" + record_.name() + "'");
    }
    record_.number(address_->first, address_->second, number);
  }

  SheetRecord record_;
  const std::vector<std::string>& texts_;
  std::optional<std::pair<std::uint32_t, std::uint32_t>> address_;
  std::string kind_;
  std::string value_;
  bool in_value_ = false;
};

}  // namespace

void SheetRecord::text(std::uint32_t row, std::uint32_t column, std::string_view text) {
  add(row, column, text.empty() ? kEmpty : digestOf('t', text));
}

void SheetRecord::number(std::uint32_t row, std::uint32_t column, double value) {
  std::array<char, 40> digits{};
  const int size = std::snprintf(digits.data(), digits.size(), "%.16G", value);
  add(row, column, digestOf('n', {digits.data(), static_cast<std::size_t>(size)}));
}

void SheetRecord::add(std::uint32_t row, std::uint32_t column, std::uint64_t digest) {
  const std::uint64_t address = (static_cast<std::uint64_t>(row) << kColumnBits) | column;
  is_settled_ = is_settled_ && (cells_.empty() || (cells_.back().first < address && digest != kEmpty));
  cells_.emplace_back(address, digest);
}

const std::vector<SheetRecord::Cell>& SheetRecord::settled() const {
  if (is_settled_) {
    return cells_;
  }
  // Of what was written into one cell the last counts.
  std::stable_sort(cells_.begin(), cells_.end(), [](const Cell& a, const Cell& b) { return a.first < b.first; });
  std::vector<Cell> kept;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if ((i + 1 == cells_.size() || cells_[i + 1].first != cells_[i].first) && cells_[i].second != kEmpty) {
      kept.push_back(cells_[i]);
    }
  }
  cells_ = std::move(kept);
  is_settled_ = true;
  return cells_;
}

std::size_t SheetRecord::cells() const { return settled().size(); }

std::size_t SheetRecord::rows() const {
  std::size_t rows = 0;
  std::uint64_t last = 0;
  for (const Cell& cell : settled()) {
    const std::uint64_t row = (cell.first >> kColumnBits) + 1;
    rows += row != last ? 1 : 0;
    last = row;
  }
  return rows;
}

bool SheetRecord::operator==(const SheetRecord& other) const {
  return name_ == other.name_ && settled() == other.settled();
}

std::vector<SheetRecord> sheetRecords(const Parts& workbook) {
  constexpr const char* kBook = "xl/workbook.xml";
  constexpr const char* kRelations = "xl/_rels/workbook.xml.rels";
  std::map<std::string, std::string> targets;
  const pugi::xml_document relations = parsePart(part(workbook, kRelations), kRelations);
  for (const pugi::xml_node& relation : relations.child("Relationships").children("Relationship")) {
    targets[relation.attribute("Id").value()] = relation.attribute("Target").value();
  }
  const std::vector<std::string> texts = sharedTexts(workbook);
  std::vector<SheetRecord> records;
  const pugi::xml_document book = parsePart(part(workbook, kBook), kBook);
  for (const pugi::xml_node& sheet : book.child("workbook").child("sheets").children("sheet")) {
    const std::string& target = targets[sheet.attribute("r:id").value()];
    records.push_back(SheetWalk(sheet.attribute("name").value(), texts).walkOver(part(workbook, "xl/" + target)));
  }
  return records;
}

}  // namespace boardpack::ooxml
