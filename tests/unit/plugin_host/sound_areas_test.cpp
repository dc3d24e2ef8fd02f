#include "plugin_host/sound.hpp"

#include "sample_force.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using plugin_host::faultsOfAreas;

TEST_CASE("an area's parent exists and is of the level just above") {
  auto force = sampleForce();
  force.areas[1].parent = "South";
  CHECK(onlyFault(faultsOfAreas(force), {"'Shropshire'", "'South'", "does not exist"}));
  force = sampleForce();
  force.areas[1].parent = "";
  CHECK(onlyFault(faultsOfAreas(force), {"'Shropshire'", "no parent", "'policing_area'"}));
  force = sampleForce();
  force.areas[1].parent = "Telford and Wrekin";
  CHECK(onlyFault(faultsOfAreas(force), {"'Shropshire'", "'Telford and Wrekin'", "just above"}));
}

TEST_CASE("an area cannot be its own parent") {
  auto force = sampleForce();
  force.areas[0].parent = "North";
  CHECK(onlyFault(faultsOfAreas(force), {"'North'", "just above"}));
}

TEST_CASE("area names are their own and mean nothing else") {
  auto force = sampleForce();
  force.areas[2].name = "Shropshire";
  CHECK(onlyFault(faultsOfAreas(force), {"two areas", "'Shropshire'"}));
  for (const char* name : {"", "Outside the force area", "Area not known"}) {
    force = sampleForce();
    force.areas[2].name = name;
    CHECK(onlyFault(faultsOfAreas(force), {"an area is named"}));
  }
}

TEST_CASE("the lowest level is the district and is not empty") {
  auto force = sampleForce();
  force.area_levels = {{"district", "District", "Districts"}, {"ward", "Ward", "Wards"}};
  CHECK_FALSE(faultsOfAreas(force).empty());
  CHECK(faultsOfAreas(force).front().find("'ward'") != std::string::npos);
  force = sampleForce();
  force.areas.clear();
  CHECK(onlyFault(faultsOfAreas(force), {"no area of level 'district'"}));
  force = sampleForce();
  force.areas.push_back({"South", "policing_area", "", {}, {}});
  CHECK(onlyFault(faultsOfAreas(force), {"'South'", "no areas below"}));
}

TEST_CASE("levels exist once, with words") {
  auto force = sampleForce();
  force.areas[1].level = "borough";
  CHECK(onlyFault(faultsOfAreas(force), {"'Shropshire'", "'borough'", "does not exist"}));
  force = sampleForce();
  force.area_levels[0].plural = "";
  CHECK(onlyFault(faultsOfAreas(force), {"'policing_area'", "plural"}));
  force = sampleForce();
  force.area_levels.insert(force.area_levels.begin(), {"policing_area", "Other", "Others"});
  CHECK_FALSE(faultsOfAreas(force).empty());
}

TEST_CASE("validity is two days of the calendar in order") {
  auto force = sampleForce();
  force.areas[2].valid_to = sdk::Date{2023, 2, 29};
  CHECK(onlyFault(faultsOfAreas(force), {"'Telford and Wrekin'", "not a day"}));
  force.areas[2].valid_to = sdk::Date{2023, 3, 31};
  force.areas[2].valid_from = sdk::Date{2023, 4, 1};
  CHECK(onlyFault(faultsOfAreas(force), {"2023-03-31", "2023-04-01"}));
}

TEST_CASE("a successor has a name of its own and took the place of areas") {
  auto force = sampleForce();
  force.successors = {{"Marches", {"Shropshire", "Telford and Wrekin"}, {2028, 4, 1}}};
  CHECK(faultsOfAreas(force).empty());
  force.successors[0].of.push_back("Herefordshire");
  CHECK(onlyFault(faultsOfAreas(force), {"'Marches'", "'Herefordshire'", "no area of the force"}));
  force.successors[0] = {"Shropshire", {"Telford and Wrekin"}, {2028, 4, 1}};
  CHECK(onlyFault(faultsOfAreas(force), {"'Shropshire'", "that of an area"}));
  force.successors[0] = {"Marches", {"Shropshire"}, {2028, 2, 30}};
  CHECK(onlyFault(faultsOfAreas(force), {"'Marches'", "day of the calendar"}));
  force.successors[0] = {"Marches", {}, {2028, 4, 1}};
  CHECK(onlyFault(faultsOfAreas(force), {"'Marches'", "which areas"}));
}
