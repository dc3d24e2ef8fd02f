#include "temporary_scripts.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;
using script::Origin;

namespace {

const std::string kCommon = R"(
measure "fits" { title = "Fits", from = "crimes", where = "category = 'Robbery'", count = true }
measure "unfit" { title = "Unfit", from = "crimes", where = "category = 'Piracy'", count = true }
measure "reads" { title = "Reads", derive = function(m) return m.unfit / m.fits end }
)";

Loaded with(const std::string& of_force) {
  return Loaded({{"common.lua", kCommon, Origin::Common}, {"own.lua", of_force, Origin::Force}});
}

std::vector<std::string> told(const Loaded& loaded) {
  std::vector<std::string> sentences;
  for (const script::ScriptProblem& problem : loaded.problems()) {
    sentences.push_back(problem.file + ":" + std::to_string(problem.line) + ": " + problem.sentence);
  }
  return sentences;
}

const std::string kNever = "common.lua:3: measure \"unfit\", where: ";

}  // namespace

TEST_CASE("a common measure that asks what the extracts never hold is left out, with what reads it") {
  const Loaded loaded = with("");
  CHECK(told(loaded).empty());
  CHECK(loaded.set().find("fits") != nullptr);
  CHECK(loaded.set().find("unfit") == nullptr);
  CHECK(loaded.set().find("reads") == nullptr);
  const std::vector<measure::LeftOut>& left_out = loaded.set().left_out;
  REQUIRE(left_out.size() == 2);
  CHECK(left_out[0].name == "unfit");
  CHECK(left_out[0].place == "common.lua:3");
  CHECK(left_out[0].why.starts_with("measure \"unfit\", where: "));
  CHECK(left_out[0].why.find("Piracy") != std::string::npos);
  CHECK(left_out[1].name == "reads");
  CHECK(left_out[1].why == "measure \"reads\" reads 'unfit', which is left out.");
}

TEST_CASE("it is a mistake where a pillar lists it, or a measure that is shown reads it") {
  const std::string pillar = exampleForce().pillars.front().id;
  for (const std::string& own :
       {"pillar \"" + pillar + "\" { measures = { \"unfit\" } }",
        "pillar \"" + pillar + "\" { measures = { \"reads\" } }",
        std::string("measure \"own\" { title = \"Own\", derive = function(m) return m.unfit + m.fits end }"),
        std::string("measure \"own\" { title = \"Own\", derive = function(m) return m.reads * 2 end }"),
        std::string("measure \"own\" { title = \"Own\", ratio = { top = \"unfit\", bottom = \"fits\" } }")}) {
    INFO(own);
    const Loaded loaded = with(own);
    const std::vector<std::string> sentences = told(loaded);
    REQUIRE(sentences.size() == 1);
    CHECK(sentences.front().starts_with(kNever));
  }
}

TEST_CASE("a measure of the force's own is never left out, and other mistakes of common scripts are told") {
  const Loaded own =
      with("measure \"own\" { title = \"Own\", from = \"crimes\", where = \"category = 'Piracy'\", count = true }");
  REQUIRE(told(own).size() == 1);
  CHECK(told(own).front().starts_with("own.lua:1: measure \"own\", where: "));
  const Loaded common(
      {{"common.lua", "measure \"m\" { title = \"M\", from = \"crimes\", where = \"categry = 'A'\", count = true }",
        Origin::Common}});
  CHECK(told(common).size() == 1);
  const Loaded replaced({{"common.lua", kCommon, Origin::Common},
                         {"own.lua", "override \"unfit\" { where = \"category = 'Burglary'\" }", Origin::Workspace}});
  CHECK(told(replaced).empty());
  CHECK(replaced.set().left_out.empty());
  CHECK(replaced.set().find("reads") != nullptr);
}
