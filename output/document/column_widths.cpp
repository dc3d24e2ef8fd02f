#include "document/column_widths.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace boardpack::document {
namespace {

// Advance widths of Arial (and Liberation Sans, which is made to the same measure) from U+0020 to U+007E.
constexpr std::array<int, 95> kArial = {278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                                        556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                                        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                                        667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                                        333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                                        556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr int kOtherCharacter = 600;
constexpr int kCellMargins = 2 * 70 + 20;  // of the table style, and a hair for rounding
constexpr int kLargest = 18;
constexpr int kSmallest = 14;

struct Need {
  int word = 0;  ///< the longest word
  int line = 0;  ///< the longest text on one line
};

int inTwips(int thousandths, int half_points) { return (thousandths * half_points * 10 + 999) / 1000 + kCellMargins; }

int longestWord(std::string_view text, bool bold) {
  int longest = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || text[i] == ' ') {
      longest = std::max(longest, textWidth(text.substr(start, i - start), bold));
      start = i + 1;
    }
  }
  return longest;
}

std::vector<Need> needsOf(const std::vector<ColumnTexts>& columns, int half_points) {
  std::vector<Need> needs;
  for (const ColumnTexts& column : columns) {
    Need need;
    for (std::size_t row = 0; row < column.cells.size(); ++row) {
      const bool bold = row == 0;
      // A number is never broken; its heading may be.
      const bool whole = column.numeric && !bold;
      const int line = textWidth(column.cells[row], bold);
      need.word = std::max(need.word, whole ? line : longestWord(column.cells[row], bold));
      if (!bold) {
        need.line = std::max(need.line, line);
      }
    }
    need.line = std::max(need.line, need.word);  // a long heading does not ask for room: it may stand on several lines
    needs.push_back({inTwips(need.word, half_points), inTwips(need.line, half_points)});
  }
  return needs;
}

int sumOf(const std::vector<Need>& needs, int Need::*member) {
  return std::accumulate(needs.begin(), needs.end(), 0, [&](int sum, const Need& need) { return sum + need.*member; });
}

/// Shares `total` by `weights`, all of it, the rounding to the first.
std::vector<int> share(int total, const std::vector<int>& weights) {
  const int sum = std::accumulate(weights.begin(), weights.end(), 0);
  std::vector<int> parts(weights.size(), 0);
  for (std::size_t i = 0; i < weights.size() && sum > 0; ++i) {
    parts[i] = static_cast<int>(static_cast<long long>(total) * weights[i] / sum);
  }
  if (!parts.empty()) {
    parts.front() += total - std::accumulate(parts.begin(), parts.end(), 0);
  }
  return parts;
}

}  // namespace

int textWidth(std::string_view utf8, bool bold) {
  int width = 0;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) {
      width += kArial.at(byte - 0x20U);
    } else if ((byte & 0xC0U) != 0x80U) {
      width += kOtherCharacter;
    }
  }
  return bold ? width * 11 / 10 : width;
}

TableLayout layOut(const std::vector<ColumnTexts>& columns, int total) {
  TableLayout layout;
  std::vector<Need> needs = needsOf(columns, kLargest);
  for (layout.half_points = kLargest; layout.half_points > kSmallest && sumOf(needs, &Need::word) > total;) {
    --layout.half_points;
    needs = needsOf(columns, layout.half_points);
  }
  const int words = sumOf(needs, &Need::word);
  std::vector<int> weights;
  if (words >= total) {
    for (const Need& need : needs) {
      weights.push_back(need.word);
    }
    layout.widths = share(total, weights);
    return layout;
  }
  const bool has_long_texts = sumOf(needs, &Need::line) > words;
  for (const Need& need : needs) {
    weights.push_back(has_long_texts ? need.line - need.word : 1);
  }
  layout.widths = share(total - words, weights);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    layout.widths[i] += needs[i].word;
  }
  return layout;
}

}  // namespace boardpack::document
