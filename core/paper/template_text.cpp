#include "paper/template_text.hpp"

#include "base/characters.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>

namespace boardpack::paper {

namespace {

/// Reads the lines of a template one after the other.
class Reader {
 public:
  Reader(const std::string& text, const TemplatePlace& place) : lines_(linesOf(text)), place_(place) {}

  TemplateText read() {
    checkCharacters();
    readFrontMatter();
    for (; next_ < lines_.size() && out_.mistakes.size() < kMostMistakes; ++next_) {
      collect([&] { readLine(lines_[next_]); });
    }
    endBlock();
    return std::move(out_);
  }

 private:
  /// All that is wrong is told at once: after a mistake in a line the next is read.
  template <class Step>
  void collect(const Step& step) {
    try {
      step();
    } catch (const sdk::Error& error) {
      out_.mistakes.push_back(error.sentence());
    }
  }

  void checkCharacters() const {
    for (const std::string& line : lines_) {
      if (!base::isUtf8(line)) {
        place_.fail(line, "It holds bytes that are no UTF-8. Save the template as UTF-8.");
      }
      if (const std::string bad = base::badCharacter(line, true); !bad.empty()) {
        place_.fail(line, "The line holds " + bad + ", and it may be in it by mistake; take it out.");
      }
    }
  }

  void readFrontMatter() {
    while (next_ < lines_.size() && base::trim(lines_[next_]).empty()) {
      ++next_;
    }
    if (next_ == lines_.size() || base::trim(lines_[next_]) != "---") {
      place_.fail(next_ < lines_.size() ? lines_[next_] : "",
                  "A paper begins with a line '---', its settings (paper, title, to, from, date) and a second '---'.");
    }
    const std::string opening = lines_[next_++];
    for (; next_ < lines_.size(); ++next_) {
      const std::string line(base::trim(lines_[next_]));
      if (line == "---") {
        ++next_;
        if (out_.name.empty() && out_.mistakes.empty()) {
          collect([&] {
            place_.fail(opening, "The paper has no name: expected 'paper: business-coordination-board' or the like.");
          });
        }
        return;
      }
      if (!line.empty()) {
        collect([&] { readSetting(line); });
      }
    }
    place_.fail(opening, "The settings at the top are not closed: expected a second line '---'.");
  }

  void readSetting(const std::string& line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos || colon == 0) {
      place_.fail(line, "Among the settings at the top, expected 'Label: text'.");
    }
    std::string label(base::trim(std::string_view(line).substr(0, colon)));
    const std::string text(base::trim(std::string_view(line).substr(colon + 1)));
    const std::string key = base::lower(label);
    if (key == "paper") {
      if (text.empty() || base::slug(text) != text) {
        place_.fail(line,
                    "The paper's name is used for its file: expected lower case letters, digits and single dashes.");
      }
      out_.name = text;
    } else if (key == "title") {
      out_.title = text;
    } else if (key == "marking") {
      out_.marking = text;
    } else if (!text.empty()) {
      if (label[0] >= 'a' && label[0] <= 'z') {
        label[0] = static_cast<char>(label[0] - 'a' + 'A');
      }
      out_.memo.push_back(MemoLine{std::move(label), text});
    }
  }

  void readLine(const std::string& raw) {
    const std::string line(base::trim(raw));
    if (line.empty()) {
      endBlock();
    } else if (line.starts_with("#")) {
      endBlock();
      readHeading(line);
    } else if (line.starts_with("::")) {
      endBlock();
      readDirective(line);
    } else if (line.starts_with("- ")) {
      endParagraph();
      bullets_.items.emplace_back(base::trim(std::string_view(line).substr(2)));
    } else if (!bullets_.items.empty() && (raw[0] == ' ' || raw[0] == '\t')) {
      bullets_.items.back() += " " + line;
    } else {
      readText(line);
    }
  }

  void readHeading(const std::string& line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    const std::string text(base::trim(std::string_view(line).substr(level)));
    if (level > 2 || text.empty() || line[level] != ' ') {
      place_.fail(line, "A heading is '# Purpose' or '## Strategic measures': one or two '#', a space and its words.");
    }
    out_.parts.emplace_back(Heading{static_cast<int>(level), text});
  }

  void readDirective(const std::string& line) {
    const std::size_t space = line.find(' ');
    const std::string kind = line.substr(2, space == std::string::npos ? std::string::npos : space - 2);
    const std::string id(space == std::string::npos ? "" : base::trim(std::string_view(line).substr(space)));
    if (kind != "table" && kind != "chart") {
      place_.fail(line, "There is no '::" + base::printable(kind) + "'." + base::didYouMean(kind, {"table", "chart"}) +
                            " Expected '::table ID' or '::chart ID'.");
    }
    if (id.empty()) {
      place_.fail(line, "'::" + kind + "' does not say which: expected '::" + kind + " ID'.");
    }
    out_.parts.emplace_back(Directive{kind, id, line});
  }

  void readText(const std::string& line) {
    // Forms of Markdown that would reach the paper as stray signs.
    for (const char* form : {"* ", "+ ", "```", "|", "![", "<!--"}) {
      if (line.starts_with(form)) {
        place_.fail(line, "A line that begins with '" + std::string(base::trim(form)) +
                              "' is none of the forms of a paper: headings '#' and '##', paragraphs, bullets '- ', "
                              "'::table' and '::chart'.");
      }
    }
    if (!bullets_.items.empty()) {
      endBlock();
    }
    const bool is_plain = paragraph_.empty() && line.starts_with("> ");
    if (paragraph_.empty()) {
      numbered_ = !is_plain;
    }
    const std::string text = is_plain ? std::string(base::trim(std::string_view(line).substr(2))) : line;
    paragraph_ += (paragraph_.empty() ? "" : " ") + text;
  }

  void endParagraph() {
    if (!paragraph_.empty()) {
      out_.parts.emplace_back(Paragraph{std::move(paragraph_), numbered_});
      paragraph_.clear();
    }
  }

  void endBlock() {
    endParagraph();
    if (!bullets_.items.empty()) {
      out_.parts.emplace_back(std::move(bullets_));
      bullets_ = {};
    }
  }

  std::vector<std::string> lines_;
  const TemplatePlace& place_;
  std::size_t next_ = 0;
  TemplateText out_;
  std::string paragraph_;
  bool numbered_ = true;
  Bullets bullets_;
};

}  // namespace

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    if (!line.empty() && line.back() == '\r') {
      line.pop_back();
    }
    lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

TemplatePlace::TemplatePlace(const std::string& original, std::string shown_as)
    : lines_(linesOf(original)), shown_as_(std::move(shown_as)) {}

void TemplatePlace::fail(const std::string& line, const std::string& sentence) const {
  const std::string_view wanted = base::trim(line);
  std::size_t found = 0;
  std::size_t times = 0;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (!wanted.empty() && base::trim(lines_[i]) == wanted) {
      found = times == 0 ? i + 1 : found;
      ++times;
    }
  }
  std::string where = shown_as_;
  if (times >= 1) {
    where += ", line " + std::to_string(found);
  } else if (!wanted.empty()) {
    where += ", at '" + base::printable(wanted) + "'";
  }
  throw sdk::Error(sdk::ErrorKind::Script, where + ": " + sentence);
}

TemplateText readTemplate(const std::string& expanded, const TemplatePlace& place) {
  return Reader(expanded, place).read();
}

}  // namespace boardpack::paper
