#include "base/text.hpp"

#include "base/characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace boardpack::base {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Bytes of the UTF-8 character that begins at `at`; 0 when it is not one. Follows the Unicode standard's table 3-7,
/// so overlong forms and surrogates are refused.
std::size_t characterLength(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < text.size() && byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(at);
  if (first < 0x80) {
    return 1;
  }
  if (first >= 0xC2 && first <= 0xDF) {
    return continues(at + 1) ? 2 : 0;
  }
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : 0xBF;
    return continues(at + 1, low, high) && continues(at + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned low = first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xF4 ? 0x8F : 0xBF;
    return continues(at + 1, low, high) && continues(at + 2) && continues(at + 3) ? 4 : 0;
  }
  return 0;
}

/// Letters to be put in, left out, changed, or swapped with the next one ("titel").
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      rows[i][j] =
          std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool is_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swapped) {
        rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.size()][b.size()];
}

std::string withCommas(std::string digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t i = point; i > 3; i -= 3) {
    digits.insert(i - 3, ",");
  }
  return digits;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && isBlank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && isBlank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::string lower(std::string_view ascii) {
  std::string result(ascii);
  for (char& c : result) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

std::string joinWords(const std::vector<std::string>& parts) {
  if (parts.size() < 2) {
    return join(parts, "");
  }
  return join({parts.begin(), parts.end() - 1}, ", ") + " and " + parts.back();
}

bool isUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = characterLength(text, i);
    if (length == 0) {
      return false;
    }
    i += length;
  }
  return true;
}

std::string printable(std::string_view text, std::size_t most) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = characterLength(text, i);
    const std::string piece = length == 0 ? "\xEF\xBF\xBD" : shownText(text.substr(i, length));
    if (result.size() + piece.size() > most) {
      return result + "…";
    }
    result += piece;
    i += std::max<std::size_t>(length, 1);
  }
  return result;
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  constexpr std::size_t kLongestMeant = 100;
  if (word.size() > kLongestMeant) {
    return std::nullopt;
  }
  const std::string wanted = lower(word);
  std::optional<std::string> best;
  std::size_t fewest = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t longer = std::max(candidate.size(), wanted.size()) - std::min(candidate.size(), wanted.size());
    if (longer >= fewest) {
      continue;  // that many letters are missing at least
    }
    const std::size_t distance = editDistance(wanted, lower(candidate));
    if (distance < fewest) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

std::string didYouMean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::optional<std::string> near = nearest(word, candidates);
  return near ? fmt::format(" Did you mean '{}'?", *near) : "";
}

std::string slug(std::string_view text) {
  std::string result;
  for (const char c : lower(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      result += c;
    } else if (!result.empty() && result.back() != '-') {
      result += '-';
    }
  }
  while (!result.empty() && result.back() == '-') {
    result.pop_back();
  }
  return result;
}

std::string countOf(std::int64_t count, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", formatNumber(static_cast<double>(count)), count == 1 ? singular : plural);
}

std::string formatNumber(double value, int decimals) {
  if (!std::isfinite(value)) {
    return "not a number";
  }
  // Half away from zero on the decimal text of the value, so that 0.125 becomes 0.13 and 2.675 (below the half as a
  // binary fraction) becomes 2.68, as a reader with the printed figures expects.
  const std::string exact = fmt::format("{:.{}f}", std::abs(value), std::min(decimals + 9, 15));
  std::string digits = exact.substr(0, exact.find('.') + 1 + static_cast<std::size_t>(decimals));
  const bool up = exact[digits.size()] >= '5';
  if (decimals == 0) {
    digits.pop_back();
  }
  if (up) {
    std::size_t i = digits.size();
    while (i > 0) {
      --i;
      if (digits[i] == '.') {
        continue;
      }
      if (digits[i] != '9') {
        ++digits[i];
        break;
      }
      digits[i] = '0';
      if (i == 0) {
        digits.insert(digits.begin(), '1');
      }
    }
  }
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  return (value < 0 && !is_zero ? "-" : "") + withCommas(digits);
}

std::string formatSigned(double value, int decimals) {
  const std::string text = formatNumber(value, decimals);
  const bool is_zero = text.find_first_not_of("0.,") == std::string::npos;
  return value > 0 && !is_zero ? "+" + text : text;
}

std::string exactNumber(double value) {
  std::array<char, 64> buffer{};
  const bool plain = std::abs(value) < 1e15;
  const auto end = plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
                         : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  if (end.ec != std::errc()) {
    return fmt::format("{}", value);
  }
  const std::string text(buffer.data(), end.ptr);
  return text == "-0" ? "0" : text;
}

std::optional<double> parseNumber(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<std::string> withoutThousands(std::string_view text) {
  if (text.find(',') == std::string_view::npos) {
    return std::string(text);
  }
  constexpr std::size_t kGroup = 3;
  const std::size_t begin = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  const std::size_t end = std::min(text.find('.'), text.size());
  const std::size_t first = std::min(text.find(','), end) - begin;
  // "0,500" is no five hundred: nobody writes a nought before thousands.
  if (end < text.find(',') || first == 0 || first > kGroup || text[begin] == '0') {
    return std::nullopt;
  }
  std::string plain(text.substr(0, begin));
  for (std::size_t i = begin; i < text.size(); ++i) {
    const bool is_place = i < end && i >= begin + first && (end - i) % (kGroup + 1) == 0;
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (is_place ? text[i] != ',' : !is_digit && i != end) {
      return std::nullopt;
    }
    if (!is_place) {
      plain += text[i];
    }
  }
  return plain;
}

bool isSheetError(std::string_view text) {
  constexpr std::array kErrors = {"#N/A",      "#DIV/0!",   "#VALUE!",    "#REF!",    "#NAME?",        "#NUM!",
                                  "#NULL!",    "#SPILL!",   "#CALC!",     "#FIELD!",  "#BLOCKED!",     "#UNKNOWN!",
                                  "#BUSY!",    "#CONNECT!", "#EXTERNAL!", "#PYTHON!", "#GETTING_DATA", "#ERROR!",
                                  "#TIMEOUT!", "#DATA!",    "#VERSION!",  "#FMT"};
  const std::string_view found = trim(text);
  if (found.starts_with("Err:") && found.size() == 7) {
    return std::all_of(found.begin() + 4, found.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  if (found.size() >= 2 && found.find_first_not_of('#') == std::string_view::npos) {
    return true;  // a column that is too narrow, saved as text
  }
  return std::any_of(kErrors.begin(), kErrors.end(), [&](std::string_view error) {
    return found.size() == error.size() && lower(found) == lower(error);
  });
}

bool isTotalWord(std::string_view text) {
  std::string word = lower(trim(text));
  if (word.ends_with(':')) {
    word = std::string(trim(std::string_view(word).substr(0, word.size() - 1)));
  }
  constexpr std::array kWords = {"total",     "totals",   "grand total", "grand totals", "overall total",
                                 "sub-total", "subtotal", "sub total",   "sum"};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view known) { return word == known; });
}

}  // namespace boardpack::base
