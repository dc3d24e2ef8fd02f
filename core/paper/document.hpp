#pragma once
#include "paper/pack.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace boardpack::paper {

/// A board paper as a tree, before any file format. Text is plain but for *italic* and **bold**; a backslash before a
/// character makes it stand as it is.
struct MemoLine {
  std::string label;  ///< "To"
  std::string text;
};
struct Heading {
  int level = 1;  ///< 1 ("1.0 Purpose") or 2 ("4.1 Strategic measures")
  std::string text;
};
struct Paragraph {
  std::string text;
  bool numbered = true;  ///< "1.1" under a heading of level 1, "4.1.1" under one of level 2
};
struct Bullets {
  std::vector<std::string> items;
};
struct TableBlock {
  Table table;
};
struct ChartBlock {
  std::string chart;  ///< Chart::id
};
using Block = std::variant<MemoLine, Heading, Paragraph, Bullets, TableBlock, ChartBlock>;

struct Document {
  std::string name;     ///< of the paper: "business-coordination-board"
  std::string title;    ///< document property, and printed where the paper has one
  std::string marking;  ///< protective marking of each page; may be ""
  std::vector<Block> blocks;
};

/// Throws sdk::Error(Command) when a paper on `month` cannot be for a board on that day: not after the month's end, or
/// more than a year after it.
void checkBoardDate(const sdk::Date& board, base::Month month);

}  // namespace boardpack::paper
