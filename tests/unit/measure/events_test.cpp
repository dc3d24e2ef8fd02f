#include "fake_warehouse.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

series::Event event(const sdk::Date& day, series::EventKind kind = series::EventKind::SystemChange) {
  series::Event made;
  made.day = day;
  made.kind = kind;
  made.title = "New system";
  return made;
}

std::vector<series::Series> toldWith(const std::vector<series::Event>& events) {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-01", "2025-03");
  for (const char* month : {"2024-04", "2024-12", "2025-01", "2025-02", "2025-03"}) {
    warehouse.add("crimes", month, {{"area", "Ashby"}}, 2);
    warehouse.add("crimes", month, {{"area", "Corby"}}, 1);
  }
  series::Registers registers;
  registers.events = events;
  MeasureSet set;
  set.measures = {countOf("crime", "crimes"), countOf("other", "crimes")};
  by(set.measures[0], "district", true);
  MeasureDefinition derived;
  derived.info.name = "per_crime";
  derived.info.kind = series::MeasureKind::Ratio;
  derived.info.windows = {series::Window::Month};
  derived.top.measure = "crime";
  derived.bottom.measure = "crime";
  set.measures.push_back(derived);
  EvaluationRequest request;
  request.month = base::Month(2025, 3);
  request.force = &sampleForce();
  request.measures = &set;
  request.registers = &registers;
  request.wanted = {"crime", "other", "per_crime"};
  return evaluate(request, warehouse);
}

bool isBroken(const series::Series& series, const std::string& month, series::Window window = series::Window::Month,
              const std::string& breakdown = "", const std::string& group = "") {
  return cellOf(series, month, window, breakdown, group).marks.has(series::Mark::Break);
}

TEST_CASE("an event in the middle of a month makes that month mixed, and every window over it broken") {
  const series::Series made = toldWith({event({2025, 1, 15})}).front();
  REQUIRE(made.events.size() == 1);
  CHECK_FALSE(isBroken(made, "2024-12"));
  CHECK(isBroken(made, "2025-01"));
  CHECK_FALSE(isBroken(made, "2025-02"));
  CHECK(isBroken(made, "2025-03", series::Window::Mrt));
  CHECK_FALSE(isBroken(made, "2024-12", series::Window::Mrt));
  CHECK(isBroken(made, "2025-03", series::Window::Ytd));
}

TEST_CASE("an event on the first of a month leaves the months whole") {
  const series::Series made = toldWith({event({2025, 1, 1})}).front();
  CHECK_FALSE(isBroken(made, "2024-12"));
  CHECK_FALSE(isBroken(made, "2025-01"));
  CHECK(isBroken(made, "2025-01", series::Window::Mrt));
  const series::Series april = toldWith({event({2024, 4, 1})}).front();
  CHECK_FALSE(isBroken(april, "2025-03", series::Window::Ytd));
  CHECK_FALSE(isBroken(april, "2025-03", series::Window::Mrt));
}

TEST_CASE("an operation breaks nothing, and is told all the same") {
  const series::Series made = toldWith({event({2025, 1, 15}, series::EventKind::Operation)}).front();
  CHECK(made.events.size() == 1);
  CHECK_FALSE(isBroken(made, "2025-01"));
}

TEST_CASE("an event touches the measures it names, and what is made from them") {
  series::Event named = event({2025, 1, 15});
  named.measures = {"crime"};
  const std::vector<series::Series> made = toldWith({named});
  CHECK(isBroken(made[0], "2025-01"));
  CHECK(made[1].events.empty());
  CHECK_FALSE(isBroken(made[1], "2025-01"));
  CHECK(isBroken(made[2], "2025-01"));
}

TEST_CASE("an event with areas touches those groups and what lies in them") {
  series::Event north = event({2025, 1, 15});
  north.areas = {"North"};
  const series::Series made = toldWith({north}).front();
  CHECK(isBroken(made, "2025-01", series::Window::Month, "district", "Ashby"));
  CHECK_FALSE(isBroken(made, "2025-01", series::Window::Month, "district", "Corby"));
  CHECK_FALSE(isBroken(made, "2025-01"));
}

}  // namespace
}  // namespace boardpack::measure
