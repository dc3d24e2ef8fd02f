#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Window;

/// Ashby is an area until the end of 2024, Carton from then on; Barton from the middle of February 2025. Dunby ended
/// long ago.
sdk::Force datedForce() {
  sdk::Force force = sampleForce();
  for (sdk::Area& area : force.areas) {
    if (area.name == "Ashby") {
      area.valid_to = sdk::Date{2024, 12, 31};
    } else if (area.name == "Barton") {
      area.valid_from = sdk::Date{2025, 2, 15};
    }
  }
  force.areas.push_back({"Carton", "district", "North", sdk::Date{2025, 1, 1}, {}});
  force.areas.push_back({"Dunby", "district", "South", {}, sdk::Date{2010, 3, 31}});
  return force;
}

/// Each month 2 crimes in Ashby, 3 in Carton and 1 in Corby, whatever the areas of the month.
FakeWarehouse crimes() {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2023-12", "2025-03");
  for (base::Month month(2023, 12); month <= base::Month(2025, 3); month = month + 1) {
    warehouse.add("crimes", month.iso(), {{"area", "Ashby"}, {"category", "Robbery"}}, 2);
    warehouse.add("crimes", month.iso(), {{"area", "Carton"}, {"category", "Robbery"}}, 3);
    warehouse.add("crimes", month.iso(), {{"area", "Corby"}, {"category", "Robbery"}}, 1);
  }
  warehouse.add("crimes", "2025-02", {{"area", "Barton"}, {"category", "Robbery"}}, 4);
  return warehouse;
}

series::Series told(const std::vector<std::string>& columns = {}, const series::Registers* registers = nullptr) {
  FakeWarehouse warehouse = crimes();
  const sdk::Force force = datedForce();
  MeasureSet set;
  set.measures = {countOf("crime", "crimes")};
  if (columns.empty()) {
    by(set.measures[0], "district", true);
    by(set.measures[0], "region", true);
  } else {
    bySeveral(set.measures[0], columns, true);
  }
  EvaluationRequest request;
  request.month = base::Month(2025, 3);
  request.history_months = 16;
  request.force = &force;
  setNatures(set);
  request.measures = &set;
  request.registers = registers;
  request.wanted = {"crime"};
  return evaluate(request, warehouse).front();
}

std::string inDistrict(const series::Series& made, const std::string& month, const std::string& district,
                       Window window = Window::Month) {
  return shown(made, month, window, "district", district);
}

TEST_CASE("an area has values for the months that it is an area in, and no group where it never is one") {
  const series::Series made = told();
  CHECK(groupsOf(made, "district") ==
        std::vector<std::string>{"Barton", "Ashby", "Corby", "Carton", std::string(sdk::kAreaNotKnown)});
  CHECK(inDistrict(made, "2024-12", "Ashby") == "2");
  CHECK(inDistrict(made, "2025-01", "Ashby") == "[z] Ashby is an area until 31 December 2024");
  CHECK(inDistrict(made, "2024-12", "Carton") == "[z] Carton is an area from 1 January 2025 on");
  CHECK(inDistrict(made, "2025-01", "Carton") == "3");
  CHECK(inDistrict(made, "2025-01", "Barton") == "[z] Barton is an area from 15 February 2025 on");
  CHECK(inDistrict(made, "2025-03", "Barton") == "0");
  CHECK(inDistrict(made, "2025-03", "Corby") == "1");
}

TEST_CASE("rows of an area outside its days are not known, so that areas add up to the force") {
  const series::Series made = told();
  const std::string not_known(sdk::kAreaNotKnown);
  CHECK(shown(made, "2024-12") == "6");
  CHECK(inDistrict(made, "2024-12", not_known) == "3");                // Carton's
  CHECK(inDistrict(made, "2025-01", not_known) == "2");                // Ashby's
  CHECK(inDistrict(made, "2025-03", not_known, Window::Mrt) == "33");  // 9 months of Carton's and 3 of Ashby's
  CHECK(shown(made, "2024-12", Window::Month, "region", "North") == "5");
}

TEST_CASE("a window with months in which an area was none has no value of it") {
  const series::Series made = told();
  CHECK(inDistrict(made, "2024-12", "Ashby", Window::Mrt) == "24");
  CHECK(inDistrict(made, "2025-03", "Ashby", Window::Mrt) == "[z] Ashby is an area until 31 December 2024");
  CHECK(inDistrict(made, "2025-03", "Carton", Window::Mrt) == "[z] Carton is an area from 1 January 2025 on");
  CHECK(inDistrict(made, "2025-03", "Corby", Window::Mrt) == "12");
  CHECK(shown(made, "2025-03", Window::Mrt) == "76");
}

TEST_CASE("the month in the middle of which an area begins is mixed, and the change is told") {
  const series::Series made = told();
  CHECK(inDistrict(made, "2025-02", "Barton") == "4");
  CHECK(cellOf(made, "2025-02", Window::Month, "district", "Barton").marks.has(series::Mark::Break));
  CHECK_FALSE(cellOf(made, "2025-03", Window::Month, "district", "Barton").marks.has(series::Mark::Break));
  CHECK_FALSE(cellOf(made, "2025-02", Window::Month, "district", "Corby").marks.has(series::Mark::Break));
  REQUIRE(made.events.size() == 2);
  CHECK(made.events[0].day == sdk::Date{2025, 1, 1});
  CHECK(made.events[0].words == "Ashby is no longer an area; Carton is a new area.");
  CHECK(made.events[0].areas == std::vector<std::string>{"Ashby", "Carton"});
  CHECK(made.events[1].words == "Barton is a new area.");
}

TEST_CASE("an event of the register for the same change takes its place") {
  series::Registers registers;
  series::Event event;
  event.day = sdk::Date{2025, 1, 1};
  event.kind = series::EventKind::BoundaryChange;
  event.title = "Ashby becomes Carton";
  event.areas = {"Ashby", "Carton"};
  registers.events = {event};
  const series::Series made = told({}, &registers);
  REQUIRE(made.events.size() == 2);
  CHECK(made.events[0].title == "Ashby becomes Carton");
}

TEST_CASE("an area among several columns has its days too") {
  const series::Series made = told({"district", "category"});
  const std::string id = "district_x_category";
  CHECK(shown(made, "2025-01", Window::Month, id, "Ashby > Robbery") == "[z] Ashby is an area until 31 December 2024");
  CHECK(shown(made, "2025-01", Window::Month, id, "Carton") == "3");
  CHECK(shown(made, "2025-01", Window::Month, id, std::string(sdk::kAreaNotKnown) + " > Robbery") == "2");
}

}  // namespace
}  // namespace boardpack::measure
