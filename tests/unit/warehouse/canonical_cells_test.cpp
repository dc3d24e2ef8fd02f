#include "warehouse/load/canonical_cells.hpp"

#include <catch2/catch.hpp>

using namespace boardpack::warehouse;

// Days and seconds counted with `date -u -d … +%s`.
TEST_CASE("a month is its first day, and only in the form YYYY-MM") {
  CHECK(monthCell("1970-01") == 0);
  CHECK(monthCell("2025-03") == 20148);
  for (const char* text : {"", "2025-13", "2025-00", "2025-3", "2025-03-01", "03/2025", "2025-03 ", "March 2025"}) {
    CHECK_FALSE(monthCell(text));
  }
}

TEST_CASE("a day is one of the calendar, and only in the form YYYY-MM-DD") {
  CHECK(dayCell("2025-03-07") == 20154);
  CHECK(dayCell("2024-02-29") == 19782);
  for (const char* text : {"2025-02-29", "07/03/2025", "2025-3-7", "2025-03", "2025-03-07T00:00:00"}) {
    CHECK_FALSE(dayCell(text));
  }
}

TEST_CASE("a moment in UTC is put on the clock of the UK") {
  // 2025-06-30T23:00Z is 1 July 00:00 in summer time; in winter the clocks agree.
  CHECK(utcTimeCell("2025-06-30T23:00:00+00:00") == 1751328000);
  CHECK(utcTimeCell("2025-06-30T23:00:00Z") == 1751328000);
  CHECK(utcTimeCell("2025-06-30 23:00:00+00:00") == 1751328000);
  CHECK(utcTimeCell("2025-07-01T00:00:00+01:00") == 1751328000);
  CHECK(utcTimeCell("2025-01-31T23:00:00+00:00") == 1738364400);
  for (const char* text : {"2025-06-30T23:00:00", "2025-06-30", "2025-06-30T24:00:00Z", "2025-06-30T23:60:00Z",
                           "2025-06-31T23:00:00Z", "2025-06-30T23:00:00+0000", "30/06/2025 23:00", ""}) {
    CHECK_FALSE(utcTimeCell(text));
  }
}

TEST_CASE("yes and no are True and False in any case") {
  CHECK(yesNoCell("True") == true);
  CHECK(yesNoCell("FALSE") == false);
  for (const char* text : {"", "yes", "1", "T", "truefalse"}) {
    CHECK_FALSE(yesNoCell(text));
  }
}

TEST_CASE("a number has up to four decimals and no separators") {
  CHECK(numberCell("0") == 0);
  CHECK(numberCell("573.25") == 5732500);
  CHECK(numberCell("0.0001") == 1);
  CHECK(numberCell("99999999999999.9999") == 999999999999999999);
  for (const char* text : {"", ".", "1.", ".5", "1.23456", "1,000", "-1", "+1", "1e3", "100000000000000", "12 "}) {
    CHECK_FALSE(numberCell(text));
  }
}

TEST_CASE("an LSOA name gives its district, and only a name of that form does") {
  CHECK(lsoaDistrictCell("Redcar and Cleveland 012B") == "Redcar and Cleveland");
  for (const char* text : {"", " 012B", "Robbery", "Northtown 12B", "Northtown 012b", "Northtown 0123", "Northtown012B",
                           "Criminal damage and arson"}) {
    CHECK_FALSE(lsoaDistrictCell(text));
  }
}

TEST_CASE("a day as it is written in the UK has the day first") {
  CHECK(ukDayCell("07/03/2025") == 20154);
  CHECK(ukDayCell("7/3/2025") == 20154);
  CHECK(ukDayCell("29/02/2024") == 19782);
  for (const char* text : {"", "03/31/2025", "29/02/2025", "7/3/25", "07-03-2025", "2025/03/07", "007/3/2025",
                           "/3/2025", "07/03/2025 10:00", "7/3/2025/1"}) {
    CHECK_FALSE(ukDayCell(text));
  }
}

TEST_CASE("a local time is taken as the clock stood") {
  // 1 July 2025 00:05 on the clock, in summer time: no hour is added.
  CHECK(localTimeCell("2025-07-01 00:05") == 1751328300);
  CHECK(localTimeCell("2025-07-01T00:05:09") == 1751328309);
  CHECK(ukLocalTimeCell("01/07/2025 00:05") == 1751328300);
  CHECK(ukLocalTimeCell("1/7/2025 00:05:09") == 1751328309);
  for (const char* text : {"", "2025-07-01", "2025-07-01 24:00", "2025-07-01 00:60", "2025-07-01 0:05",
                           "2025-07-01 00:05:60", "2025-07-01 00:05Z", "2025-07-01  00:05"}) {
    CHECK_FALSE(localTimeCell(text));
  }
  for (const char* text : {"", "2025-07-01 00:05", "31/06/2025 00:05", "01/07/2025", "01/07/2025T00:05"}) {
    CHECK_FALSE(ukLocalTimeCell(text));
  }
}

TEST_CASE("a flag is yes or no in the ways that systems write it") {
  for (const char* text : {"Y", "y", "Yes", "TRUE", "1"}) {
    CHECK(flagCell(text) == true);
  }
  for (const char* text : {"N", "no", "False", "0"}) {
    CHECK(flagCell(text) == false);
  }
  for (const char* text : {"", "T", "maybe", "2", "unknown", "-"}) {
    CHECK_FALSE(flagCell(text));
  }
}

TEST_CASE("durations are whole seconds") {
  CHECK(secondsCell("536") == 5360000);
  CHECK(secondsCell("8:56") == 5360000);
  CHECK(secondsCell("00:08:56") == 5360000);
  CHECK(secondsCell("1:00:00") == 36000000);
  CHECK(secondsCell("90:00") == 54000000);
  for (const char* text : {"", "8:5", "8:60", "1:60:00", "1:2:00", ":56", "8:56.5", "-5", "5.5", "a:10", "1:1:1:1"}) {
    CHECK_FALSE(secondsCell(text));
  }
}

TEST_CASE("whole numbers and amounts") {
  CHECK(wholeCell("12") == 120000);
  CHECK_FALSE(wholeCell("12.0"));
  CHECK(amountCell("-1,234.50") == -12345000);
  CHECK(amountCell("£1,234,567") == 12345670000);
  CHECK(amountCell("-£300,000") == -3000000000);
  CHECK(amountCell("1234.5") == 12345000);
  for (const char* text : {"", "-", "£", "1,23", "1234,567", ",123", "1,234,56", "1.234,5", "1,,234", "--1", "$5"}) {
    CHECK_FALSE(amountCell(text));
  }
}
