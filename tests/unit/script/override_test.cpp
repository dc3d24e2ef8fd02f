#include "temporary_scripts.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;
using script::Origin;

namespace {

const ScriptText kInstalled{"safer.lua", R"(
measure "robbery" {
  title = "Robbery", from = "crimes", where = "category = 'Robbery'", count = true,
  by = { "district" }, target = 100, better = "lower", note = "As recorded.", serves = { "safer" },
}
measure "burglary" { title = "Burglary", from = "crimes", where = "category = 'Burglary'", count = true }
measure "both" { title = "Both", derive = function(m) return m.robbery + m.burglary end }
pillar "victims" { measures = { "both", "burglary" } }
)",
                            Origin::Force};

Loaded with(const std::string& workspace) { return Loaded({kInstalled, {"own.lua", workspace, Origin::Workspace}}); }

std::vector<std::string> told(const Loaded& loaded) {
  std::vector<std::string> sentences;
  for (const script::ScriptProblem& problem : loaded.problems()) {
    sentences.push_back(problem.file + ":" + std::to_string(problem.line) + ": " + problem.sentence);
  }
  return sentences;
}

using Told = std::vector<std::string>;

std::vector<std::string> measuresOf(const Loaded& loaded, const std::string& pillar) {
  for (const measure::PillarDefinition& each : loaded.set().pillars) {
    if (each.id == pillar) {
      return each.measures;
    }
  }
  return {"no such pillar"};
}

}  // namespace

TEST_CASE("an override changes the keys it names and no other") {
  const Loaded loaded = with(R"(
override "robbery" {
  target = 90,
  add = { by = { "policing_area" } },
  remove = { "note" },
})");
  REQUIRE(told(loaded).empty());
  const series::MeasureInfo& info = loaded.measure("robbery").info;
  CHECK(info.targetAt(base::Month(2025, 1)) == 90);
  CHECK(info.title == "Robbery");
  CHECK(info.better == series::Better::Lower);
  CHECK(info.note.empty());
  REQUIRE(info.breakdowns.size() == 2);
  CHECK(info.breakdowns[1].id == "policing_area");
  CHECK(info.script == "safer.lua:2, overridden by own.lua:2 (target, by, note)");
  REQUIRE(loaded.set().amendments.size() == 1);
  const measure::Amendment& amendment = loaded.set().amendments.front();
  CHECK(amendment.what == measure::Amendment::What::Overridden);
  CHECK(amendment.name == "robbery");
  CHECK(amendment.place == "own.lua:2");
  CHECK(amendment.over == "safer.lua:2");
}

