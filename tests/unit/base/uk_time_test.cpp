#include "base/uk_time.hpp"

#include <catch2/catch.hpp>

using boardpack::base::ukLocalFromUtc;

// Seconds since 1970 of each moment are from `date -u -d … +%s`.
TEST_CASE("summer time begins and ends at 01:00 UTC of the last Sundays", "[base]") {
  CHECK(ukLocalFromUtc(1743296399) == 1743296399);         // 2025-03-30 00:59:59
  CHECK(ukLocalFromUtc(1743296400) == 1743296400 + 3600);  // 2025-03-30 01:00:00
  CHECK(ukLocalFromUtc(1761440399) == 1761440399 + 3600);  // 2025-10-26 00:59:59
  CHECK(ukLocalFromUtc(1761440400) == 1761440400);         // 2025-10-26 01:00:00
}

TEST_CASE("the last hour of June in UTC is July in the UK", "[base]") {
  CHECK(ukLocalFromUtc(1688166000) == 1688169600);  // 2023-06-30 23:00 UTC is 2023-07-01 00:00
  CHECK(ukLocalFromUtc(1703977200) == 1703977200);  // 2023-12-30 23:00
}
