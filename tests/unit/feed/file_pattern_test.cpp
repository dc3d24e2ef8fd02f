#include "feed/file_pattern.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using feed::matchName;

TEST_CASE("a name is matched with its month") {
  const std::string pattern = "{month}-cleveland-street.csv";
  CHECK(matchName(pattern, "2025-12-cleveland-street.csv").month == base::Month(2025, 12));
  CHECK(matchName(pattern, "2025-12-cleveland-street.csv.gz").month == base::Month(2025, 12));
  CHECK(matchName(pattern, "2025-12-Cleveland-Street.CSV").month == base::Month(2025, 12));
  CHECK_FALSE(matchName(pattern, "2025-12-cumbria-street.csv").matches);
  CHECK_FALSE(matchName(pattern, "2025-12-cleveland-street.csv.zip").matches);
  CHECK_FALSE(matchName(pattern, "2025-12-cleveland-street.csv.gz.gz").matches);
  CHECK_FALSE(matchName(pattern, "latest-cleveland-street.csv").matches);
  CHECK_FALSE(matchName(pattern, "-cleveland-street.csv").matches);
  CHECK_FALSE(matchName(pattern, "").matches);
}

TEST_CASE("a month that does not exist is told apart from another name") {
  const std::string pattern = "{month}-cleveland-street.csv";
  for (const char* month : {"2025-13", "2025-00", "2025-1", "202501", "25-01", "2025-01-31"}) {
    const feed::NameMatch match = matchName(pattern, std::string(month) + "-cleveland-street.csv");
    CHECK(match.matches);
    CHECK_FALSE(match.month);
    CHECK(match.not_a_month == month);
  }
}

TEST_CASE("a name without a month") {
  CHECK(matchName("population.csv", "population.csv").matches);
  CHECK(matchName("population.csv", "population.csv.gz").matches);
  CHECK_FALSE(matchName("population.csv", "populations.csv").matches);
  CHECK_FALSE(matchName("population.csv", "population.csv").month);
}

TEST_CASE("a name with the day of extraction, alone or beside a month") {
  const feed::NameMatch day = matchName("{date}-durham-crimes.csv", "2026-01-05-durham-crimes.csv.gz");
  CHECK(day.matches);
  CHECK(day.date == sdk::Date{2026, 1, 5});
  CHECK_FALSE(day.month);
  const feed::NameMatch both =
      matchName("durham-{month}-crimes-of-{date}.csv", "durham-2025-12-crimes-of-2026-01-05.csv");
  CHECK(both.matches);
  CHECK(both.month == base::Month(2025, 12));
  CHECK(both.date == sdk::Date{2026, 1, 5});
  CHECK(matchName("{date}-durham-crimes.csv", "2026-02-30-durham-crimes.csv").not_a_date == "2026-02-30");
  CHECK_FALSE(matchName("{date}-durham-crimes.csv", "latest-durham-crimes.csv").matches);
  CHECK_FALSE(matchName("{date}-durham-crimes.csv", "2026-01-05-durham-incidents.csv").matches);
}
