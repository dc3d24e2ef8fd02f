#include "temporary_scripts.hpp"

#include <catch2/catch.hpp>

#include <ctime>

using namespace boardpack;
using namespace boardpack::test;
using script::Origin;

// Loops that work outside Lua: each is counted, bounded and told. tests/sandbox has those that one file shows.

namespace {

const ScriptText kInstalled{"safer.lua", R"(
measure "robbery" { title = "Robbery", from = "crimes", where = "category = 'Robbery'", count = true }
measure "burglary" { title = "Burglary", from = "crimes", where = "category = 'Burglary'", count = true }
)",
                            Origin::Force};

std::vector<std::string> told(const Loaded& loaded) {
  std::vector<std::string> sentences;
  for (const script::ScriptProblem& problem : loaded.problems()) {
    sentences.push_back(problem.file + ":" + std::to_string(problem.line) + ": " + problem.sentence);
  }
  return sentences;
}

/// What is told of a script of the workspace; it must not take minutes.
std::vector<std::string> toldOf(const std::string& workspace) {
  const std::clock_t begun = std::clock();
  std::vector<std::string> sentences = told(Loaded({kInstalled, {"own.lua", workspace, Origin::Workspace}}));
  CHECK(static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC < 60);
  return sentences;
}

using Told = std::vector<std::string>;

constexpr const char* kMore = "More is wrong with this file than is shown. Mend what is, and look at it again.";

}  // namespace

TEST_CASE("a loop of overrides is told once and ended") {
  CHECK(toldOf("for i = 1, 20000 do override \"robbery\" { target = i } end") ==
        Told{"own.lua:1: override \"robbery\", target: this is overridden already, in own.lua, line 1."});
  CHECK(toldOf("local function change(i)\n  override \"robbery\" { target = i }\nend\n"
               "override \"robbery\" { title = \"Robberies\" }\nfor i = 1, 20000 do change(i) end")
            .size() == 1);
}

TEST_CASE("a loop of overrides of what there is not is told once and ended") {
  const Told one = toldOf("for i = 1, 20000 do override \"robery\" { target = i } end");
  REQUIRE(one.size() == 1);
  CHECK_THAT(one[0], Catch::Contains("there is no installed measure of this name. Did you mean 'robbery'?"));
}

TEST_CASE("a measure may be replaced and changed a hundred times, and no more") {
  const Told hundred =
      toldOf("for i = 1, 101 do\n  replace \"robbery\" { title = \"Robbery\", from = \"crimes\", count = true }\nend");
  REQUIRE_FALSE(hundred.empty());
  CHECK_THAT(hundred.front(), Catch::Contains("change it there"));
}

TEST_CASE("what is wrong with one file takes nothing from another") {
  const Loaded loaded(
      {{"a.lua", "for i = 1, 1000 do local x = _ENV[\"a\" .. i] end", Origin::Workspace},
       {"b.lua", "measure \"Wrong\" {}", Origin::Workspace},
       {"c.lua", "measure \"right\" { title = \"Right\", from = \"crimes\", count = true }", Origin::Workspace}});
  const Told all = told(loaded);
  REQUIRE(all.size() == 102);
  CHECK(all[100] == std::string("a.lua:1: ") + kMore);
  CHECK_THAT(all[101], Catch::StartsWith("b.lua:1: measure \"Wrong\""));
  CHECK(loaded.set().find("right") != nullptr);
}

TEST_CASE("a long text of one file makes no other file slow, but a derive function that reads it pays") {
  const std::string busy = "local n = 0\nfor i = 1, 2000000 do n = n + 1 end";
  CHECK(told(Loaded({{"a.lua", "local s = string.rep(\"x\", 100000)", Origin::Workspace},
                     {"b.lua", busy, Origin::Workspace}}))
            .empty());
  const Told own = toldOf("local s = string.rep(\"x\", 100000)\n" + busy);
  REQUIRE(own.size() == 1);
  CHECK_THAT(own[0], Catch::Contains("This takes too long"));
  const Told derive = toldOf(
      "local a, b = string.rep(\"x\", 99999) .. \"a\", string.rep(\"x\", 99999) .. \"b\"\n"
      "measure \"slow\" { title = \"Slow\", derive = function(m)\n"
      "  local n = 0\n  for i = 1, 100000 do if a < b then n = n + 1 end end\n  return m.robbery\nend }");
  REQUIRE(derive.size() == 1);
  CHECK_THAT(derive[0], Catch::Contains("derive: This takes too long: it may run 1,000,000 steps"));
}

