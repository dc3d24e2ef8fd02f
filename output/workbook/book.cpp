#include "workbook/book.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstring>
#include <utility>

namespace boardpack::workbook {
namespace {

constexpr std::size_t kLongestSheetName = 31;
constexpr std::size_t kLongestText = 32767;
constexpr const char* kFont = "Arial";
constexpr double kFontSize = 12;
constexpr double kTitleSize = 16;

[[noreturn]] void fail(const std::string& sentence) { throw sdk::Error(sdk::ErrorKind::Outside, sentence); }

/// The first `most` bytes, cut before a character that would be split.
std::string cutAt(const std::string& text, std::size_t most) {
  if (text.size() <= most) {
    return text;
  }
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
    --end;
  }
  return text.substr(0, end);
}

/// Whether "_x" and four hexadecimal digits and "_" stand there, which a spreadsheet reads as one character.
bool isEscape(const std::string& text, std::size_t at) {
  constexpr std::size_t kLength = 7;
  const auto is_digit = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
  return at + kLength <= text.size() && text[at + kLength - 1] == '_' &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at + kLength) - 1, is_digit);
}

std::string numberFormat(int decimals, bool is_signed) {
  const std::string plain = decimals > 0 ? "#,##0." + std::string(static_cast<std::size_t>(decimals), '0') : "#,##0";
  return is_signed ? "+" + plain + ";-" + plain + ";" + plain : plain;
}

}  // namespace

Book::Book(const std::filesystem::path& file, const std::filesystem::path& scratch)
    : scratch_(scratch.string()), book_(nullptr), file_(file) {
  lxw_workbook_options options{};
  options.tmpdir = scratch_.data();
  book_ = workbook_new_opt(file.c_str(), &options);
  if (book_ == nullptr) {
    fail("The workbook " + file.string() + " could not be begun: not enough memory.");
  }
}

Book::~Book() {
  if (book_ != nullptr) {
    lxw_workbook_free(book_);
  }
}

lxw_worksheet* Book::addSheet(const std::string& name) {
  lxw_worksheet* sheet =
      sheets_.insert(base::folded(name)).second ? workbook_add_worksheet(book_, name.c_str()) : nullptr;
  if (sheet == nullptr) {
    fail("The workbook cannot have a sheet of the name '" + name + "'.");
  }
  record_of_[name] = records_.size();
  records_.emplace_back(name);
  return sheet;
}

lxw_chart* Book::addChart(std::uint8_t type) { return workbook_add_chart(book_, type); }

lxw_format* Book::style(Style style) {
  const auto known = styles_.find(style);
  if (known != styles_.end()) {
    return known->second;
  }
  lxw_format* format = workbook_add_format(book_);
  format_set_font_name(format, kFont);
  format_set_font_size(format, style == Style::Title || style == Style::WrappedTitle ? kTitleSize : kFontSize);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  switch (style) {
    case Style::Body:
      break;
    case Style::Wrapped:
      format_set_text_wrap(format);
      break;
    case Style::AfterNumber:
      format_set_text_wrap(format);
      format_set_indent(format, 1);
      break;
    case Style::WrappedTitle:
      format_set_text_wrap(format);
      [[fallthrough]];
    case Style::Title:
    case Style::Bold:
      format_set_bold(format);
      break;
    case Style::HeaderNumber:
      format_set_align(format, LXW_ALIGN_RIGHT);
      [[fallthrough]];
    case Style::HeaderText:
      format_set_bold(format);
      format_set_text_wrap(format);
      format_set_bottom(format, LXW_BORDER_THIN);
      break;
    case Style::HeaderAfterNumber:
      format_set_bold(format);
      format_set_text_wrap(format);
      format_set_bottom(format, LXW_BORDER_THIN);
      format_set_indent(format, 1);
      break;
    case Style::Link:
      format_set_text_wrap(format);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      format_set_font_color(format, 0x0563C1);
      break;
    case Style::Shorthand:
      format_set_align(format, LXW_ALIGN_RIGHT);
      break;
  }
  styles_[style] = format;
  return format;
}

lxw_format* Book::number(int decimals, bool is_signed) {
  lxw_format*& format = numbers_[{decimals, is_signed}];
  if (format == nullptr) {
    format = workbook_add_format(book_);
    format_set_font_name(format, kFont);
    format_set_font_size(format, kFontSize);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(format, numberFormat(decimals, is_signed).c_str());
  }
  return format;
}

std::string Book::tableName(const std::string& wished) {
  std::string name = "t_";
  for (const char c : base::slug(wished)) {
    name += c == '-' ? '_' : c;
  }
  std::string unique = name;
  for (int n = 2; !tables_.insert(unique).second; ++n) {
    unique = name + "_" + std::to_string(n);
  }
  return unique;
}

