#pragma once
#include <boardpack/sdk/date.hpp>

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::base {

/// A month of the calendar, ordered and counted.
class Month {
 public:
  constexpr Month() = default;
  constexpr Month(int year, int month) : index_(year * 12 + month - 1) {}
  static constexpr Month fromIndex(int index) {
    Month m;
    m.index_ = index;
    return m;
  }
  /// "2025-12"; nothing when it is not a month from 1900-01 to 2199-12 in just that form.
  static std::optional<Month> parse(std::string_view text);
  static constexpr Month of(const sdk::Date& day) { return Month(day.year, day.month); }

  constexpr int year() const { return index_ / 12; }
  constexpr int month() const { return index_ % 12 + 1; }
  /// Months since year 0: differences of it are numbers of months.
  constexpr int index() const { return index_; }

  constexpr Month operator+(int months) const { return fromIndex(index_ + months); }
  constexpr Month operator-(int months) const { return fromIndex(index_ - months); }
  constexpr int operator-(Month other) const { return index_ - other.index_; }
  auto operator<=>(const Month&) const = default;

  std::string iso() const;        ///< "2025-12"
  std::string longName() const;   ///< "December 2025"
  std::string shortName() const;  ///< "Dec 2025"
  sdk::Date firstDay() const;
  sdk::Date lastDay() const;
  /// April of the financial year the month lies in.
  constexpr Month financialYearStart() const { return Month(month() >= 4 ? year() : year() - 1, 4); }
  std::string financialYearName() const;  ///< "2025/26"

 private:
  int index_ = 0;
};

/// Months from first to last, both included.
struct MonthRange {
  Month first;
  Month last;
  bool contains(Month month) const { return first <= month && month <= last; }
  int count() const { return last - first + 1; }
  bool operator==(const MonthRange&) const = default;
};

/// "March 2024", "June to August 2024", "June 2023 to August 2024".
std::string rangeInWords(const MonthRange& range);
/// "March 2024 and June to August 2024": months in order, runs of neighbours condensed.
std::string monthsInWords(const std::vector<Month>& months);

/// "2026-01-22"; nothing when it is not a day of the calendar in just that form.
std::optional<sdk::Date> parseDate(std::string_view text);
std::string isoDate(const sdk::Date& day);   ///< "2026-01-22"
std::string longDate(const sdk::Date& day);  ///< "22 January 2026"
/// Days since 1970-01-01.
long daysSinceEpoch(const sdk::Date& day);
sdk::Date dateOfDays(long days_since_epoch);

}  // namespace boardpack::base
