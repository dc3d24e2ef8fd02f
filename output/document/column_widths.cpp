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
constexpr int kFewLines = 3;  // of a text
constexpr int kFewHeadingLines = 4;

/// What a column asks for: at least its longest word, better a few lines for each text, best one line each.
struct Need {
  int word = 0;
  int few_lines = 0;
  int line = 0;
};

std::vector<int> wordWidths(std::string_view text, bool bold) {
  std::vector<int> widths;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i == text.size() || text[i] == ' ') {
      widths.push_back(textWidth(text.substr(start, i - start), bold));
      start = i + 1;
    }
  }
  return widths;
}

int linesAt(const std::vector<int>& words, int space, int width) {
  int lines = 1;
  int used = -space;
  for (const int word : words) {
    if (used + space + word > width && used > 0) {
      ++lines;
      used = -space;
    }
    used += space + word;
  }
  return lines;
}

/// The smallest width, between the longest word and the whole line, at which a text stands on a few lines.
int fewLinesWidth(const std::vector<int>& words, bool bold) {
  const int few = bold ? kFewHeadingLines : kFewLines;
  const int space = textWidth(" ", bold);
  int low = *std::max_element(words.begin(), words.end());
  int high = std::accumulate(words.begin(), words.end(), -space, [&](int sum, int word) { return sum + space + word; });
  while (low < high) {
    const int middle = (low + high) / 2;
    if (linesAt(words, space, middle) <= few) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

Need needOf(const ColumnTexts& column, int half_points) {
  Need need;
  for (std::size_t row = 0; row < column.cells.size(); ++row) {
    const bool bold = row == 0;
    const auto twips = [&](int thousandths) {
      const int size = bold ? headingSize(half_points) : half_points;
      return (thousandths * size * 10 + 999) / 1000 + kCellMargins + (column.is_set_apart ? kApart : 0);
    };
    const int line = twips(textWidth(column.cells[row], bold));
    if (column.numeric && !bold) {
      need.word = std::max(need.word, line);  // a number is never broken
      continue;
    }
    const std::vector<int> words = wordWidths(column.cells[row], bold);
    need.word = std::max(need.word, twips(*std::max_element(words.begin(), words.end())));
    need.few_lines = std::max(need.few_lines, twips(fewLinesWidth(words, bold)));
    if (!bold) {
      need.line = std::max(need.line, line);
    }
  }
  need.few_lines = std::max(need.few_lines, need.word);
  need.line = std::max(need.line, need.few_lines);  // a heading may stand on a few lines
  return need;
}

std::vector<Need> needsOf(const std::vector<ColumnTexts>& columns, int half_points) {
  std::vector<Need> needs;
  for (const ColumnTexts& column : columns) {
    needs.push_back(needOf(column, half_points));
  }
  return needs;
}

std::vector<int> pick(const std::vector<Need>& needs, int Need::*member) {
  std::vector<int> picked;
  for (const Need& need : needs) {
    picked.push_back(need.*member);
  }
  return picked;
}

int sumOf(const std::vector<int>& values) { return std::accumulate(values.begin(), values.end(), 0); }

/// Shares `total` by `weights`, all of it, the rounding to the first.
std::vector<int> share(int total, const std::vector<int>& weights) {
  const int sum = sumOf(weights);
  std::vector<int> parts(weights.size(), 0);
  for (std::size_t i = 0; i < weights.size() && sum > 0; ++i) {
    parts[i] = static_cast<int>(static_cast<long long>(total) * weights[i] / sum);
  }
  if (!parts.empty()) {
    parts.front() += total - sumOf(parts);
  }
  return parts;
}

/// Widens columns from `from` towards `to` with what is left of `total`.
std::vector<int> widen(std::vector<int> from, const std::vector<int>& to, int total) {
  std::vector<int> wanted(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) {
    wanted[i] = to[i] - from[i];
  }
  const std::vector<int> given = share(std::min(total - sumOf(from), sumOf(wanted)), wanted);
  for (std::size_t i = 0; i < from.size(); ++i) {
    from[i] += given[i];
  }
  return from;
}

}  // namespace

int headingSize(int half_points) { return std::max(half_points - 2, kSmallest); }

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
  layout.half_points = kLargest;
  std::vector<Need> needs = needsOf(columns, kLargest);
  while (layout.half_points > kSmallest && sumOf(pick(needs, &Need::word)) > total) {
    --layout.half_points;
    needs = needsOf(columns, layout.half_points);
  }
  layout.widths = pick(needs, &Need::word);
  if (sumOf(layout.widths) >= total) {
    layout.widths = share(total, layout.widths);
    return layout;
  }
  layout.widths = widen(layout.widths, pick(needs, &Need::few_lines), total);
  layout.widths = widen(layout.widths, pick(needs, &Need::line), total);
  const std::vector<int> rest = share(total - sumOf(layout.widths), layout.widths);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    layout.widths[i] += rest[i];
  }
  return layout;
}

}  // namespace boardpack::document
