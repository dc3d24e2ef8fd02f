#include "base/month.hpp"

#include "base/text.hpp"

#include <array>
#include <cstdlib>

#include <fmt/format.h>

namespace boardpack::base {
namespace {

constexpr std::array<const char*, 12> kMonthNames = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

/// The number of exactly `text.size()` digits; -1 when there is anything else.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return -1;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

bool isLeap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int daysIn(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && isLeap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

const char* nameOf(int month) { return kMonthNames[static_cast<std::size_t>(month - 1)]; }

}  // namespace

std::optional<Month> Month::parse(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') {
    return std::nullopt;
  }
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  if (year < 1900 || year > 2199 || month < 1 || month > 12) {
    return std::nullopt;
  }
  return Month(year, month);
}

// Figures have it near a million times in a run.
std::string Month::iso() const {
  std::string text = "0000-00";
  const auto put = [&text](std::size_t end, int number, int digits) {
    for (; digits > 0; --digits, number /= 10) {
      text[--end] = static_cast<char>('0' + number % 10);
    }
  };
  put(4, year(), 4);
  put(7, month(), 2);
  return text;
}

std::string Month::longName() const { return fmt::format("{} {}", nameOf(month()), year()); }

std::string Month::shortName() const { return fmt::format("{:.3} {}", nameOf(month()), year()); }

sdk::Date Month::firstDay() const { return {year(), month(), 1}; }

sdk::Date Month::lastDay() const { return {year(), month(), daysIn(year(), month())}; }

std::string Month::financialYearName() const {
  const int start = financialYearStart().year();
  return fmt::format("{}/{:02}", start, (start + 1) % 100);
}

std::string rangeInWords(const MonthRange& range) {
  if (range.count() == 1) {
    return range.first.longName();
  }
  const std::string first = range.first.longName();
  const bool is_one_year = range.first.year() == range.last.year();
  return (is_one_year ? first.substr(0, first.find(' ')) : first) + " to " + range.last.longName();
}

std::string monthsInWords(const std::vector<Month>& months) {
  std::vector<std::string> ranges;
  for (std::size_t i = 0; i < months.size();) {
    std::size_t end = i;
    while (end + 1 < months.size() && months[end + 1] - months[end] == 1) {
      ++end;
    }
    ranges.push_back(rangeInWords({months[i], months[end]}));
    i = end + 1;
  }
  return joinWords(ranges);
}

std::optional<sdk::Date> parseDate(std::string_view text) {
  if (text.size() != 10 || text[7] != '-') {
    return std::nullopt;
  }
  const std::optional<Month> month = Month::parse(text.substr(0, 7));
  const int day = digits(text.substr(8, 2));
  if (!month || day < 1 || day > month->lastDay().day) {
    return std::nullopt;
  }
  return sdk::Date{month->year(), month->month(), day};
}

std::string isoDate(const sdk::Date& day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

std::string longDate(const sdk::Date& day) { return fmt::format("{} {} {}", day.day, nameOf(day.month), day.year); }

// Days of the proleptic Gregorian calendar, with years that begin in March so that leap days come last.
long daysSinceEpoch(const sdk::Date& day) {
  const long year = day.month <= 2 ? day.year - 1 : day.year;
  const long era = year / 400;
  const long year_of_era = year - era * 400;
  const long day_of_year = (153L * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  const long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

// The way back, as Howard Hinnant gives it in "chrono-compatible low-level date algorithms".
sdk::Date dateOfDays(long days_since_epoch) {
  const long shifted = days_since_epoch + 719468;
  const long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const long of_era = shifted - era * 146097;
  const long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long month = (5 * of_year + 2) / 153;
  const int day = static_cast<int>(of_year - (153 * month + 2) / 5 + 1);
  const int calendar_month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  return {static_cast<int>(year_of_era + era * 400) + (calendar_month <= 2 ? 1 : 0), calendar_month, day};
}

}  // namespace boardpack::base
