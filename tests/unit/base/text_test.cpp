#include "base/text.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace boardpack::base;

TEST_CASE("numbers are written as people read them", "[base]") {
  CHECK(formatNumber(std::numeric_limits<double>::infinity()) == "not a number");
  CHECK(formatNumber(0) == "0");
  CHECK(formatNumber(999) == "999");
  CHECK(formatNumber(1000) == "1,000");
  CHECK(formatNumber(1234567.891, 1) == "1,234,567.9");
  CHECK(formatNumber(-2.4407, 1) == "-2.4");
  CHECK(formatNumber(-0.04, 1) == "0.0");
  CHECK(formatNumber(999.95, 1) == "1,000.0");
  CHECK(formatNumber(0.5) == "1");
  CHECK(formatNumber(2.675, 2) == "2.68");
  CHECK(formatNumber(0.125, 2) == "0.13");
  CHECK(formatNumber(-1796) == "-1,796");
  CHECK(formatSigned(395) == "+395");
  CHECK(formatSigned(0) == "0");
  CHECK(formatSigned(-0.04, 1) == "0.0");
  CHECK(formatSigned(45.45, 1) == "+45.5");
}

TEST_CASE("numbers for machines read back as they were", "[base]") {
  CHECK(exactNumber(71787) == "71787");
  CHECK(exactNumber(12.3) == "12.3");
  CHECK(exactNumber(-0.0) == "0");
  CHECK(exactNumber(0.0000125) == "0.0000125");
  for (const double value : {0.1, 1.0 / 3, -2.4407844, 1e21, 123456789.123456789}) {
    CHECK(parseNumber(exactNumber(value)) == value);
  }
  CHECK_FALSE(parseNumber("1,2"));
  CHECK_FALSE(parseNumber("inf"));
}

TEST_CASE("near names are suggested, far ones are not", "[base]") {
  CHECK(didYouMean("categry", {"area", "category"}) == " Did you mean 'category'?");
  CHECK(didYouMean("xyz", {"area", "category"}).empty());
  CHECK(didYouMean("titel", {"unit", "title"}) == " Did you mean 'title'?");  // two letters swapped are one slip
  CHECK(nearest("loewr", {"higher", "lower"}) == "lower");
  CHECK(nearest("Recorded_On", {"recorded_on"}) == "recorded_on");
}

TEST_CASE("text is checked before it reaches an output", "[base]") {
  CHECK(isUtf8("caf\xC3\xA9"));
  CHECK_FALSE(isUtf8("caf\xE9"));
  CHECK_FALSE(isUtf8("\xC0\x80"));
  CHECK_FALSE(isUtf8("\xED\xA0\x80"));
  CHECK(printable("a\nb\x01"
                  "c\xE9") == "a b c\xEF\xBF\xBD");
  CHECK(printable("café", 4) == "caf…");
}

TEST_CASE("words and names are joined", "[base]") {
  CHECK(joinWords({"a"}) == "a");
  CHECK(joinWords({"a", "b", "c"}) == "a, b and c");
  CHECK(slug("Violence and sexual offences (all)") == "violence-and-sexual-offences-all");
  CHECK(countOf(1, "row", "rows") == "1 row");
  CHECK(countOf(1234, "row", "rows") == "1,234 rows");
  CHECK(trim(" \tx y\r\n") == "x y");
}

TEST_CASE("commas between thousands, and nowhere else", "[base]") {
  using boardpack::base::withoutThousands;
  for (const auto& [text, plain] : {std::pair("1,234", "1234"),
                                    {"12,345,678.25", "12345678.25"},
                                    {"-123,456", "-123456"},
                                    {"1234.5", "1234.5"},
                                    {"0.5", "0.5"},
                                    {"", ""}}) {
    CHECK(withoutThousands(text) == plain);
  }
  for (const char* none : {"0,500", "12345,678", "12,34", "1,2345", ",500", "5,", "1,,234", "-0,500", "1.5,000",
                           "1,234,56", "a,234", "1,23a"}) {
    INFO(none);
    CHECK_FALSE(withoutThousands(none));
  }
}

TEST_CASE("errors of spreadsheets and totals by their words", "[base]") {
  using boardpack::base::isSheetError;
  using boardpack::base::isTotalWord;
  for (const char* error : {"#N/A", " #div/0! ", "Err:502", "#####", "#GETTING_DATA"}) {
    CHECK(isSheetError(error));
  }
  for (const char* text : {"", "#", "N/A", "#1", "Err:", "Err:5x2", "Error", "#N/A today"}) {
    INFO(text);
    CHECK_FALSE(isSheetError(text));
  }
  for (const char* total : {"Total", "GRAND TOTAL:", "sub-total", "Sum"}) {
    CHECK(isTotalWord(total));
  }
  for (const char* text : {"", "Total loss", "Totally", "Summary", "All"}) {
    CHECK_FALSE(isTotalWord(text));
  }
}
