#include "expression/expression.hpp"
#include "script/fit/date_checks.hpp"
#include "script/fit/value_checks.hpp"
#include "script_case.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;

namespace {

std::vector<std::string> problemsOf(const std::string& text, const std::string& table,
                                    const sdk::Force& force = test::exampleForce()) {
  const sdk::Table* found = sdk::findTable(table);
  const expression::ParseResult result = expression::parse(text, *found, expression::Type::Boolean);
  REQUIRE(result.tree != nullptr);
  std::vector<std::string> sentences;
  for (const auto& check : {script::valueProblems, script::dateProblems}) {
    for (const expression::Problem& problem : check(*result.tree, *found, force)) {
      sentences.push_back(problem.sentence);
    }
  }
  return sentences;
}

// The example's searches, with dates only.
sdk::Force datesOnly() {
  sdk::Force force = test::exampleForce();
  force.feeds[2].routes[0].columns[0].parse = sdk::Parse::UtcDay;
  return force;
}

}  // namespace

TEST_CASE("values that a feed gives, and values nobody can list, are no problem") {
  for (const char* text :
       {"category = 'Robbery'", "category in ('Robbery', 'Burglary')", "lower(category) = 'robbery'",
        "category like 'Rob%'", "starts_with(category, 'Robb')", "area = 'Ashby'", "area = 'Outside the force area'",
        "area <> 'Area not known'", "coalesce(status, 'None') = 'None'", "outcome_group is null",
        "recorded_by = 'Anybody'", "case when area = 'Ashby' then 'Here' else 'There' end = 'Here'"}) {
    INFO(text);
    CHECK(problemsOf(text, "crimes").empty());
  }
  CHECK(problemsOf("object = 'Anything'", "stop_searches").empty());
  CHECK(problemsOf("kind = 'Vehicle searh'", "stop_searches").size() == 1);
  CHECK(problemsOf("case when area = 'Ashby' then 'Here' else 'There' end = 'Her'", "crimes").size() == 1);
}

TEST_CASE("the values of a column are those of all its feeds, and open when one gives text") {
  sdk::Force force = test::exampleForce();
  sdk::Feed own;
  own.name = "own";
  own.routes = {{"crimes", "", "", {{"category", "Type", sdk::Parse::Code, {{"MDP", "Made-up crime"}}}}}};
  force.feeds.push_back(own);
  CHECK(problemsOf("category in ('Robbery', 'Made-up crime')", "crimes", force).empty());
  CHECK(problemsOf("category = 'MDP'", "crimes", force).size() == 1);
  CHECK(problemsOf("area is null", "crimes", force).empty());  // rows of this feed have none
  force.feeds.back().routes[0].columns[0].parse = sdk::Parse::Text;
  CHECK(problemsOf("category = 'MDP'", "crimes", force).empty());
  force.feeds.clear();
  CHECK(problemsOf("category = 'MDP' and weekday(recorded_on) = 1", "crimes", force).empty());
}

TEST_CASE("a month may be asked where the source gives months, in both directions") {
  for (const char* text :
       {"recorded_on >= '2025-03-01' and recorded_on < '2025-04-01'", "'2025-03-01' <= recorded_on",
        "'2025-04-01' > recorded_on", "month(recorded_on) in (6, 7, 8)", "recorded_on is not null"}) {
    INFO(text);
    CHECK(problemsOf(text, "crimes").empty());
  }
  CHECK(problemsOf("weekday(coalesce(recorded_on, '2025-03-01')) = 1", "crimes").size() == 1);
  CHECK(problemsOf("recorded_on < '2025-03-15' or recorded_on > '2025-04-01'", "crimes").size() == 2);
}

TEST_CASE("a feed with days also makes a column that may be asked for days") {
  sdk::Force force = test::exampleForce();
  sdk::Feed own;
  own.name = "own";
  own.routes = {{"crimes", "", "", {{"recorded_on", "Day", sdk::Parse::Day, {}}}}};
  force.feeds.push_back(own);
  CHECK(problemsOf("weekday(recorded_on) = 1 and recorded_on = '2025-03-15'", "crimes", force).empty());
}

TEST_CASE("hours of dates without times are a problem, weekdays are none") {
  const char* hours = "hour(searched_at) >= 22";
  CHECK(problemsOf(hours, "stop_searches").empty());
  CHECK(problemsOf(hours, "stop_searches", datesOnly()) ==
        std::vector<std::string>{"searched_at is known to the day only: police.uk gives no time of day, so hour() of "
                                 "it says nothing."});
  CHECK(problemsOf("minutes(searched_at, searched_at) > 5", "stop_searches", datesOnly()).size() == 1);
  CHECK(problemsOf("weekday(searched_at) = 1 and searched_at = '2025-03-15' and days('2025-01-01', searched_at) > 5",
                   "stop_searches", datesOnly())
            .empty());
}
