#include "paper/template_forms.hpp"

#include "base/text.hpp"
#include "paper/template_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace boardpack::paper {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isOfWord(char c) { return isDigit(c) || isLetter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// The lines without what Lua gives, a letter in its place, and without signs that a backslash makes plain.
class PlainLines {
 public:
  std::string take(const std::string& line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (in_value_) {
        const bool ends = line.compare(i, 2, "}}") == 0;
        in_value_ = !ends;
        i += ends ? 1 : 0;
      } else if (line.compare(i, 2, "{{") == 0) {
        in_value_ = true;
        out += 'x';
        ++i;
      } else if (line[i] == '\\' && i + 1 < line.size()) {
        out += 'x';
        ++i;
      } else {
        out += line[i];
      }
    }
    return out;
  }

 private:
  bool in_value_ = false;
};

/// How long the "12." at the start of a line is; 0 where it has none.
std::size_t numberAtStart(std::string_view line) {
  constexpr std::size_t kMostDigits = 3;
  std::size_t digits = 0;
  while (digits < line.size() && isDigit(line[digits])) {
    ++digits;
  }
  const bool is_item = digits > 0 && digits <= kMostDigits && digits + 1 < line.size() &&
                       (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return is_item ? digits + 1 : 0;
}

bool consistsOf(std::string_view line, std::string_view signs) {
  return line.find_first_not_of(signs) == std::string_view::npos;
}

/// "_word_" or "__word__" between spaces or signs; names such as robbery_by are none.
bool hasUnderscores(std::string_view line) {
  bool is_open = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '_') {
      continue;
    }
    const bool after_word = i > 0 && (isOfWord(line[i - 1]) || line[i - 1] == '_');
    const bool before_word = i + 1 < line.size() && (isOfWord(line[i + 1]) || line[i + 1] == '_');
    if (is_open && after_word && !before_word) {
      return true;
    }
    is_open = is_open || (before_word && !after_word);
  }
  return false;
}

bool hasTag(std::string_view line) {
  for (std::size_t at = line.find('<'); at != std::string_view::npos; at = line.find('<', at + 1)) {
    const char next = at + 1 < line.size() ? line[at + 1] : ' ';
    if ((isLetter(next) || next == '/' || next == '!') && line.find('>', at) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

struct Form {
  std::string_view sign;
  const char* sentence;
};

constexpr std::array kForms = {
    Form{"[^",
         "A footnote is none of the forms of a paper. Say it in the sentence, or in a paragraph without a number: "
         "'> text'."},
    Form{"![", "A picture is none of the forms of a paper. '::chart ID' shows a chart of the pack."},
    Form{"](",
         "A link is none of the forms of a paper. Write its words, with the address after them where readers need "
         "it."},
    Form{"][",
         "A link is none of the forms of a paper. Write its words, with the address after them where readers need "
         "it."},
    Form{"]: http",
         "A link is none of the forms of a paper. Write its words, with the address after them where readers need "
         "it."},
    Form{"`",
         "The sign '`' would be printed as it stands, for papers have no code. Leave it out, or write '\\`' where it "
         "is meant."},
    Form{"~~", "Words that are struck through are none of the forms of a paper. Leave them out."},
};

constexpr const char* kNumbered =
    "A numbered list is none of the forms of a paper. Paragraphs get their numbers by themselves; begin a point with "
    "'- ', or write '\\' before the number where it is meant.";
constexpr const char* kNested = "Points have one level in a paper. Begin the line with '- ' and no space before it.";
constexpr const char* kRule =
    "A line of signs is none of the forms of a paper. '# Words' is a heading, and a blank line "
    "parts two paragraphs.";
constexpr const char* kTable =
    "A table of one's own is none of the forms of a paper. '::table ID' shows one of the pack.";
constexpr const char* kTag =
    "HTML is none of the forms of a paper. It has *italic* and **bold**; write '\\<' where the sign "
    "is meant.";
constexpr const char* kUnderscores = "Underscores would be printed as they stand. Write *italic* or **bold**.";

/// What is wrong with a line; nullptr when nothing is.
const char* wrongWith(std::string_view line, bool is_indented, bool begins_block) {
  const std::size_t number = numberAtStart(line);
  if (number > 0 && (begins_block || (number == 2 && line.front() == '1'))) {
    return kNumbered;
  }
  if (is_indented && line.starts_with("- ")) {
    return kNested;
  }
  if (line.size() >= 3 && (consistsOf(line, "- ") || consistsOf(line, "=") || consistsOf(line, "_ ") ||
                           consistsOf(line, "* ") || consistsOf(line, "~"))) {
    return kRule;
  }
  if (line.find('|') != std::string_view::npos && consistsOf(line, "|-: ")) {
    return kTable;
  }
  for (const Form& form : kForms) {
    const std::size_t at = line.find(form.sign);
    // What closes a bracket is a link only where one was opened.
    const bool is_open = !form.sign.starts_with(']') || line.substr(0, at).find('[') != std::string_view::npos;
    if (at != std::string_view::npos && is_open) {
      return form.sentence;
    }
  }
  if (hasTag(line)) {
    return kTag;
  }
  return hasUnderscores(line) ? kUnderscores : nullptr;
}

}  // namespace

std::vector<UnknownForm> unknownForms(const std::string& template_text) {
  const std::vector<std::string> lines = linesOf(template_text);
  int settings = 0;  // lines '---' seen
  bool begins_block = true;
  PlainLines plain;
  std::vector<UnknownForm> forms;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string stripped = plain.take(lines[i]);
    const std::string_view line = base::trim(stripped);
    if (settings < 2) {
      settings += line == "---" ? 1 : 0;
      continue;
    }
    const bool is_lua = line.starts_with("%") && !line.starts_with("%%");
    if (is_lua || line.starts_with("::")) {
      begins_block = begins_block || !is_lua;
      continue;
    }
    if (line.empty()) {
      begins_block = true;
      continue;
    }
    const bool is_indented = stripped.front() == ' ' || stripped.front() == '\t';
    if (const char* sentence = wrongWith(line, is_indented, begins_block)) {
      forms.push_back({i + 1, sentence});
    }
    begins_block = line.starts_with("- ") || line.starts_with("#");
  }
  return forms;
}

}  // namespace boardpack::paper
