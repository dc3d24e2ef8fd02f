#pragma once
#include "paper/document.hpp"

#include <string>
#include <variant>
#include <vector>

namespace boardpack::paper {

/// A line that asks for a table or chart of the pack: "::table all".
struct Directive {
  std::string kind;  ///< "table" or "chart"
  std::string id;
  std::string line;  ///< as it stands, for messages
};

/// So many mistakes of one template are told; nobody mends more at a time.
inline constexpr std::size_t kMostMistakes = 50;

/// A template after its Lua parts were replaced, read but not yet resolved.
struct TemplateText {
  std::string name, title, marking;
  std::vector<MemoLine> memo;
  std::vector<std::variant<Heading, Paragraph, Bullets, Directive>> parts;
  std::vector<std::string> mistakes;  ///< of single lines, each with its place; a paper with any is not made
};

/// Where a message points: the template, and a line of it when one can be told.
class TemplatePlace {
 public:
  TemplatePlace(const std::string& original, std::string shown_as);
  /// Lines move when Lua parts are replaced, so a line is looked up by its text: the first that has it is told.
  [[noreturn]] void fail(const std::string& line, const std::string& sentence) const;

 private:
  std::vector<std::string> lines_;
  std::string shown_as_;
};

std::vector<std::string> linesOf(const std::string& text);
/// Throws sdk::Error(Script) where the settings at the top have no beginning or no end.
TemplateText readTemplate(const std::string& expanded, const TemplatePlace& place);

}  // namespace boardpack::paper
