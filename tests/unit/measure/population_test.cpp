#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Window;

/// Each month from January 2024 to March 2025: Ashby 1 crime, Corby 2, one outside.
FakeWarehouse crimes() {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-01", "2025-03");
  for (base::Month month(2024, 1); month <= base::Month(2025, 3); month = month + 1) {
    warehouse.add("crimes", month.iso(), {{"category", "Theft"}, {"area", "Ashby"}});
    warehouse.add("crimes", month.iso(), {{"category", "Theft"}, {"area", "Corby"}}, 2);
    warehouse.add("crimes", month.iso(), {{"category", "Theft"}, {"area", "Outside the force area"}});
  }
  return warehouse;
}

MeasureDefinition rate() {
  MeasureDefinition definition = countOf("crime_rate", "crimes");
  definition.kind = MeasureKind::Rate;
  definition.per = 1000;
  definition.population_kind = "people";
  by(definition, "district", true);
  by(definition, "region", true);
  by(definition, "category");
  return definition;
}

series::Series only(FakeWarehouse& warehouse) { return seriesOf({rate()}, "2025-03", warehouse).front(); }

TEST_CASE("a population kept by hand is an area's however its name is written") {
  FakeWarehouse warehouse = crimes();
  for (const auto& [area, people] : {std::pair("ASHBY ", 100), {" Barton.", 300}, {"corby", 400}}) {
    warehouse.inhabitants(area, 2024, people);
  }
  CHECK(shown(only(warehouse), "2024-12") == "5");  // 4 of 800
}

TEST_CASE("a rate takes the population of the year in which its window ends") {
  FakeWarehouse warehouse = crimes();
  for (const auto& [area, people] : {std::pair("Ashby", 100), {"Barton", 300}, {"Corby", 400}}) {
    warehouse.inhabitants(area, 2024, people);
    warehouse.inhabitants(area, 2025, people * 2);
  }
  const series::Series made = only(warehouse);
  CHECK(shown(made, "2024-12") == "5");                // 4 of 800
  CHECK(shown(made, "2025-01") == "2.5");              // 4 of 1,600
  CHECK(shown(made, "2024-12", Window::Mrt) == "60");  // 48 of 800
  CHECK(shown(made, "2025-01", Window::Mrt) == "30");  // 48 of 1,600
  CHECK(shown(made, "2024-06", Window::Ytd) == "15");  // 12 of 800
  CHECK(cellOf(made, "2025-01", Window::Mrt).numerator == 48.0);
  CHECK(cellOf(made, "2025-01", Window::Mrt).denominator == 1600.0);
  CHECK(shown(made, "2024-12", Window::Month, "district", "Ashby") == "10");
  CHECK(shown(made, "2024-12", Window::Month, "district", "Barton") == "0");
  CHECK(shown(made, "2024-12", Window::Month, "region", "North") == "2.5");  // 1 of 400
  CHECK(shown(made, "2024-12", Window::Month, "category", "Theft") == "5");  // of the force's people
  CHECK(shown(made, "2024-12", Window::Month, "district", "Outside the force area") == "[z] it has no population");
}

TEST_CASE("the force's own row goes before the sum, an area's before that of its parts") {
  FakeWarehouse warehouse = crimes();
  warehouse.inhabitants("Sample", 2025, 2000);
  warehouse.inhabitants("North", 2025, 500);
  const series::Series made = only(warehouse);
  CHECK(shown(made, "2025-01") == "2");
  CHECK(shown(made, "2025-01", Window::Month, "region", "North") == "2");
  CHECK(shown(made, "2025-01", Window::Month, "district", "Ashby") == "[x] no number of people in Ashby for 2025");
  CHECK(shown(made, "2024-12") == "[x] no number of people in Barton for 2024");
}

TEST_CASE("without a row for every district there is no population of the force") {
  FakeWarehouse warehouse = crimes();
  warehouse.inhabitants("Ashby", 2025, 100);
  warehouse.inhabitants("Corby", 2025, 100);
  warehouse.inhabitants("Barton", 2025, 100, "households");
  CHECK(shown(only(warehouse), "2025-01") == "[x] no number of people in Barton for 2025");
}

TEST_CASE("until the year's estimate is out, the latest of the two years before is taken") {
  FakeWarehouse warehouse = crimes();
  warehouse.inhabitants("Sample", 2022, 2000);
  const series::Series made = only(warehouse);
  CHECK(shown(made, "2024-12") == "2");  // 4 of 2,000
  CHECK(shown(made, "2025-01") == "[x] no number of people in Barton for 2025");
}

TEST_CASE("a force's row of a published table is not taken for the council of that name, nor for a region") {
  FakeWarehouse warehouse = crimes();
  warehouse.inhabitants("Sample", 2024, 8000, "people", "region");
  warehouse.inhabitants("Ashby", 2024, 100, "people", "force");
  CHECK(shown(only(warehouse), "2024-12") == "[x] no number of people in Barton for 2024");
  warehouse.inhabitants("Sample", 2024, 2000, "people", "force", sdk::Date{2025, 4, 24});
  warehouse.inhabitants("Sample", 2024, 4000, "people", "force", sdk::Date{2025, 7, 24});
  const series::Series made = only(warehouse);
  CHECK(shown(made, "2024-12") == "1");  // 4 of 4,000, as published last
  CHECK(shown(made, "2024-12", Window::Month, "district", "Ashby") == "[x] no number of people in Ashby for 2024");
}

TEST_CASE("two figures for one area and year are no figure") {
  FakeWarehouse warehouse = crimes();
  warehouse.inhabitants("Sample", 2025, 2000);
  warehouse.inhabitants("Sample", 2025, 2000);
  warehouse.inhabitants("Sample", 2024, 1000);
  warehouse.inhabitants("Sample", 2024, 1001);
  const series::Series made = only(warehouse);
  CHECK(shown(made, "2025-01") == "2");
  CHECK(shown(made, "2024-12") == "[x] two different numbers of people in Sample for 2024");
}

}  // namespace
}  // namespace boardpack::measure
