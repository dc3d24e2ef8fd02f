#include "temporary_scripts.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;

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
  CHECK(print(*rate.formula) == "-(positive - 1) / recorded * 100 + 2");
}

TEST_CASE("a derive keeps nothing between calls, whatever its function does") {
  const Loaded loaded({{"a.lua", std::string(kBase) + R"(
local calls = 0
measure "counter" { title = "Counter", derive = function(m) calls = calls + 1; return m.positive * calls end })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(print(*loaded.measure("counter").formula) == "positive * 1");
}

TEST_CASE("a derive has the windows that all it reads have") {
  const Loaded loaded(
      {{"a.lua", std::string(kBase) +
                     R"(measure "sum" { title = "Sum", derive = function(m) return m.positive + m.recorded end })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("sum").info.windows == std::vector<series::Window>{series::Window::Month, series::Window::Mrt});
}

TEST_CASE("a derive of whole numbers has no decimals, unless it says them") {
  const Loaded loaded({{"a.lua", std::string(kBase) + R"(
measure "change" { title = "Change", derive = function(m) return m.positive - m.positive:shift(1) end }
measure "twice" { title = "Twice", derive = function(m) return m.change * 2 end }
measure "fine" { title = "Fine", decimals = 2, derive = function(m) return m.positive + m.recorded end }
measure "rate" { title = "Rate", derive = function(m) return m.positive / m.recorded end })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("change").info.decimals == 0);
  CHECK(loaded.measure("twice").info.decimals == 0);
  CHECK(loaded.measure("fine").info.decimals == 2);
  CHECK(loaded.measure("rate").info.decimals == 1);
}

TEST_CASE("a derive adds up when it only adds and subtracts what adds up") {
  const Loaded loaded({{"a.lua", std::string(kBase) + R"(
measure "sum" { title = "Sum", derive = function(m) return m.positive + m.recorded end }
measure "rest" { title = "Rest", derive = function(m) return -(m.positive - m.sum) end }
measure "more" { title = "More", derive = function(m) return m.positive + 1 end }
measure "part" { title = "Part", derive = function(m) return m.positive / m.recorded end }
measure "parts" { title = "Parts", derive = function(m) return m.part + m.part end })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("sum").info.nature.adds_up);
  CHECK(loaded.measure("rest").info.nature.adds_up);
  for (const char* name : {"more", "part", "parts"}) {
    CHECK_FALSE(loaded.measure(name).info.nature.adds_up);
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

TEST_CASE("months are put together in the measures that a derive reads") {
  const Loaded loaded({{"a.lua", std::string(kBase) + R"(
local function made(name, derive) measure(name) { title = name, derive = derive } end
measure "share" { title = "Share", from = "crimes", share = "category = 'Robbery'" }
made("rate", function(m) return m.positive / m.recorded * 100 end)
made("sum", function(m) return (m.positive - m.recorded + 5):rolling(3) end)
made("of_sums", function(m) return (m.positive / m.recorded * 100):rolling(12) end)
made("of_a_derive", function(m) return m.rate:rolling(12) end)
made("of_a_share", function(m) return m.share:rolling(12) - m.share end)
made("earlier", function(m) return m.rate:shift(1):rolling(2) end)
made("mean", function(m) return m.recorded:mean(4) end)
made("year", function(m) return m.recorded / m.recorded:at(2016) * 100 end)
made("year_of_a_share", function(m) return m.share - m.share:at("2016/17") end)
made("months_above", function(m) return m.positive:above(m.recorded):rolling(12) end)
)"}});
  for (const script::ScriptProblem& problem : loaded.problems()) {
    FAIL(problem.line << ": " << problem.sentence);
  }
  const auto formula = [&](const char* name) { return print(*loaded.measure(name).formula); };
  CHECK(formula("sum") == "positive:rolling(3) - recorded:rolling(3) + 15");
  CHECK(formula("of_sums") == "positive:rolling(12) / recorded:rolling(12) * 100");
  CHECK(formula("of_a_derive") == formula("of_sums"));
  CHECK(loaded.measure("of_a_derive").reads == std::vector<std::string>{"positive", "recorded"});
  CHECK(formula("of_a_share") == "share:rolling(12) - share");
  CHECK(formula("earlier") == "(positive:rolling(2) / recorded:rolling(2) * 100):shift(1)");
  CHECK(formula("mean") == "recorded:rolling(4) / 4");
  CHECK(formula("year") == "recorded / recorded:rolling(12):at(\"2016\") * 100");
  CHECK(formula("months_above") == "positive:above(recorded):rolling(12)");
  using series::Window;
  CHECK(loaded.measure("sum").info.windows == std::vector<Window>{Window::Month});
  CHECK(loaded.measure("sum").info.nature.months_overlap);
  CHECK_FALSE(loaded.measure("sum").info.nature.adds_up);
  CHECK(loaded.measure("year").info.windows == std::vector<Window>{Window::Mrt});
  CHECK_FALSE(loaded.measure("year").info.nature.months_overlap);
  CHECK(loaded.measure("year_of_a_share").info.windows.size() == 3);
}

TEST_CASE("a derive that shifts by whole years adds up as its measures do") {
  const Loaded loaded({{"a.lua", std::string(kBase) + R"(
measure "year" { title = "Year", derive = function(m) return m.recorded - m.recorded:shift(12) end }
measure "months" { title = "Months", derive = function(m) return m.recorded:shift(1) end })"}});
  REQUIRE(loaded.problems().empty());
  CHECK(loaded.measure("year").info.nature.adds_up);
  CHECK_FALSE(loaded.measure("months").info.nature.adds_up);
}
