#include "ooxml/cell_values.hpp"

#include "base/month.hpp"
#include "base/text.hpp"
#include "ooxml/exact_number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace boardpack::ooxml {
namespace {

using Kind = SheetCell::Kind;

constexpr double kSecondsADay = 86400;
constexpr double kMostDays = 1e6;

SheetCell mistake(std::string text) { return {Kind::Mistake, std::move(text), {}}; }

double asDouble(std::string_view plain) {
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

std::string twoDigits(long long value) { return (value < 10 ? "0" : "") + std::to_string(value); }

SheetCell timeCell(double days, bool has_seconds, bool has_all) {
  if (!(days >= 0 && days < kMostDays)) {
    return mistake("a time that cannot be shown");
  }
  const long long seconds = std::llround(days * kSecondsADay);
  std::string text = std::to_string(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60);
  if (!has_all) {
    text += " (more than the sheet shows)";
  } else if (has_seconds) {
    text += ":" + twoDigits(seconds % 60);
  } else {
    text += " (hours and minutes)";
  }
  return {Kind::Time, std::move(text), {}};
}

/// The digits up to something else, taken off the text; nothing when there are none.
std::optional<double> takeNumber(std::string_view& text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (fault != std::errc() || text.empty() || text[0] == '-') {
    return std::nullopt;
  }
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

/// "14:30", "14:30:00.000": seconds since midnight.
std::optional<double> secondsOf(std::string_view text) {
  double seconds = 0;
  double each = 3600;
  int parts = 0;
  for (; parts < 3; ++parts, each /= 60) {
    const std::optional<double> part = takeNumber(text);
    if (!part || *part >= (parts == 0 ? 24 : 60)) {
      return std::nullopt;
    }
    seconds += *part * each;
    if (text.empty()) {
      break;
    }
    if (text[0] != ':') {
      return std::nullopt;
    }
    text.remove_prefix(1);
  }
  return parts >= 1 && text.empty() ? std::optional(seconds) : std::nullopt;
}

struct Moment {
  std::optional<sdk::Date> day;
  double seconds = 0;
};

/// A day, a time, or both, of the kind that XML Schema has; of time zones Greenwich's alone.
std::optional<Moment> momentOf(std::string_view text) {
  constexpr std::size_t kDay = 10;
  for (const std::string_view zone : {"Z", "+00:00", "-00:00"}) {
    if (text.ends_with(zone)) {
      text.remove_suffix(zone.size());
      break;
    }
  }
  Moment moment;
  // A time without a day is kept on the day before the first, whichever way a program counts.
  if (text.starts_with("1899-12-30T") || text.starts_with("1899-12-31T")) {
    text.remove_prefix(kDay);
  }
  if (text.size() >= kDay && text[4] == '-') {
    moment.day = base::parseDate(text.substr(0, kDay));
    if (!moment.day || (text.size() > kDay && text[kDay] != 'T' && text[kDay] != ' ')) {
      return std::nullopt;
    }
    text.remove_prefix(kDay);
  }
  if (text.starts_with('T') || text.starts_with(' ')) {
    text.remove_prefix(1);
  }
  if (!text.empty() || !moment.day) {
    const std::optional<double> seconds = secondsOf(text);
    if (!seconds) {
      return std::nullopt;
    }
    moment.seconds = *seconds;
  }
  return moment;
}

std::string momentText(const sdk::Date& day, double seconds_of_day) {
  long long seconds = std::llround(seconds_of_day);
  const bool is_next = seconds >= static_cast<long long>(kSecondsADay);
  std::string text = base::isoDate(is_next ? base::dateOfDays(base::daysSinceEpoch(day) + 1) : day);
  seconds = is_next ? 0 : seconds;
  if (seconds > 0) {
    text += "T" + twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60);
  }
  return text;
}

/// "PT36H00M00S": seconds; of longer parts days alone.
std::optional<double> secondsOfDuration(std::string_view text) {
  if (!text.starts_with('P')) {
    return std::nullopt;
  }
  text.remove_prefix(1);
  double seconds = 0;
  bool is_time = false;
  while (!text.empty()) {
    if (text[0] == 'T' && !is_time) {
      is_time = true;
      text.remove_prefix(1);
      continue;
    }
    const std::optional<double> part = takeNumber(text);
    const char unit = text.empty() ? ' ' : text[0];
    const double each = !is_time && unit == 'D'  ? kSecondsADay
                        : is_time && unit == 'H' ? 3600
                        : is_time && unit == 'M' ? 60
                        : is_time && unit == 'S' ? 1
                                                 : 0;
    if (!part || each == 0) {
      return std::nullopt;
    }
    seconds += *part * each;
    text.remove_prefix(1);
  }
  return seconds;
}

/// A number as a sheet shows it in British or American form, and how many decimals it has.
struct Seen {
  double value;
  std::size_t decimals;
  bool is_per_cent;
};

std::optional<Seen> seenNumber(std::string_view shown) {
  std::string text(base::trim(shown));
  for (const char* sign : {"£", "$", "€", "\xC2\xA0", "\xE2\x80\xAF"}) {
    for (std::size_t at = 0; (at = text.find(sign)) != std::string::npos;) {
      text.erase(at, std::string_view(sign).size());
    }
  }
  if (text.starts_with("\xE2\x88\x92")) {
    text.replace(0, 3, "-");
  }
  text = base::trim(text);
  const bool is_per_cent = text.ends_with('%');
  if (is_per_cent) {
    text = base::trim(std::string_view(text).substr(0, text.size() - 1));
  }
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    text = "-" + text.substr(1, text.size() - 2);
  }
  const std::optional<std::string> plain = base::withoutThousands(text);
  const std::optional<std::string> digits = plain ? plainDigits(*plain) : std::nullopt;
  if (!digits || plain->find_first_of("eE") != std::string::npos) {
    return std::nullopt;
  }
  const std::size_t point = plain->find('.');
  return Seen{asDouble(*digits), point == std::string::npos ? 0 : plain->size() - point - 1, is_per_cent};
}

bool isRoundedTo(double value, const Seen& seen) {
  const double step = std::pow(10.0, -static_cast<double>(seen.decimals));
  return std::abs(value - seen.value) <= step * 0.5000001 + std::abs(value) * 1e-12;
}

SheetCell unlike(std::string how) { return {Kind::Unlike, std::move(how), {}}; }

}  // namespace

