#include "script_case.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace boardpack::test;

namespace {
const std::filesystem::path kFolder = BOARDPACK_SOURCE_DIR "/tests/measures";
}

// Each script of the folder is wrong in the way of its name, and its header says what must be told of it.
TEST_CASE("a wrong script is told with its line and what to do") { checkFolder(kFolder); }

TEST_CASE("all nonsense of a folder is told in one run, each at its line") {
  const std::vector<std::filesystem::path> files = scriptsIn(kFolder / "bad");
  CHECK(files.size() >= 40);
  std::vector<std::string> expected;
  for (const auto& file : files) {
    const std::vector<std::string> problems = expectedProblems(file);
    INFO(file.filename().string());
    CHECK_FALSE(problems.empty());
    for (const std::string& problem : problems) {
      expected.push_back(file.filename().string() + ":" + problem);
    }
  }
  checkProblems(foundProblemsOfAll(files), expected);
}
