#include "script_case.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;

// One measure for each kind of figure that boards publish, over a force whose own systems fill the tables of all
// forces.
TEST_CASE("every measure that boards publish can be written") {
  sdk::Force force = exampleForce();
  force.feeds.clear();
  std::vector<script::ScriptFile> scripts;
  for (const auto& file : scriptsIn(BOARDPACK_SOURCE_DIR "/tests/measures/published")) {
    scripts.push_back({file, file.filename().string(), script::Origin::Workspace});
  }
  const auto loaded = script::loadScripts(scripts, force);
  for (const script::ScriptProblem& problem : loaded.problems) {
    FAIL_CHECK(problem.file << ":" << problem.line << ": " << problem.sentence);
  }
  for (const measure::MeasureDefinition& definition : loaded.measures.measures) {
    INFO(definition.info.name);
    CHECK(definition.info.sentence.size() > 20);
  }
}
