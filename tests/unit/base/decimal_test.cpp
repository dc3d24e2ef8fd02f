#include "base/decimal.hpp"

#include <boardpack/sdk/error.hpp>
#include <catch2/catch.hpp>

#include <cstdint>

using boardpack::base::Decimal;

TEST_CASE("amounts add up exactly", "[base]") {
  Decimal sum;
  for (int i = 0; i < 10; ++i) {
    sum += Decimal::fromTenThousandths(1000);  // 0.1, which no binary fraction holds
  }
  CHECK(sum == Decimal::fromCount(1));
}

TEST_CASE("a sum that leaves the range is an error, never a wrong number", "[base]") {
  const Decimal large = Decimal::fromTenThousandths(INT64_MAX);
  CHECK_THROWS_AS(large + Decimal::fromTenThousandths(1), boardpack::sdk::Error);
  CHECK_THROWS_AS(Decimal::fromCount(INT64_MAX / 9999), boardpack::sdk::Error);
}
