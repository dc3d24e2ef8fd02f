#include "ooxml/exact_number.hpp"

#include "base/month.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace boardpack::ooxml {
namespace {

constexpr int kMostDigits = 400;
constexpr int kSecondsADay = 86400;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits up to the end or a character that is none.
std::string_view digitsAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && isDigit(text[end])) {
    ++end;
  }
  return text.substr(at, end - at);
}

std::string twoDigits(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

}  // namespace

std::optional<std::string> plainDigits(std::string_view text) {
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) {
    ++at;
  }
  const std::string_view whole = digitsAt(text, at);
  at += whole.size();
  std::string_view decimals;
  if (at < text.size() && text[at] == '.') {
    decimals = digitsAt(text, at + 1);
    at += 1 + decimals.size();
  }
  if (whole.empty() && decimals.empty()) {
    return std::nullopt;
  }
  int exponent = 0;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const char* const begin = text.data() + at + 1 + (at + 1 < text.size() && text[at + 1] == '+' ? 1 : 0);
    const auto [end, fault] = std::from_chars(begin, text.data() + text.size(), exponent);
    if (fault != std::errc() || std::abs(exponent) > kMostDigits) {
      return std::nullopt;
    }
    at = static_cast<std::size_t>(end - text.data());
  }
  if (at != text.size() || whole.size() + decimals.size() > kMostDigits) {
    return std::nullopt;
  }
  std::string digits = std::string(whole) + std::string(decimals);
  long point = static_cast<long>(whole.size()) + exponent;
  if (point < 0) {
    digits.insert(0, static_cast<std::size_t>(-point), '0');
    point = 0;
  }
  if (point > static_cast<long>(digits.size())) {
    digits.append(static_cast<std::size_t>(point) - digits.size(), '0');
  }
  std::string before = digits.substr(0, static_cast<std::size_t>(point));
  std::string after = digits.substr(static_cast<std::size_t>(point));
  before.erase(0, std::min(before.find_first_not_of('0'), before.size()));
  after.erase(after.find_last_not_of('0') + 1);
  std::string plain = before.empty() ? "0" : before;
  if (!after.empty()) {
    plain += "." + after;
  }
  return negative && plain != "0" ? "-" + plain : plain;
}

std::string rounded(std::string_view plain_digits, std::size_t decimals) {
  const std::size_t point = plain_digits.find('.');
  if (point == std::string_view::npos || plain_digits.size() - point - 1 <= decimals) {
    return std::string(plain_digits);
  }
  const bool up = plain_digits[point + 1 + decimals] >= '5';
  std::string kept(plain_digits.substr(0, point + 1 + decimals));
  if (up) {
    std::size_t at = kept.size();
    while (at > 0) {
      char& digit = kept[--at];
      if (!isDigit(digit)) {
        if (digit == '-') {
          kept.insert(1, "1");
          break;
        }
        continue;
      }
      if (digit != '9') {
        ++digit;
        break;
      }
      digit = '0';
      if (at == 0) {
        kept.insert(0, "1");
      }
    }
  }
  if (kept.find('.') != std::string::npos) {
    kept.erase(kept.find_last_not_of('0') + 1);
  }
  if (!kept.empty() && kept.back() == '.') {
    kept.pop_back();
  }
  return kept == "-0" ? "0" : kept;
}

std::string asShown(std::string_view plain_digits) {
  constexpr std::size_t kShown = 15;
  const std::size_t point = std::min(plain_digits.find('.'), plain_digits.size());
  const std::size_t first = plain_digits.find_first_of("123456789");
  if (point == plain_digits.size() || first == std::string_view::npos) {
    return std::string(plain_digits);
  }
  const std::size_t before_decimals = first < point ? point - first : 0;
  const std::size_t zeros = first < point ? 0 : first - point - 1;
  return before_decimals >= kShown ? rounded(plain_digits, 0) : rounded(plain_digits, kShown - before_decimals + zeros);
}

std::optional<std::string> dayOfSerial(std::string_view plain_digits, bool from_1904) {
  constexpr long kFrom1900 = 25569;  // days from 1899-12-30 to 1970-01-01
  constexpr long kFrom1904 = 24107;  // days from 1904-01-01
  constexpr double kFirst = 61;      // 1900-03-01
  constexpr double kLast = 109938;   // 2200-12-31
  double serial = 0;
  const auto [end, fault] = std::from_chars(plain_digits.data(), plain_digits.data() + plain_digits.size(), serial);
  if (fault != std::errc() || end != plain_digits.data() + plain_digits.size()) {
    return std::nullopt;
  }
  const double from_1900 = from_1904 ? serial + static_cast<double>(kFrom1900 - kFrom1904) : serial;
  if (!(from_1900 >= kFirst && from_1900 < kLast)) {
    return std::nullopt;
  }
  long days = static_cast<long>(std::floor(serial)) - (from_1904 ? kFrom1904 : kFrom1900);
  long seconds = std::lround((serial - std::floor(serial)) * kSecondsADay);
  if (seconds == kSecondsADay) {
    seconds = 0;
    ++days;
  }
  std::string text = base::isoDate(base::dateOfDays(days));
  if (seconds > 0) {
    text += "T" + twoDigits(static_cast<int>(seconds / 3600)) + ":" + twoDigits(static_cast<int>(seconds / 60 % 60)) +
            ":" + twoDigits(static_cast<int>(seconds % 60));
  }
  return text;
}

}  // namespace boardpack::ooxml