TEST_CASE("two overrides may change different keys of a measure") {
  CHECK(told(with(R"(override "robbery" { target = 90 }
override "robbery" { title = "Robberies" })"))
            .empty());
  CHECK(told(with(R"(override "robbery" { target = 90 }
override "robbery" { target = 80 })")) == Told{"own.lua:2: override \"robbery\", target: this is overridden already, "
                                               "in own.lua, line 1."});
}

TEST_CASE("what an override says is checked at its own line, with what it does not say") {
  CHECK(told(with(R"(
override "robbery" {
  where = "categry = 'Robbery'",
  targt = 90,
})")) == Told{"own.lua:4: override \"robbery\": there is no key 'targt'. Did you mean 'target'? The keys are: " + [] {
          std::string text = told(with(R"(override "robbery" { zzzzzz = 1 })")).front();
          return text.substr(text.find("The keys are: ") + 14);
        }()});
  const Told wrong = told(with(R"(
override "robbery" {
  where = "categry = 'Robbery'",
})"));
  REQUIRE(wrong.size() == 1);
  CHECK(wrong[0].find("own.lua:3: override \"robbery\", where: ") == 0);
  // The derive of an installed measure stands in its own file.
  CHECK(told(with(R"(override "both" { title = "Both of them" })")).empty());
}

TEST_CASE("what cannot be overridden is told") {
  CHECK(told(with(R"(override "robery" { target = 90 })")) ==
        Told{"own.lua:1: override \"robery\": there is no installed measure of this name. Did you mean 'robbery'?"});
  CHECK(told(with(R"(measure "own" { title = "Own", from = "crimes", count = true }
override "own" { target = 90 })")) ==
        Told{"own.lua:2: override \"own\": the measure is the workspace's own, in own.lua, line 1: change it there."});
  CHECK(told(with(R"(override "robbery" { })")) ==
        Told{"own.lua:1: override \"robbery\": it changes nothing: name the keys that are to be other than they are."});
  CHECK(
      told(with(
          R"(override "burglary" { remove = { "target", by = { "district" } }, add = { chart = { kind = "xmr" } } })")) ==
      Told{"own.lua:1: override \"burglary\", add.chart: the measure has no charts of its own to add to: it shows "
           "those that every measure has. Write all that are wanted: chart = { … }.",
           "own.lua:1: override \"burglary\", remove[1]: the measure has no 'target'.",
           "own.lua:1: override \"burglary\", remove.by[1]: 'district' is not in the measure's 'by'."});
}

TEST_CASE("a measure of an installed name is told of both ways, and replace is one") {
  const std::string body = R"( "robbery" { title = "Robberies", from = "crimes", count = true })";
  CHECK(
      told(with("measure" + body)) ==
      Told{
          "own.lua:1: measure \"robbery\": there is a measure of this name already, in safer.lua, line 2. To change "
          "some of its keys write override \"robbery\" { … }, to have this one in its place replace \"robbery\" { … }; "
          "for a measure besides it choose another name."});
  const Loaded loaded = with("replace" + body);
  REQUIRE(told(loaded).empty());
  CHECK(loaded.measure("robbery").info.title == "Robberies");
  CHECK(loaded.measure("robbery").info.targets.empty());
  CHECK(loaded.measure("robbery").info.script == "own.lua:1, in place of safer.lua:2");
  CHECK(told(with(R"(replace "robery" { title = "R", from = "crimes", count = true })")) ==
        Told{"own.lua:1: replace \"robery\": there is no installed measure of this name. Did you mean 'robbery'? For a "
             "new one write measure \"robery\"."});
}

TEST_CASE("a measure that is switched off is gone, and what reads it is told") {
  const Loaded loaded = with(R"(switch_off { "both", "burglary" })");
  REQUIRE(told(loaded).empty());
  CHECK(loaded.set().find("burglary") == nullptr);
  CHECK(measuresOf(loaded, "victims").empty());
  CHECK(loaded.set().amendments.size() == 2);
  CHECK(
      told(with(R"(switch_off "burglary")")) ==
      Told{"safer.lua:7: measure \"both\", derive: 'burglary' is switched off in own.lua, line 1, so nothing can read "
           "it: switch this off too, or leave 'burglary' on."});
  CHECK(told(with("switch_off \"both\"\npillar \"safer\" { add = { \"both\" } }")) ==
        Told{"own.lua:2: pillar \"safer\", add[1]: 'both' is switched off in own.lua, line 1, so nothing can read it: "
             "switch this off too, or leave 'both' on."});
  CHECK(told(with(R"(switch_off "burglry")")) ==
        Told{"own.lua:1: switch_off: there is no measure 'burglry'. Did you mean 'burglary'?"});
  CHECK(told(with(R"(switch_off(5))")) ==
        Told{"own.lua:1: switch_off: found a number, expected a name or a list of names: switch_off \"name\", "
             "switch_off { \"one\", \"other\" }."});
}

TEST_CASE("a pillar may be lengthened, shortened, replaced and switched off") {
  const Loaded changed = with(R"(pillar "victims" { add = { "robbery" }, remove = { "burglary" } })");
  REQUIRE(told(changed).empty());
  CHECK(measuresOf(changed, "victims") == Told{"both", "robbery"});
  CHECK(changed.set().amendments.front().keys == Told{"add robbery", "remove burglary"});
  const Loaded replaced = with(R"(replace_pillar "victims" { measures = { "robbery" } })");
  REQUIRE(told(replaced).empty());
  CHECK(measuresOf(replaced, "victims") == Told{"robbery"});
  CHECK(replaced.set().amendments.front().over == "safer.lua:8");
  const Loaded off = with(R"(switch_off_pillar "victims")");
  REQUIRE(told(off).empty());
  CHECK(off.set().pillars.size() == 1);
  CHECK(off.measure("burglary").offered);  // in no pillar that is shown
  CHECK_FALSE(off.measure("robbery").offered);
  CHECK(told(with(R"(pillar "victims" { measures = { "robbery" } })")) ==
        Told{"own.lua:1: pillar \"victims\": this pillar is declared already, in safer.lua, line 8. To change it write "
             "pillar \"victims\" { add = { … }, remove = { … } }, for another list replace_pillar \"victims\" { "
             "measures = "
             "{ … } }."});
  CHECK(told(with(R"(pillar "victims" { add = { "robery" }, remove = { "bothh" } })")) ==
        Told{"own.lua:1: pillar \"victims\", add[1]: there is no measure 'robery'. Did you mean 'robbery'?",
             "own.lua:1: pillar \"victims\", remove[1]: 'bothh' is not in this pillar. Did you mean 'both'?"});
  CHECK(told(with(R"(switch_off_pillar "victim")")) ==
        Told{"own.lua:1: switch_off_pillar: the plan of Example Constabulary has no pillar 'victim'. Did you mean "
             "'victims'? It has: safer, victims."});
}
