#include "base/month.hpp"

#include <catch2/catch.hpp>

using namespace boardpack::base;
using boardpack::sdk::Date;

TEST_CASE("a month is read in one form only", "[base]") {
  CHECK(Month::parse("2025-12") == Month(2025, 12));
  for (const char* text :
       {"", "2025-13", "2025-00", "2025-1", "2025-1 ", "25-12", "2025/12", "2025-12-01", "1899-12"}) {
    INFO(text);
    CHECK_FALSE(Month::parse(text));
  }
}

TEST_CASE("months are counted over the turn of a year", "[base]") {
  CHECK(Month(2025, 1) - 1 == Month(2024, 12));
  CHECK(Month(2024, 12) + 13 == Month(2026, 1));
  CHECK(Month(2025, 12) - Month(2024, 12) == 12);
  CHECK(MonthRange{Month(2025, 1), Month(2025, 12)}.count() == 12);
}

TEST_CASE("the financial year runs from April", "[base]") {
  CHECK(Month(2025, 3).financialYearStart() == Month(2024, 4));
  CHECK(Month(2025, 4).financialYearStart() == Month(2025, 4));
  CHECK(Month(2025, 12).financialYearName() == "2025/26");
  CHECK(Month(1999, 12).financialYearName() == "1999/00");
}

TEST_CASE("months and days are written as boards write them", "[base]") {
  CHECK(Month(2025, 12).longName() == "December 2025");
  CHECK(Month(2025, 9).shortName() == "Sep 2025");
  CHECK(longDate({2026, 1, 2}) == "2 January 2026");
  CHECK(isoDate(Month(2024, 2).lastDay()) == "2024-02-29");
  CHECK(Month(2100, 2).lastDay().day == 28);
}

TEST_CASE("a day must be one of the calendar", "[base]") {
  CHECK(parseDate("2024-02-29") == Date{2024, 2, 29});
  CHECK_FALSE(parseDate("2025-02-29"));
  CHECK_FALSE(parseDate("2025-2-01"));
  CHECK(daysSinceEpoch({1970, 1, 1}) == 0);
  CHECK(daysSinceEpoch({2000, 3, 1}) == 11017);  // `date -u -d 2000-03-01 +%s` / 86400
}
