#include "registers_support.hpp"

#include "base/system.hpp"
#include "base/text.hpp"
#include "measure/definition/kinds.hpp"

#include <catch2/catch.hpp>

namespace boardpack::registers {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-registers");
  ~Folder() { fs::remove_all(path); }
};

std::vector<std::string> allProblems(const Read& read) {
  const std::vector<series::MeasureInfo> measures = keptMeasures();
  std::vector<const series::MeasureInfo*> pointers;
  for (const series::MeasureInfo& measure : measures) {
    pointers.push_back(&measure);
  }
  std::vector<std::string> words;
  for (const Problem& problem : read.problems) {
    words.push_back(problemWords(problem));
  }
  for (const Problem& problem : checkMeasures(read, pointers)) {
    words.push_back(problemWords(problem));
  }
  return words;
}

}  // namespace

sdk::Force keptForce() {
  sdk::Force force;
  force.code = "sample";
  force.name = "Sample Police";
  force.area_levels = {{"county", "County", "Counties"}, {"district", "District", "Districts"}};
  force.areas = {{"North", "county", "", {}, {}}, {"Ashby", "district", "North", {}, {}}};
  force.pillars = {{"safer", "4", "Making Sample safer", {"People are safe", "Services are efficient"}}};
  return force;
}

std::vector<series::MeasureInfo> keptMeasures() {
  series::MeasureInfo crime;
  crime.name = "recorded_crime";
  series::MeasureInfo share;
  share.name = "answered";
  share.nature = measure::kindOf("share").nature;
  share.unit = "%";
  series::MeasureInfo figure;
  figure.name = "calls_figure";
  figure.nature = measure::kindOf("figure").nature;
  figure.breakdowns = {{.id = "district", .label = "District", .is_area = true}, {.id = "strand", .label = "Strand"}};
  series::MeasureInfo state;
  state.name = "plan_state";
  state.nature = measure::kindOf("state").nature;
  state.nature.is_order = true;
  state.states = {"red", "amber", "green"};
  state.breakdowns = {{.id = "question", .label = "Question"}};
  return {crime, share, figure, state};
}

Read readFiles(const std::map<std::string, std::string>& files) {
  const Folder folder;
  for (const auto& [name, text] : files) {
    base::writeFileWhole(folder.path / name, text);
  }
  return readRegisters(folder.path, keptForce());
}

std::vector<std::string> problemsOf(const std::map<std::string, std::string>& files) {
  return allProblems(readFiles(files));
}

std::string problemOf(const std::string& name, const std::string& text) {
  const std::vector<std::string> words = problemsOf({{name, text}});
  INFO(base::join(words, "\n"));
  REQUIRE(words.size() == 1);
  return words.front();
}

}  // namespace boardpack::registers