void Book::setProperties(const std::string& title, const std::string& author, const std::string& keywords,
                         long created) {
  // The library's fields are not const; it copies them.
  std::string owned_title = title;
  std::string owned_author = author;
  std::string owned_keywords = keywords;
  lxw_doc_properties properties{};
  properties.title = owned_title.data();
  properties.author = owned_author.data();
  properties.company = owned_author.data();
  properties.keywords = owned_keywords.data();
  properties.created = created;
  workbook_set_properties(book_, &properties);
}

std::vector<ooxml::SheetRecord> Book::close() {
  lxw_workbook* book = std::exchange(book_, nullptr);
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) {
    fail("The workbook " + file_.string() + " could not be written. Check that its folder can be written to.");
  }
  return std::move(records_);
}

std::string clean(const std::string& text) {
  std::string result = base::shownText(text);
  // "_x0041_" stands for "A" in a part of a workbook; with its first sign written so it stands for itself.
  for (std::size_t at = 0; (at = result.find("_x", at)) != std::string::npos; ++at) {
    if (isEscape(result, at)) {
      result.insert(at, "_x005F");
      at += std::string_view("_x005F_x").size();
    }
  }
  return result;
}

std::string shortened(const std::string& text, std::size_t most) {
  return text.size() <= most ? text : cutAt(text, most - std::string_view("…").size()) + "…";
}

void require(lxw_error error, const Place& place) {
  if (error != LXW_NO_ERROR) {
    fail("The workbook could not take what belongs in cell " + cellName(place.row, place.column) + " of the sheet '" +
         place.sheet_name + "' (fault " + std::to_string(static_cast<int>(error)) + " of the writer).");
  }
}

void writeText(Book& book, const Place& place, const std::string& text, Style style) {
  if (!base::isUtf8(text)) {
    fail("The text for cell " + cellName(place.row, place.column) + " of the sheet '" + place.sheet_name +
         "' is not UTF-8.");
  }
  const std::string words = cutAt(clean(text), kLongestText);
  require(worksheet_write_string(place.sheet, place.row, place.column, words.c_str(), book.style(style)), place);
  book.record(place.sheet_name).text(place.row, place.column, words);
}

void writeNumber(Book& book, const Place& place, double value, int decimals, bool is_signed) {
  if (!std::isfinite(value)) {
    fail("The value for cell " + cellName(place.row, place.column) + " of the sheet '" + place.sheet_name +
         "' is not a number.");
  }
  require(worksheet_write_number(place.sheet, place.row, place.column, value, book.number(decimals, is_signed)), place);
  book.record(place.sheet_name).number(place.row, place.column, value);
}

void writeLink(Book& book, const Place& place, const std::string& sheet, const std::string& cell,
               const std::string& text) {
  std::string quoted;
  for (const char c : sheet) {
    quoted += c == '\'' ? "''" : std::string(1, c);
  }
  const std::string target = "internal:'" + quoted + "'!" + cell;
  const std::string words = clean(text);
  require(worksheet_write_url_opt(place.sheet, place.row, place.column, target.c_str(), book.style(Style::Link),
                                  words.c_str(), nullptr),
          place);
  book.record(place.sheet_name).text(place.row, place.column, words);
}

std::string cellName(lxw_row_t row, lxw_col_t column) {
  std::string letters;
  for (int n = column + 1; n > 0; n = (n - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  }
  return letters + std::to_string(row + 1);
}

std::string sheetName(const std::string& wished, std::set<std::string>& taken) {
  std::string name;
  for (const char c : base::shownText(wished)) {
    // A link to a sheet is cut at a "#", and "_x0041_" would be read as "A".
    if (c != '#') {
      name += std::strchr("[]:*?/\\", c) != nullptr ? ' ' : c;
    }
  }
  for (std::size_t at = 0; (at = name.find("_x", at)) != std::string::npos; ++at) {
    name[at] = isEscape(name, at) ? ' ' : '_';
  }
  // Only ASCII counts a byte a character; a name of other letters is cut a little earlier than it would have to be.
  name = std::string(base::trim(cutAt(name, kLongestSheetName)));
  while (!name.empty() && name.front() == '\'') {
    name.erase(0, 1);
  }
  while (!name.empty() && name.back() == '\'') {
    name.pop_back();
  }
  if (name.empty() || base::lower(name) == "history") {
    name = name.empty() ? "Sheet" : "Sheet " + name;
  }
  std::string unique = name;
  for (int n = 2; !taken.insert(base::folded(unique)).second; ++n) {
    const std::string ending = " " + std::to_string(n);
    unique = std::string(base::trim(cutAt(name, kLongestSheetName - ending.size()))) + ending;
  }
  return unique;
}

}  // namespace boardpack::workbook