TEST_CASE("all derive functions together have a budget") {
  std::string script;
  for (int i = 0; i < 60; ++i) {
    script += "measure \"m" + std::to_string(i) + "\" { title = \"M" + std::to_string(i) +
              "\", derive = function(m) while true do end end }\n";
  }
  const Told all = toldOf(script);
  REQUIRE(all.size() == 60);
  CHECK_THAT(all[0], Catch::Contains("it may run 1,000,000 steps"));
  CHECK_THAT(all[59], Catch::Contains("all derive functions together may run 50,000,000 steps"));
}

TEST_CASE("many good measures are read, each with its own") {
  std::string script =
      "for i = 1, 4000 do\n  measure(\"m\" .. i) { title = \"Measure \" .. i, from = \"crimes\", count = true }\nend\n";
  script += "measure \"sum\" { title = \"Sum\", derive = function(m) return m.m1 + m.m4000 end }";
  CHECK(toldOf(script).empty());
}

TEST_CASE("unknown names in derive functions and ratios of many measures end soon") {
  std::string script =
      "for i = 1, 4000 do\n  measure(\"m\" .. i) { title = \"Measure \" .. i, ratio = { top = \"nothing\" .. i, bottom "
      "= \"robbery\" } }\nend\n";
  Told all = toldOf(script);
  REQUIRE(all.size() == 101);
  CHECK(all[100] == std::string("own.lua:2: ") + kMore);
  all = toldOf("measure \"d\" { title = \"D\", derive = function(m)\n  while true do local x = m.nothing end\nend }");
  REQUIRE(all.size() == 1);
  CHECK_THAT(all[0], Catch::StartsWith("own.lua:2: measure \"d\", derive: There is no measure 'nothing'."));
}

TEST_CASE("lists of a measure are bounded") {
  const Told by = toldOf(
      "local t = {}\nfor i = 1, 100000 do t[i] = \"category\" end\n"
      "measure \"m\" { title = \"M\", from = \"crimes\", count = true, by = t }");
  REQUIRE(by.size() == 1);
  CHECK(by[0] == "own.lua:3: measure \"m\", by: the list has more than 200 entries.");
  const Told charts = toldOf(
      "local t = {}\nfor i = 1, 100000 do t[i] = { kind = \"xmr\" } end\n"
      "measure \"m\" { title = \"M\", from = \"crimes\", count = true, chart = t }");
  CHECK(charts == Told{"own.lua:3: measure \"m\", chart: the list has more than 20 charts."});
  const Told targets = toldOf(
      "local t = {}\nfor i = 1, 100000 do t[\"month\" .. i] = 1 end\n"
      "measure \"m\" { title = \"M\", from = \"crimes\", count = true, targets = t }");
  REQUIRE(targets.size() == 101);
  CHECK(targets[100] == std::string("own.lua:3: ") + kMore);
}

TEST_CASE("texts of the source alone are bounded too") {
  const Told all = toldOf("local s = [[" + std::string(200000, 'x') + "]]");
  REQUIRE(all.size() == 1);
  CHECK_THAT(all[0], Catch::Contains("A text would have more than 100,000 characters."));
}

TEST_CASE("keys of great length do not fill the memory") {
  std::string script =
      "measure \"m\" { title = \"M\", from = \"crimes\", count = true, " + std::string(90000, 'k') + " = {";
  for (int i = 0; i < 20000; ++i) {
    script += "a" + std::to_string(i) + "=1,";
  }
  const Told all = toldOf(script + "} }");
  REQUIRE(all.size() == 1);
  CHECK_THAT(all[0], Catch::Contains("there is no key 'kkk"));
}
