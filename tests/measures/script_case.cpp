#include "script_case.hpp"

#include <boardpack/sdk/police_uk.hpp>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

namespace boardpack::test {
namespace {
constexpr std::string_view kHeader = "-- expects: ";
constexpr std::string_view kManyHeader = "-- expects ";  // "-- expects 100: 12: sentence"
}  // namespace

sdk::Force exampleForce() {
  sdk::Force force;
  force.code = "example";
  force.name = "Example Constabulary";
  force.short_name = "Example";
  force.area_levels = {{"policing_area", "Area", "Areas"}, {"district", "District", "Districts"}};
  force.areas = {{"North", "policing_area", "", {}, {}}, {"South", "policing_area", "", {}, {}}};
  for (const char* name : {"Ashby", "Barton", "Corby", "Denton", "Elmham", "Frome"}) {
    force.areas.push_back({name, "district", name[0] < 'D' ? "North" : "South", {}, {}});
  }
  force.feeds = sdk::policeUkFeeds("example");
  force.pillars = {{"safer", "4", "Safer places", {"People are safe and feel safe", "Services meet demand"}},
                   {"victims", "2", "Victims first", {"Victims are satisfied"}}};
  return force;
}

std::vector<std::string> expectedProblems(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> expected;
  for (std::string line; std::getline(in, line) && line.starts_with("--");) {
    if (line.starts_with(kHeader)) {
      expected.push_back(line.substr(kHeader.size()));
    } else if (line.starts_with(kManyHeader)) {
      const std::size_t colon = line.find(": ");
      const int times = std::stoi(line.substr(kManyHeader.size(), colon - kManyHeader.size()));
      expected.insert(expected.end(), static_cast<std::size_t>(times), line.substr(colon + 2));
    }
  }
  return expected;
}

std::vector<std::string> foundProblems(const std::filesystem::path& file) {
  const auto scripts =
      script::loadScripts({{file, file.filename().string(), script::Origin::Workspace}}, exampleForce());
  std::vector<std::string> found;
  for (const script::ScriptProblem& problem : scripts.problems) {
    CHECK(problem.file == file.filename().string());
    found.push_back(std::to_string(problem.line) + ": " + problem.sentence);
  }
  return found;
}

std::vector<std::string> foundProblemsOfAll(const std::vector<std::filesystem::path>& files) {
  std::vector<script::ScriptFile> scripts;
  for (const auto& file : files) {
    scripts.push_back({file, file.filename().string(), script::Origin::Workspace});
  }
  std::vector<std::string> found;
  const auto loaded = script::loadScripts(scripts, exampleForce());
  for (const script::ScriptProblem& problem : loaded.problems) {
    found.push_back(problem.file + ":" + std::to_string(problem.line) + ": " + problem.sentence);
  }
  return found;
}

std::vector<std::filesystem::path> scriptsIn(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".lua") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool isAsExpected(const std::string& found, const std::string& expected) {
  constexpr std::string_view kAndSoOn = "…";
  return expected.ends_with(kAndSoOn) ? found.starts_with(expected.substr(0, expected.size() - kAndSoOn.size()))
                                      : found == expected;
}

void checkProblems(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
  for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
    const std::string is = i < found.size() ? found[i] : "nothing";
    const std::string should_be = i < expected.size() ? expected[i] : "nothing";
    INFO("found:    " << is << "\nexpected: " << should_be);
    CHECK(isAsExpected(is, should_be));
  }
}

void checkFolder(const std::filesystem::path& folder) {
  const auto files = scriptsIn(folder);
  REQUIRE_FALSE(files.empty());
  for (const auto& file : files) {
    INFO(file.filename().string());
    const std::vector<std::string> expected = expectedProblems(file);
    CHECK_FALSE(expected.empty());
    checkProblems(foundProblems(file), expected);
  }
}

}  // namespace boardpack::test
