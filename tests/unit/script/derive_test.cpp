#include "temporary_scripts.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;
using series::Cell;

namespace {
const char* const kBase = R"(
measure "positive" { title = "Positive", from = "outcomes", count = true, by = { "district" } }
measure "recorded" { title = "Recorded", from = "crimes", count = true, by = { "district" }, windows = { "month", "mrt" } }
)";
}

TEST_CASE("a derive computes what its function says, element by element") {
  const Loaded loaded({{"a.lua", std::string(kBase) + R"(
measure "rate" { title = "Rate", derive = function(m) return -(m.positive - 1) / m.recorded * 100 + 2 end })"}});
  REQUIRE(loaded.problems().empty());
  const measure::MeasureDefinition& rate = loaded.measure("rate");
  CHECK(rate.reads == std::vector<std::string>{"positive", "recorded"});
  const auto cells = rate.derive({{"positive", {Cell::of(3), Cell::of(5)}}, {"recorded", {Cell::of(8), Cell::of(0)}}});
  REQUIRE(cells.size() == 2);
  CHECK(*cells[0].value == -23);  // -(3 - 1) / 8 * 100 + 2
  CHECK(cells[1].symbol == series::Symbol::NotApplicable);
}

TEST_CASE("a derive keeps nothing between calls, whatever its function does") {
  const Loaded loaded({{"a.lua", std::string(kBase) + R"(
local calls = 0
measure "counter" { title = "Counter", derive = function(m) calls = calls + 1; return m.positive * calls end })"}});
  REQUIRE(loaded.problems().empty());
  const auto& derive = loaded.measure("counter").derive;
  for (int i = 0; i < 3; ++i) {
    CHECK(*derive({{"positive", {Cell::of(4)}}})[0].value == 4);
  }
}

TEST_CASE("a derive has the windows that all it reads have") {
  const Loaded loaded(
      {{"a.lua", std::string(kBase) +
                     R"(measure "sum" { title = "Sum", derive = function(m) return m.positive + m.recorded end })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("sum").info.windows == std::vector<series::Window>{series::Window::Month, series::Window::Mrt});
}

TEST_CASE("a derive adds up when it only adds and subtracts what adds up") {
  const Loaded loaded({{"a.lua", std::string(kBase) + R"(
measure "sum" { title = "Sum", derive = function(m) return m.positive + m.recorded end }
measure "rest" { title = "Rest", derive = function(m) return -(m.positive - m.sum) end }
measure "more" { title = "More", derive = function(m) return m.positive + 1 end }
measure "part" { title = "Part", derive = function(m) return m.positive / m.recorded end }
measure "parts" { title = "Parts", derive = function(m) return m.part + m.part end })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("sum").info.adds_up);
  CHECK(loaded.measure("rest").info.adds_up);
  for (const char* name : {"more", "part", "parts"}) {
    CHECK_FALSE(loaded.measure(name).info.adds_up);
  }
}

TEST_CASE("a derive of a derive is settled after it, in any order") {
  const Loaded loaded({{"a.lua", std::string(R"(
measure "outer" { title = "Outer", by = { "district" }, derive = function(m) return m.inner * 2 end }
measure "inner" { title = "Inner", by = { "areas" }, derive = function(m) return m.positive + 1 end }
measure "positive" { title = "Positive", from = "outcomes", count = true, by = { "areas" } })")}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("outer").info.breakdowns.size() == 1);
  CHECK(loaded.measure("inner").info.breakdowns.size() == 2);
}

TEST_CASE("what reads a wrong measure is not told off for it") {
  const Loaded loaded({{"a.lua", R"(
measure "wrong" { title = "Wrong", from = "crimes", count = true, where = "categry = 'x'" }
measure "ratio" { title = "Ratio", ratio = { top = "wrong", bottom = { from = "crimes" } } }
measure "twice" { title = "Twice", derive = function(m) return m.wrong * 2 end }
pillar "safer" { measures = { "wrong", "ratio", "twice" } })"}});
  CHECK(loaded.problems().size() == 1);
  CHECK(loaded.set().measures.empty());
}
