#include "warehouse/cell_values.hpp"

#include "base/month.hpp"
#include "base/text.hpp"
#include "base/uk_time.hpp"

namespace boardpack::warehouse {
namespace {

constexpr std::int64_t kSecondsADay = 86400;
constexpr std::size_t kMostWholeDigits = 14;  // of DECIMAL(18,4)
constexpr std::size_t kDecimals = 4;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Two digits at `at` that make a number below `limit`.
std::optional<int> twoDigits(std::string_view text, std::size_t at, int limit) {
  if (at + 2 > text.size() || !isDigit(text[at]) || !isDigit(text[at + 1])) {
    return std::nullopt;
  }
  const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
  return value < limit ? std::optional<int>(value) : std::nullopt;
}

/// "Z" or "+hh:mm": seconds east of Greenwich.
std::optional<std::int64_t> offsetSeconds(std::string_view text) {
  if (text == "Z") {
    return 0;
  }
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
    return std::nullopt;
  }
  const std::optional<int> hours = twoDigits(text, 1, 24);
  const std::optional<int> minutes = twoDigits(text, 4, 60);
  if (!hours || !minutes) {
    return std::nullopt;
  }
  const std::int64_t seconds = *hours * 3600 + *minutes * 60;
  return text[0] == '-' ? -seconds : seconds;
}

}  // namespace

std::optional<std::int64_t> monthCell(std::string_view text) {
  const std::optional<base::Month> month = base::Month::parse(text);
  return month ? std::optional<std::int64_t>(base::daysSinceEpoch(month->firstDay())) : std::nullopt;
}

std::optional<std::int64_t> dayCell(std::string_view text) {
  const std::optional<sdk::Date> day = base::parseDate(text);
  return day ? std::optional<std::int64_t>(base::daysSinceEpoch(*day)) : std::nullopt;
}

std::optional<std::int64_t> utcTimeCell(std::string_view text) {
  constexpr std::size_t kOffsetAt = 19;
  if (text.size() <= kOffsetAt || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':') {
    return std::nullopt;
  }
  const std::optional<std::int64_t> day = dayCell(text.substr(0, 10));
  const std::optional<int> hours = twoDigits(text, 11, 24);
  const std::optional<int> minutes = twoDigits(text, 14, 60);
  const std::optional<int> seconds = twoDigits(text, 17, 60);
  const std::optional<std::int64_t> offset = offsetSeconds(text.substr(kOffsetAt));
  if (!day || !hours || !minutes || !seconds || !offset) {
    return std::nullopt;
  }
  return base::ukLocalFromUtc(*day * kSecondsADay + *hours * 3600 + *minutes * 60 + *seconds - *offset);
}

std::optional<bool> yesNoCell(std::string_view text) {
  if (text.size() > 5) {
    return std::nullopt;
  }
  const std::string word = base::lower(text);
  if (word == "true") {
    return true;
  }
  return word == "false" ? std::optional<bool>(false) : std::nullopt;
}

std::optional<std::int64_t> numberCell(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  const bool has_decimals = point != std::string_view::npos;
  if (whole.empty() || whole.size() > kMostWholeDigits || decimals.size() > kDecimals ||
      (has_decimals && decimals.empty())) {
    return std::nullopt;
  }
  std::int64_t amount = 0;
  for (const std::string_view digits : {whole, decimals}) {
    for (const char digit : digits) {
      if (!isDigit(digit)) {
        return std::nullopt;
      }
      amount = amount * 10 + (digit - '0');
    }
  }
  for (std::size_t i = decimals.size(); i < kDecimals; ++i) {
    amount *= 10;
  }
  return amount;
}

std::optional<std::string_view> lsoaDistrictCell(std::string_view text) {
  constexpr std::size_t kTail = 5;
  if (text.size() <= kTail) {
    return std::nullopt;
  }
  const std::string_view tail = text.substr(text.size() - kTail);
  const bool has_form =
      tail[0] == ' ' && isDigit(tail[1]) && isDigit(tail[2]) && isDigit(tail[3]) && tail[4] >= 'A' && tail[4] <= 'Z';
  return has_form ? std::optional<std::string_view>(text.substr(0, text.size() - kTail)) : std::nullopt;
}

}  // namespace boardpack::warehouse
