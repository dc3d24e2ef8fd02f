#include "base/system.hpp"
#include "plugin_host/plugin_host.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <set>

using boardpack::plugin_host::PluginHost;
namespace fs = std::filesystem;

namespace {

const fs::path kPrefix = SDK_PREFIX;
const fs::path kDurham = DURHAM;
const fs::path kBad = BAD;

std::string reasonFor(const PluginHost& host, const std::string& file) {
  for (const auto& refused : host.refused()) {
    if (refused.file.filename() == file) {
      return refused.reason;
    }
  }
  return "(not refused)";
}

std::set<std::string> namesIn(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

}  // namespace

TEST_CASE("the installed headers are the public ones and no more") {
  CHECK(namesIn(kPrefix / "include/boardpack/sdk") ==
        std::set<std::string>{"date.hpp", "error.hpp", "export.hpp", "feed.hpp", "force.hpp", "identity.hpp",
                              "layout.hpp", "national.hpp", "plugin.hpp", "police_uk.hpp", "tables.hpp"});
}

TEST_CASE("no installed text names the folders it was built in") {
  for (const auto& entry : fs::recursive_directory_iterator(kPrefix)) {
    if (!entry.is_regular_file() || entry.path().filename().string().find(".so") != std::string::npos) {
      continue;
    }
    INFO(entry.path().string());
    const std::string text = boardpack::base::readFile(entry.path());
    CHECK(text.find(BOARDPACK_SOURCE_DIR) == std::string::npos);
    CHECK(text.find(BOARDPACK_BUILD_DIR) == std::string::npos);
  }
}

TEST_CASE("a force built outside of the tree is loaded") {
  const PluginHost host({kDurham});
  CHECK(host.refused().empty());
  const auto& durham = host.force("durham");
  CHECK(durham.name == "Durham Constabulary");
  CHECK(durham.pillars.size() == 2);
  // One feed of the open data for what no system of the force gives, and the feeds of its systems.
  std::set<std::string> filled;
  for (const auto& feed : durham.feeds) {
    for (const auto& route : feed.routes) {
      CHECK(filled.insert(route.table).second);
    }
  }
  for (const char* table : {"crimes", "outcomes", "incidents", "calls", "survey_responses", "people", "workload",
                            "stop_searches", "population", "comparators", "collisions"}) {
    CHECK(filled.contains(table));
  }
  REQUIRE(durham.tables.size() == 1);
  CHECK(durham.feeds.back().routes.front().table == durham.tables.front().name);
}

TEST_CASE("bad libraries are refused, each with its own sentence, and no code runs before that") {
  const fs::path marks = boardpack::base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-marks");
  setenv("BOARDPACK_MARKS", marks.c_str(), 1);
  {
    const PluginHost host({kDurham, kBad});
    REQUIRE(host.loaded().size() == 1);
    CHECK(host.force("durham").name == "Durham Constabulary");
    CHECK(host.refused().size() == 4);
    CHECK_THAT(reasonFor(host, "no_plugin.so"), Catch::Contains("a library but not a force plugin"));
    CHECK_THAT(reasonFor(host, "boardpack_force_other-standard.so"),
               Catch::Contains("this program has ABI 2") && Catch::Contains("They differ in the C++ standard."));
    CHECK_THAT(reasonFor(host, "boardpack_force_taken.so"),
               Catch::Contains("'durham'") && Catch::Contains((kDurham / "boardpack_force_durham.so").string()) &&
                   Catch::Contains((kBad / "boardpack_force_taken.so").string()));
    // Thrown in the plugin, caught here as an sdk::Error: any other exception is reported in other words.
    CHECK_THAT(reasonFor(host, "boardpack_force_throws.so"),
               Catch::EndsWith("giving its force: The plan has not been agreed yet."));
  }
  unsetenv("BOARDPACK_MARKS");
  // Only the one that was taken as a plugin, and refused for its force code, has run.
  CHECK(namesIn(marks) == std::set<std::string>{"202002"});
  fs::remove_all(marks);
}
