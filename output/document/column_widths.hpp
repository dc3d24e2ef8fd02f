#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::document {

/// The texts of one column of a table, heading first.
struct ColumnTexts {
  bool numeric = false;
  bool is_set_apart = false;  ///< a text after a number: moved to the right by kApart, so that the two do not touch
  std::vector<std::string_view> cells;
};

inline constexpr int kApart = 120;

/// How a table is set: its type size and the width of each column, in twentieths of a point.
struct TableLayout {
  int half_points = 18;
  std::vector<int> widths;
};

/// Widths that add up to `total` and break no word; the longest texts get what is left. Where the words do not fit at
/// 9 points, the type is made smaller, down to 7.
TableLayout layOut(const std::vector<ColumnTexts>& columns, int total);

/// Headings are set a point smaller than the cells below them, not below 7.
int headingSize(int half_points);

/// Width of a line of Arial, in thousandths of the type size; bold is taken to be a tenth wider.
int textWidth(std::string_view utf8, bool bold);

}  // namespace boardpack::document
