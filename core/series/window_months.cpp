#include "series/window_months.hpp"

namespace boardpack::series {

namespace {

/// The latest stretch of `length` months that ended by `end`, counted from `start_of_year`.
base::MonthRange latestWhole(base::Month start_of_year, int length, base::Month end) {
  base::Month first = start_of_year;
  while (first + (length - 1) > end) {
    first = first - length;
  }
  while (first + (2 * length - 1) <= end) {
    first = first + length;
  }
  return {first, first + (length - 1)};
}

std::optional<base::MonthRange> latestWave(const std::vector<Wave>& waves, base::Month end) {
  std::optional<base::MonthRange> latest;
  for (const Wave& wave : waves) {
    const bool has_ended = wave.months.last <= end;
    if (has_ended && (!latest || latest->last < wave.months.last)) {
      latest = wave.months;
    }
  }
  return latest;
}

}  // namespace

std::optional<base::MonthRange> monthsOf(const MeasureInfo& info, const std::vector<Wave>& waves, Window window,
                                         base::Month end) {
  constexpr int kYear = 12;
  switch (window) {
    case Window::Month:
      return base::MonthRange{end, end};
    case Window::Mrt:
      return base::MonthRange{end - (kYear - 1), end};
    case Window::Ytd:
      return base::MonthRange{end.financialYearStart(), end};
    case Window::Quarter:
      return latestWhole(end.financialYearStart(), 3, end);
    case Window::FinancialYear:
      return latestWhole(end.financialYearStart(), kYear, end);
    case Window::CalendarYear:
      return latestWhole(base::Month(end.year(), 1), kYear, end);
    case Window::Since:
      return info.since && *info.since <= end ? std::optional(base::MonthRange{*info.since, end}) : std::nullopt;
    case Window::Between:
      return info.between && info.between->last <= end ? info.between : std::nullopt;
    case Window::Wave:
      return latestWave(waves, end);
  }
  return std::nullopt;
}

Window windowOf(const base::MonthRange& period) {
  switch (period.count()) {
    case 1:
      return Window::Month;
    case 3:
      return Window::Quarter;
    case 12:
      return Window::Mrt;
    default:
      return Window::Between;
  }
}

}  // namespace boardpack::series
