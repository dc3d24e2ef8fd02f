#include "base/shorthand.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace boardpack::base {
namespace {

struct Known {
  std::string_view mark;
  const char* meaning;
};
constexpr std::array kKnown{
    Known{"c", "withheld by the source as confidential"},
    Known{"x", "not available in the source"},
    Known{"z", "not applicable in the source"},
    Known{"low", "so low that the source gives no figure"},
    Known{"k", "so low that the source gives no figure"},
    Known{"u", "left out by the source, since it is of low reliability"},
    Known{"w", "none recorded in the source's survey"},
    Known{"na", "not available in the source"},
    Known{"n/a", "not available in the source"},
};
constexpr const char* kOther = "the source has a mark in place of the figure";
constexpr std::size_t kLongestMark = 4;
constexpr std::size_t kLongestInBrackets = 8;

bool hasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string meaningOf(std::string_view mark) {
  const std::string small = lower(mark);
  const auto found =
      std::find_if(kKnown.begin(), kKnown.end(), [&](const Known& known) { return known.mark == small; });
  return found == kKnown.end() ? kOther : found->meaning;
}

/// How many characters a text has.
std::size_t lengthOf(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Of "[u][r]", "[c] [r]": what the first of them means. Nothing when the text is no row of marks in brackets.
std::optional<std::string> inBrackets(std::string_view text) {
  std::optional<std::string> meaning;
  while (!text.empty()) {
    const std::size_t close = text.find(']');
    const bool is_mark = text.front() == '[' && close != std::string_view::npos && close > 1 &&
                         close - 1 <= kLongestInBrackets && !hasDigit(text.substr(1, 1));
    if (!is_mark) {
      return std::nullopt;
    }
    meaning = meaning ? meaning : meaningOf(text.substr(1, close - 1));
    text = trim(text.substr(close + 1));
  }
  return meaning;
}

}  // namespace

std::optional<std::string> shorthandMeaning(std::string_view text) {
  text = trim(text);
  if (const std::optional<std::string> meaning = inBrackets(text)) {
    return meaning;
  }
  const bool is_short = !text.empty() && lengthOf(text) <= kLongestMark && !hasDigit(text) &&
                        text.find_first_of("[]") == std::string_view::npos;
  return is_short ? std::optional(meaningOf(text)) : std::nullopt;
}

}  // namespace boardpack::base