SheetCell numberByFormat(std::string_view text, const NumberFormat& format, bool from_1904) {
  using As = ShownNumber::As;
  std::optional<std::string> plain = plainDigits(text);
  if (!plain) {
    return mistake(std::string(text));
  }
  const double value = asDouble(*plain);
  ShownNumber shown = format.shown(value);
  switch (shown.as) {
    case As::Unlike:
      return unlike(std::move(shown.how));
    case As::Time:
      return timeCell(value, shown.has_seconds, shown.has_all);
    case As::Date: {
      std::optional<std::string> day = dayOfSerial(*plain, from_1904);
      return day ? SheetCell{Kind::Date, std::move(*day), {}} : mistake("a day that no calendar has");
    }
    case As::WrittenPerCent:
      return {Kind::Number, plainDigits(*plain + "e-2").value_or(*plain), {}, true};
    case As::PerCent:
    case As::Number:
      break;
  }
  return {Kind::Number, std::move(*plain), {}, shown.as == As::PerCent};
}

SheetCell dayByFormat(std::string_view text, const NumberFormat& format) {
  const std::optional<Moment> moment = momentOf(text);
  if (!moment) {
    return mistake(std::string(text));
  }
  constexpr int kDayNought = -25569;  // 1899-12-30
  const double days = (moment->day ? static_cast<double>(base::daysSinceEpoch(*moment->day) - kDayNought) : 0.0) +
                      moment->seconds / kSecondsADay;
  ShownNumber shown = format.shown(days);
  if (shown.as == ShownNumber::As::Unlike) {
    return unlike(std::move(shown.how));
  }
  if (shown.as == ShownNumber::As::Time || !moment->day) {
    return timeCell(days, shown.has_seconds, shown.has_all);
  }
  constexpr double kFirst = 61;  // 1900-03-01
  return days < kFirst ? mistake("a day that no calendar has")
                       : SheetCell{Kind::Date, momentText(*moment->day, moment->seconds), {}};
}

SheetCell dayOf(std::string_view text) {
  const std::optional<Moment> moment = momentOf(text);
  return moment && moment->day ? SheetCell{Kind::Date, momentText(*moment->day, moment->seconds), {}}
                               : mistake(std::string(text));
}

SheetCell timeOf(std::string_view text, std::string_view shown) {
  const std::optional<double> seconds = secondsOfDuration(text);
  if (!seconds) {
    return mistake(std::string(text));
  }
  const auto colons = std::count(shown.begin(), shown.end(), ':');
  const long long whole = std::llround(*seconds);
  const std::string in_minutes = twoDigits(whole / 60) + ":" + twoDigits(whole % 60);
  return timeCell(*seconds / kSecondsADay, colons == 2 || shown.empty() || base::trim(shown) == in_minutes, true);
}

SheetCell numberAsShown(std::string_view text, std::string_view shown) {
  std::optional<std::string> plain = plainDigits(text);
  if (!plain) {
    return mistake(std::string(text));
  }
  const std::string_view seen_text = base::trim(shown);
  const double value = asDouble(*plain);
  if (const std::optional<Seen> seen = seenNumber(seen_text)) {
    if (seen->is_per_cent && isRoundedTo(value * 100, *seen)) {
      return {Kind::Number, std::move(*plain), {}, true};
    }
    if (!isRoundedTo(value, *seen)) {
      return unlike("it shows '" + base::printable(seen_text) + "' and keeps another number");
    }
    return seen->is_per_cent ? SheetCell{Kind::Number, plainDigits(*plain + "e-2").value_or(*plain), {}, true}
                             : SheetCell{Kind::Number, std::move(*plain), {}};
  }
  // A fraction, a power of ten, or words beside the number.
  std::string words = base::lower(seen_text);
  std::erase_if(words, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; });
  if (isScaleWord(words)) {
    return unlike("it shows '" + base::printable(seen_text) + "', which is not what it keeps");
  }
  const bool has_digit = seen_text.find_first_of("0123456789") != std::string_view::npos;
  const bool is_dash = seen_text == "-" || seen_text == "–" || seen_text == "—";
  if (!has_digit && !(value == 0 && is_dash)) {
    return unlike(seen_text.empty() ? "it shows nothing"
                                    : "it shows '" + base::printable(seen_text) + "' in place of its number");
  }
  return {Kind::Number, std::move(*plain), {}};
}

SheetCell asText(SheetCell text, bool is_changed) {
  if (base::isSheetError(text.text) && text.superscript.empty()) {
    return mistake(std::string(base::trim(text.text)));
  }
  return is_changed ? unlike("its format shows something else than its text") : std::move(text);
}

void appendUtf8(char32_t character, std::string& text) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | character >> 6);
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | character >> 12);
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | character >> 18);
    put(0x80 | (character >> 12 & 0x3F));
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

}  // namespace boardpack::ooxml
