#include "series/window_months.hpp"

#include <catch2/catch.hpp>

using boardpack::base::Month;
using boardpack::base::MonthRange;
using namespace boardpack::series;

TEST_CASE("whole windows are the latest that ended by the month") {
  const MeasureInfo info;
  CHECK(monthsOf(info, {}, Window::Quarter, Month(2025, 12)) == MonthRange{Month(2025, 10), Month(2025, 12)});
  CHECK(monthsOf(info, {}, Window::Quarter, Month(2025, 11)) == MonthRange{Month(2025, 7), Month(2025, 9)});
  CHECK(monthsOf(info, {}, Window::Quarter, Month(2025, 4)) == MonthRange{Month(2025, 1), Month(2025, 3)});
  CHECK(monthsOf(info, {}, Window::FinancialYear, Month(2025, 3)) == MonthRange{Month(2024, 4), Month(2025, 3)});
  CHECK(monthsOf(info, {}, Window::FinancialYear, Month(2025, 2)) == MonthRange{Month(2023, 4), Month(2024, 3)});
  CHECK(monthsOf(info, {}, Window::CalendarYear, Month(2025, 11)) == MonthRange{Month(2024, 1), Month(2024, 12)});
  CHECK(monthsOf(info, {}, Window::CalendarYear, Month(2025, 12)) == MonthRange{Month(2025, 1), Month(2025, 12)});
}

TEST_CASE("windows of dates and waves have months only once they have begun or ended") {
  MeasureInfo info;
  info.since = Month(2019, 6);
  info.between = MonthRange{Month(2018, 1), Month(2018, 6)};
  CHECK(monthsOf(info, {}, Window::Since, Month(2019, 8)) == MonthRange{Month(2019, 6), Month(2019, 8)});
  CHECK_FALSE(monthsOf(info, {}, Window::Since, Month(2019, 5)));
  CHECK(monthsOf(info, {}, Window::Between, Month(2019, 8)) == info.between);
  CHECK_FALSE(monthsOf(info, {}, Window::Between, Month(2018, 5)));
  const std::vector<Wave> waves{{"public", "3", {Month(2019, 1), Month(2019, 3)}, ""},
                                {"public", "4", {Month(2019, 7), Month(2019, 9)}, ""}};
  CHECK(monthsOf(info, waves, Window::Wave, Month(2019, 8)) == waves[0].months);
  CHECK(monthsOf(info, waves, Window::Wave, Month(2019, 9)) == waves[1].months);
  CHECK_FALSE(monthsOf(info, waves, Window::Wave, Month(2019, 2)));
}
