#include "document/markdown.hpp"

#include "base/text.hpp"
#include "document/word_table.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <string_view>

namespace boardpack::document {
namespace {

constexpr const char* kTextWidth = "15.92cm";  // A4 less two margins of 2.54 cm, as in the reference document

bool isPunctuation(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte < 0x7F && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z');
}

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// True when the asterisks at `at` stand alone: between spaces they mark nothing, and at the start of a paragraph they
/// would begin a list.
bool standsAlone(std::string_view text, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && text[first - 1] == '*') {
    --first;
  }
  std::size_t end = at;
  while (end < text.size() && text[end] == '*') {
    ++end;
  }
  return (first == 0 || isSpace(text[first - 1])) && (end == text.size() || isSpace(text[end]));
}

/// A measure's title and the like: its stars are stars, unlike those of a paper's own text.
std::string asItStands(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    escaped += c == '*' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  }
  return escaped;
}

class Builder {
 public:
  Builder(const paper::Document& document, const paper::Pack& pack) : document_(document), pack_(pack) {}

  Markdown build() {
    if (hasTitle(document_)) {
      styled("Title", inlineMarkdown(document_.title));
    }
    for (at_ = 0; at_ < document_.blocks.size(); ++at_) {
      std::visit(*this, document_.blocks[at_]);
    }
    return std::move(markdown_);
  }

  void operator()(const paper::MemoLine& line) {
    styled("Memo",
           "**" + inlineMarkdown(line.label) + "\\:**`<w:r><w:tab/></w:r>`{=openxml}" + inlineMarkdown(line.text));
  }

  void operator()(const paper::Heading& heading) {
    level_ = heading.level;
    if (level_ == 1) {
      has_subheadings_ = sectionHasSubheadings();
    }
    add(std::string(static_cast<std::size_t>(level_), '#') + " " + inlineMarkdown(heading.text));
  }

  void operator()(const paper::Paragraph& paragraph) { styled(styleOf(paragraph), inlineMarkdown(paragraph.text)); }

  void operator()(const paper::Bullets& bullets) {
    for (const std::string& item : bullets.items) {
      styled("List Bullet", inlineMarkdown(item));
    }
  }

  void operator()(const paper::TableBlock& block) {
    styled("Table Title", inlineMarkdown(asItStands(block.table.title)));
    for (const std::string& note : block.table.notes) {
      styled("Table Note", inlineMarkdown(asItStands(note)));
    }
    add("```{=openxml}\n" + wordTable(block.table) + "\n```");
  }

  void operator()(const paper::ChartBlock& block) {
    const auto chart = std::find_if(pack_.charts.begin(), pack_.charts.end(),
                                    [&](const paper::Chart& one) { return one.id == block.chart; });
    if (chart == pack_.charts.end()) {
      throw sdk::Error(sdk::ErrorKind::Script, "The paper '" + document_.name + "' asks for the chart '" + block.chart +
                                                   "', which the pack does not have.");
    }
    // Title, subtitle and picture are one paragraph: LibreOffice does not always keep three of them on one page.
    const std::string words =
        span("Chart Title", asItStands(chart->title)) + span("Chart Subtitle", asItStands(chart->subtitle));
    if (!chart->drawable) {
      styled("Chart", words + inlineMarkdown(asItStands("This chart is not drawn: " + chart->reason + ".")));
      return;
    }
    const std::string mark = "chart-" + std::to_string(markdown_.pictures.size() + 1);
    styled("Chart", words + "![" + mark + "](" + pictureFile(chart->id) + "){width=" + kTextWidth + "}");
    styled("Chart Source", inlineMarkdown(asItStands(chart->source)));
    markdown_.pictures.push_back({mark, chart->id, chart->alternative});
  }

 private:
  void add(const std::string& block) { markdown_.text += block + "\n\n"; }

  void styled(std::string_view style, const std::string& text) {
    if (!text.empty()) {
      add("::: {custom-style=\"" + std::string(style) + "\"}\n" + text + "\n:::");
    }
  }

  /// A line of its own within a paragraph, in a character style.
  static std::string span(std::string_view style, const std::string& text) {
    return text.empty() ? "" : "[" + inlineMarkdown(text) + "]{custom-style=\"" + std::string(style) + "\"}\\\n";
  }

  /// Paragraphs straight under a heading share its numbers with the headings below it ("4.1" both), so a section that
  /// has such headings does not number its own.
  std::string_view styleOf(const paper::Paragraph& paragraph) const {
    if (level_ == 0) {
      return "Body Text";
    }
    if (!paragraph.numbered || (level_ == 1 && has_subheadings_)) {
      return "Continued Paragraph";
    }
    return level_ == 1 ? "Numbered Paragraph" : "Numbered Subparagraph";
  }

  bool sectionHasSubheadings() const {
    for (std::size_t i = at_ + 1; i < document_.blocks.size(); ++i) {
      if (const auto* heading = std::get_if<paper::Heading>(&document_.blocks[i])) {
        return heading->level > 1;
      }
    }
    return false;
  }

  const paper::Document& document_;
  const paper::Pack& pack_;
  Markdown markdown_;
  std::size_t at_ = 0;
  int level_ = 0;
  bool has_subheadings_ = false;
};

}  // namespace

std::string inlineMarkdown(const std::string& raw) {
  const std::string_view text = base::trim(raw);
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (isSpace(c)) {
      if (line.empty() || line.back() != ' ') {
        line += ' ';
      }
    } else if (c == '\\' && i + 1 < text.size()) {
      const char next = text[++i];
      line += isPunctuation(next) ? "\\" : "";
      line += isSpace(next) ? ' ' : next;
    } else if (isPunctuation(c) && (c != '*' || standsAlone(text, i))) {
      line += '\\';
      line += c;
    } else {
      line += c;
    }
  }
  return line;
}

std::string pictureFile(const std::string& chart) { return std::string(kChartsLink) + "/" + chart + ".png"; }

bool hasTitle(const paper::Document& document) { return !document.title.empty() && document.title != document.name; }

Markdown markdownOf(const paper::Document& document, const paper::Pack& pack) {
  return Builder(document, pack).build();
}

}  // namespace boardpack::document
