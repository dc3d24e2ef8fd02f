#include "expression/expression.hpp"
#include "sample_table.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace boardpack::expression {
namespace {

TEST_CASE("an expression reads as English") {
  const std::vector<std::pair<const char*, const char*>> examples = {
      {"category = 'Robbery' and area <> 'Area not known'", "category is 'Robbery' and area is not 'Area not known'"},
      {"wait_seconds <= 10", "wait seconds is at most 10"},
      {"wait_seconds > 1000.5", "wait seconds is over 1,000.5"},
      {"category in ('A', 'B', 'C')", "category is 'A', 'B' or 'C'"},
      {"category not in ('A', 'B', 'C')", "category is none of 'A', 'B' and 'C'"},
      {"category not in ('A', 'B')", "category is neither 'A' nor 'B'"},
      {"category not in ('A')", "category is not 'A'"},
      {"domestic and not repeat", "domestic is yes and repeat is no"},
      {"domestic = false", "domestic is no"},
      {"domestic is null", "domestic is not known"},
      {"category is not null", "category is known"},
      {"(category = 'A' or category = 'B') and domestic", "(category is 'A' or category is 'B') and domestic is yes"},
      {"not (domestic or repeat)", "it is not so that (domestic is yes or repeat is yes)"},
      {"category like 'Theft%'", "category starts with 'Theft'"},
      {"category not like '%theft%'", "category does not contain 'theft'"},
      {"category like '%theft'", "category ends with 'theft'"},
      {"category like 'A_%'", "category fits the pattern 'A_%'"},
      {"contains(category, 'Theft')", "category has 'Theft' among its parts"},
      {"starts_with(category, 'Theft')", "category starts with 'Theft'"},
      {"minutes(opened_at, attended_at) <= 15", "the minutes from opened at to attended at is at most 15"},
      {"recorded_on >= '2025-03-01'", "recorded on is on or after 1 March 2025"},
      {"recorded_on between '2025-03-01' and '2025-03-31'", "recorded on is from 1 March 2025 to 31 March 2025"},
      {"month(recorded_on) = 3", "the month of recorded on is March"},
      {"weekday(opened_at) in (6, 7)", "the day of the week of opened at is Saturday or Sunday"},
      {"hour(opened_at) between 9 and 17", "the hour of opened at is from 9 to 17"},
      {"lower(category) = 'theft'", "category in lower case is 'theft'"},
      {"coalesce(category, 'none') = 'none'", "(category, or where that is not known 'none') is 'none'"},
      {"case when domestic then 'a' else 'b' end = 'a'", "('a' if domestic is yes, otherwise 'b') is 'a'"},
      {"cost - 2 * wait_seconds > -1", "(cost less (2 times wait seconds)) is over minus 1"}};
  for (const auto& [text, english] : examples) {
    CHECK(words(*parsed(text)) == english);
  }
}

}  // namespace
}  // namespace boardpack::expression
