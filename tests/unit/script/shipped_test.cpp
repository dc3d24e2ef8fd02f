#include "script/script.hpp"
#include "script_case.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace boardpack;
using script::Origin;

namespace {

struct Plan {
  const char* force;
  std::vector<const char*> pillars;
  bool has_two_levels;
};

// The pillars of the plugins, by their ids.
const std::vector<Plan> kPlans = {{"cambridgeshire", {"victims", "offenders", "communities", "transformation"}, true},
                                  {"cleveland", {"police", "victims", "reoffending", "safer", "communities"}, false},
                                  {"cumbria", {"presence", "asb", "victims", "sexual-offences", "offending"}, true},
                                  {"wiltshire", {"prevent", "vulnerable", "victims", "quality"}, false}};

script::Scripts load(const Plan& plan) {
  const std::filesystem::path folder = BOARDPACK_SOURCE_DIR "/scripts";
  sdk::Force force = test::exampleForce();
  force.code = plan.force;
  force.pillars.clear();
  for (const char* id : plan.pillars) {
    force.pillars.push_back({id, "", id, {}});
  }
  if (!plan.has_two_levels) {
    force.area_levels.erase(force.area_levels.begin());
  }
  std::vector<script::ScriptFile> files;
  for (const auto& [name, origin] :
       {std::pair<std::string, Origin>{"common", Origin::Common}, {plan.force, Origin::Force}}) {
    for (const auto& file : test::scriptsIn(folder / name)) {
      files.push_back({file, name + "/" + file.filename().string(), origin});
    }
  }
  return script::loadScripts(files, force);
}

}  // namespace

TEST_CASE("the scripts of every force load, one file a pillar") {
  for (const Plan& plan : kPlans) {
    INFO(plan.force);
    const auto scripts = load(plan);
    for (const script::ScriptProblem& problem : scripts.problems) {
      FAIL_CHECK(problem.file << ":" << problem.line << ": " << problem.sentence);
    }
    std::set<std::string> declared;
    for (const measure::PillarDefinition& pillar : scripts.measures.pillars) {
      CHECK(pillar.script.starts_with(std::string(plan.force) + "/" + pillar.id + ".lua:"));
      declared.insert(pillar.measures.begin(), pillar.measures.end());
    }
    CHECK(declared.count("recorded_crime") == 1);
    for (const char* name : {"recorded_crime", "robbery", "anti_social_behaviour"}) {
      CHECK(scripts.measures.find(name) != nullptr);
    }
  }
}

TEST_CASE("the types of crime together with the rest make recorded crime") {
  const auto scripts = load(kPlans[1]);
  const measure::MeasureDefinition* rest = scripts.measures.find("remaining_crime");
  REQUIRE(rest != nullptr);
  CHECK(rest->reads.size() == 7);
}
