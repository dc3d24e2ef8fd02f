#include "warehouse/load/canonical_cells.hpp"

#include "base/month.hpp"
#include "base/text.hpp"
#include "base/uk_time.hpp"

#include <algorithm>
#include <string>

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

/// The whole of a text of 1 to `most` digits.
std::optional<int> digits(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > most) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : text) {
    if (!isDigit(c)) {
      return std::nullopt;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

/// "14:05" or "14:05:09": seconds since midnight.
std::optional<std::int64_t> clockSeconds(std::string_view text) {
  const bool has_seconds = text.size() == 8;
  if ((text.size() != 5 && !has_seconds) || text[2] != ':' || (has_seconds && text[5] != ':')) {
    return std::nullopt;
  }
  const std::optional<int> hours = twoDigits(text, 0, 24);
  const std::optional<int> minutes = twoDigits(text, 3, 60);
  const std::optional<int> seconds = has_seconds ? twoDigits(text, 6, 60) : std::optional<int>(0);
  if (!hours || !minutes || !seconds) {
    return std::nullopt;
  }
  return *hours * 3600 + *minutes * 60 + *seconds;
}

/// A day by `day_of`, a separator, and a time of day.
template <typename DayOf>
std::optional<std::int64_t> dayAndClock(std::string_view text, std::string_view separators, DayOf day_of) {
  const std::size_t place = text.find_first_of(separators);
  if (place == std::string_view::npos) {
    return std::nullopt;
  }
  const std::optional<std::int64_t> day = day_of(text.substr(0, place));
  const std::optional<std::int64_t> seconds = clockSeconds(text.substr(place + 1));
  if (!day || !seconds) {
    return std::nullopt;
  }
  return *day * kSecondsADay + *seconds;
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

std::optional<std::int64_t> ukDayCell(std::string_view text) {
  const std::size_t first = text.find('/');
  const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
  if (second == std::string_view::npos || text.size() != second + 5) {
    return std::nullopt;
  }
  const std::optional<int> day = digits(text.substr(0, first), 2);
  const std::optional<int> month = digits(text.substr(first + 1, second - first - 1), 2);
  const std::optional<int> year = digits(text.substr(second + 1), 4);
  if (!day || !month || !year) {
    return std::nullopt;
  }
  return dayCell(base::isoDate({*year, *month, *day}));
}

std::optional<std::int64_t> localTimeCell(std::string_view text) { return dayAndClock(text, "T ", dayCell); }

std::optional<std::int64_t> ukLocalTimeCell(std::string_view text) { return dayAndClock(text, " ", ukDayCell); }

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

std::optional<bool> flagCell(std::string_view text) {
  if (text.size() > 5) {
    return std::nullopt;
  }
  const std::string word = base::lower(text);
  if (word == "y" || word == "yes" || word == "true" || word == "1") {
    return true;
  }
  const bool is_no = word == "n" || word == "no" || word == "false" || word == "0";
  return is_no ? std::optional<bool>(false) : std::nullopt;
}

std::optional<std::int64_t> wholeCell(std::string_view text) {
  return text.find('.') == std::string_view::npos ? numberCell(text) : std::nullopt;
}

std::optional<std::int64_t> amountCell(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  text.remove_prefix(is_negative ? 1 : 0);
  constexpr std::string_view kPound = "£";
  text.remove_prefix(text.starts_with(kPound) ? kPound.size() : 0);
  const std::optional<std::string> plain = base::withoutThousands(text);
  const std::optional<std::int64_t> amount = plain ? numberCell(*plain) : std::nullopt;
  return amount && is_negative ? std::optional<std::int64_t>(-*amount) : amount;
}

std::optional<std::int64_t> secondsCell(std::string_view text) {
  constexpr std::int64_t kTenThousandths = 10000;
  const std::size_t last = text.rfind(':');
  if (last == std::string_view::npos) {
    return wholeCell(text);
  }
  const std::string_view before = text.substr(0, last);
  const std::size_t first = before.find(':');
  const std::optional<int> hours =
      first == std::string_view::npos ? std::optional<int>(0) : digits(before.substr(0, first), 4);
  const std::string_view minutes_text = first == std::string_view::npos ? before : before.substr(first + 1);
  const bool has_hours = first != std::string_view::npos;
  const std::optional<int> minutes = has_hours && minutes_text.size() != 2 ? std::nullopt : digits(minutes_text, 4);
  const std::string_view seconds_text = text.substr(last + 1);
  const std::optional<int> seconds = seconds_text.size() == 2 ? digits(seconds_text, 2) : std::nullopt;
  if (!hours || !minutes || !seconds || *seconds > 59 || (has_hours && *minutes > 59)) {
    return std::nullopt;
  }
  return (std::int64_t{*hours} * 3600 + std::int64_t{*minutes} * 60 + *seconds) * kTenThousandths;
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
