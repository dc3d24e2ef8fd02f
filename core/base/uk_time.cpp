#include "base/uk_time.hpp"

#include "base/month.hpp"

namespace boardpack::base {
namespace {

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kHour = 3600;

std::int64_t floorDivide(std::int64_t value, std::int64_t by) {
  return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/// 01:00 UTC of the last Sunday of a month, in seconds since 1970.
std::int64_t lastSunday(int year, int month) {
  const std::int64_t last = daysSinceEpoch(Month(year, month).lastDay());
  const std::int64_t weekday = ((last + 4) % 7 + 7) % 7;  // 1970-01-01 was a Thursday; 0 is Sunday
  return (last - weekday) * kDay + kHour;
}

int yearOf(std::int64_t utc_seconds) {
  const std::int64_t day = floorDivide(utc_seconds, kDay);
  int year = static_cast<int>(1970 + floorDivide(day, 366));
  while (daysSinceEpoch({year + 1, 1, 1}) <= day) {
    ++year;
  }
  return year;
}

}  // namespace

std::int64_t ukLocalFromUtc(std::int64_t utc_seconds) {
  const int year = yearOf(utc_seconds);
  const bool summer = utc_seconds >= lastSunday(year, 3) && utc_seconds < lastSunday(year, 10);
  return summer ? utc_seconds + kHour : utc_seconds;
}

}  // namespace boardpack::base
