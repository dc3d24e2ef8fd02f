#include "base/decimal_arithmetic.hpp"
#include "base/text.hpp"

#include <catch2/catch.hpp>

using namespace boardpack::base;

TEST_CASE("decimals are worked with as people do") {
  CHECK(exactNumber(sumOf(0.1, 0.2)) == "0.3");
  CHECK(exactNumber(sumOf(0.7, 0.1)) == "0.8");
  CHECK(exactNumber(sumOf(1.1, 2.2)) == "3.3");
  CHECK(exactNumber(differenceOf(0.3, 0.1)) == "0.2");
  CHECK(exactNumber(differenceOf(12.3, 12.1)) == "0.2");
  CHECK(exactNumber(differenceOf(100.1, 100)) == "0.1");
  CHECK(exactNumber(productOf(1.1, 3)) == "3.3");
  CHECK(exactNumber(productOf(0.07, 100)) == "7");
  CHECK(exactNumber(productOf(1.1, 1.1)) == "1.21");
  CHECK(exactNumber(quotientOf(0.3, 0.1)) == "3");
  CHECK(exactNumber(quotientOf(0.3, 3)) == "0.1");
  CHECK(exactNumber(quotientOf(-0.6, -0.2)) == "3");
  CHECK(exactNumber(quotientOf(4.35, 0.01)) == "435");
  CHECK(exactNumber(sumOf(-0.1, 0.1)) == "0");
}

TEST_CASE("what is no decimal of 15 digits is a binary fraction as ever") {
  CHECK(quotientOf(1, 3) == 1.0 / 3.0);
  CHECK(productOf(quotientOf(1, 3), 3) == 1);
  CHECK(sumOf(1.0 / 3.0, 1) == 1.0 / 3.0 + 1);
  CHECK(differenceOf(1e300, 1) == 1e300);
  CHECK(sumOf(1e15, 1) == 1e15 + 1);
  CHECK(differenceOf(sumOf(1.0 / 3.0, 1), 1.0 + 1.0 / 3.0) == 0);
  CHECK(differenceOf(1.0 / 3.0 + 1e-16, 1.0 / 3.0) == 0);  // the last digit of a quotient
  CHECK(differenceOf(1.0 / 3.0 + 1e-10, 1.0 / 3.0) > 0);
}

TEST_CASE("numbers are the same but for what rounding in binary leaves") {
  CHECK(isSame(0.1 + 0.2, 0.3));
  CHECK(isSame(1.0 / 3.0 * 3.0000000000000004, 1.0));
  CHECK_FALSE(isAbove(0.1 + 0.2, 0.3));
  CHECK(isAbove(0.3000001, 0.3));
  CHECK(isAbove(1e-300, 0));
  CHECK(isAbove(0, -1e-300));
  // Whole amounts and pence, however large.
  CHECK(isAbove(999'999'999'999'999, 999'999'999'999'998));
  CHECK(isAbove(2'000'000'000, 1'999'999'999));
  CHECK(isAbove(12'345'678'901.24, 12'345'678'901.23));
}
