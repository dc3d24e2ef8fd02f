#pragma once
#include "paper/document.hpp"

#include <string>
#include <vector>

namespace boardpack::document {

/// One chart of a paper: the picture pandoc is given, and what stands in its place for who does not see it.
struct Picture {
  std::string mark;   ///< "chart-1": its description until core/ooxml puts the alternative text there
  std::string chart;  ///< Chart::id: the PNG of that name
  std::string alternative;
};

/// Where pandoc finds the charts: a link in the folder it works in.
inline constexpr const char* kChartsLink = "charts";
std::string pictureFile(const std::string& chart);

struct Markdown {
  std::string text;
  std::vector<Picture> pictures;  ///< in their order
};

/// What pandoc is asked to read: strict Markdown with these extensions and no others, so that only what is written here
/// on purpose has a meaning.
inline constexpr const char* kMarkdownFormat =
    "markdown_strict+fenced_divs+fenced_code_blocks+fenced_code_attributes+backtick_code_blocks+raw_attribute+"
    "bracketed_spans+escaped_line_breaks"
    "+all_symbols_escapable+link_attributes+intraword_underscores-raw_html";

/// A paper as Markdown: paragraphs name the styles of the reference document, which number them. Throws
/// sdk::Error(Script) when a block names a chart that the pack does not have.
Markdown markdownOf(const paper::Document& document, const paper::Pack& pack);

/// False for a paper whose template gives no title: its name, which is a file's, then stands in the place of one.
bool hasTitle(const paper::Document& document);

/// Plain text with *italic*, **bold** and backslashes, as one line of Markdown in which nothing else has a meaning.
std::string inlineMarkdown(const std::string& text);

}  // namespace boardpack::document
