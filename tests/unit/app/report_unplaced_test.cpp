#include "app/report_unplaced.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace boardpack;
using base::LoadReport;

namespace {

sdk::Force durham() {
  sdk::Force force;
  force.name = "Durham Constabulary";
  force.area_levels = {{"district", "District", "Districts"}};
  force.areas = {{"County Durham", "district", "", {}, {}}, {"Darlington", "district", "", {}, {}}};
  return force;
}

/// A month of incidents: so many with an area, so many of them in none of the force's.
LoadReport month(int number, std::int64_t rows, std::int64_t unplaced, const std::string& name = "CD") {
  LoadReport load;
  load.file = "2025-0" + std::to_string(number) + "-durham-incidents.csv";
  load.feed = "incidents";
  load.feed_title = "Incidents";
  load.months = {base::Month(2025, number), base::Month(2025, number)};
  load.placed = {{.table = "incidents", .column = "District", .rows = rows, .unplaced = unplaced}};
  if (unplaced > 0) {
    load.placed[0].names = {{name, unplaced}};
  }
  return load;
}

void supersede(LoadReport& load) { load.superseded = {{load.months.first, "a later file"}}; }

std::string refusal(const std::vector<LoadReport>& loads) {
  std::vector<base::Issue> issues;
  try {
    app::tellPlacesAndTexts(loads, durham(), issues);
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Data);
    return error.sentence();
  }
  return "";
}

std::vector<base::Issue> told(const std::vector<LoadReport>& loads) {
  std::vector<base::Issue> issues;
  app::tellPlacesAndTexts(loads, durham(), issues);
  return issues;
}

}  // namespace

TEST_CASE("a file most of whose rows lie in no area of the force stops the run") {
  const std::string sentence = refusal({month(1, 500, 0), month(2, 100, 51)});
  CHECK_THAT(sentence, Catch::Contains("51 of 100 rows of 2025-02-durham-incidents.csv") &&
                           Catch::Contains("no area of Durham Constabulary") &&
                           Catch::Contains("column 'District' stand CD (51)") &&
                           Catch::Contains("County Durham and Darlington"));
  CHECK(refusal({month(1, 500, 0), month(2, 100, 50)}).empty());
}

TEST_CASE("so does a feed whose files are too small to be judged one by one") {
  CHECK(refusal({month(1, 9, 9), month(2, 9, 0)}).empty());
  CHECK_THAT(refusal({month(1, 9, 9), month(2, 9, 9)}), Catch::Contains("18 of 18 rows of the feed 'incidents'"));
}

TEST_CASE("a file that a later one takes the place of is not judged") {
  LoadReport old = month(1, 100, 100);
  CHECK_FALSE(refusal({old}).empty());
  supersede(old);
  CHECK(refusal({old, month(1, 100, 0)}).empty());
  CHECK(told({old, month(1, 100, 0)}).empty());
}

TEST_CASE("one row in a hundred is told, with the names of all files together") {
  CHECK(told({month(1, 1000, 10)}).empty());
  const std::vector<base::Issue> issues =
      told({month(1, 1000, 30, "CD"), month(2, 1000, 8, "DA"), month(3, 1000, 4, "CD")});
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].kind == "Outside the force's areas");
  CHECK(issues[0].subject == "incidents");
  CHECK(issues[0].count == 42);
  CHECK_THAT(issues[0].sentence, Catch::Contains("42 of 3,000 rows from Incidents") &&
                                     Catch::Contains("CD (34) and DA (8)") &&
                                     Catch::Contains("first in 2025-01-durham-incidents.csv"));
}

TEST_CASE("rows without an area are told when they are most") {
  LoadReport load = month(1, 40, 0);
  load.placed[0].without_area = 40;
  CHECK(told({load}).empty());
  load.placed[0].without_area = 60;
  const std::vector<base::Issue> issues = told({load});
  REQUIRE(issues.size() == 1);
  CHECK_THAT(issues[0].sentence,
             Catch::Contains("60 of 100 rows") && Catch::Contains("have no area (column 'District')"));
}

TEST_CASE("texts that no list has are told once a column, over all files") {
  LoadReport first = month(1, 10, 0);
  first.unknown_texts = {{.column = "Outcome", .rows = 3, .texts = {{"Stern look", 2}, {"Shrug", 1}}}};
  LoadReport second = month(2, 10, 0);
  second.unknown_texts = {{.column = "Outcome", .rows = 4, .texts = {{"Shrug", 4}}}};
  LoadReport old = second;
  supersede(old);
  const std::vector<base::Issue> issues = told({first, second, old});
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].kind == "Text not known");
  CHECK(issues[0].count == 7);
  CHECK_THAT(issues[0].sentence,
             Catch::Contains("7 rows have in the column 'Outcome'") && Catch::Contains("Shrug (5) and Stern look (2)"));
}
