#include "base/text.hpp"
#include "house_rules.hpp"
#include "include_rules.hpp"
#include "unit_rules.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace architecture;

namespace {

const std::vector<SourceFile>& project() {
  static const std::vector<SourceFile> files = readProject(BOARDPACK_SOURCE_DIR);
  return files;
}

void checkNone(const std::vector<std::string>& faults) {
  INFO(boardpack::base::join(faults, "\n"));
  CHECK(faults.empty());
}

std::size_t faultsOf(const std::string& path, const std::string& text) { return includeFaults({{path, text}}).size(); }

}  // namespace

TEST_CASE("the project's files are found") {
  const auto has = [](const std::string& path) {
    return std::any_of(project().begin(), project().end(), [&](const SourceFile& file) { return file.path == path; });
  };
  CHECK(has("CMakeLists.txt"));
  CHECK(has("core/sdk/include/boardpack/sdk/force.hpp"));
  CHECK(has("plugins/cumbria/cumbria.cpp"));
}

TEST_CASE("every include is one that the design allows") { checkNone(includeFaults(project())); }
TEST_CASE("every row of the design's tables guards something") { checkNone(unusedRowFaults(project())); }
TEST_CASE("no units include each other in a circle") { checkNone(circleFaults(project())); }
TEST_CASE("a folder is entered by its doors") { checkNone(doorFaults(project())); }
TEST_CASE("a unit's name occurs once") { checkNone(nameFaults(project())); }
TEST_CASE("every folder has a README") { checkNone(readmeFaults(project())); }
TEST_CASE("no file holds a path of somebody's machine") { checkNone(machinePathFaults(project())); }
TEST_CASE("all that is printed is cleaned first") { checkNone(printFaults(project())); }
TEST_CASE("the kind of a measure is asked for in measure and script alone") { checkNone(kindFaults(project())); }
TEST_CASE("nothing changes the locale") { checkNone(localeFaults(project())); }

TEST_CASE("files belong to the folder that the table names") {
  CHECK(folderOf("core/feed/csv_reader.cpp") == "feed");
  CHECK(folderOf("core/measure/definition/sentence.cpp") == "measure/definition");
  CHECK(folderOf("core/sdk/include/boardpack/sdk/force.hpp") == "sdk");
  CHECK(folderOf("output/chart/svg.cpp") == "chart");
  CHECK(folderOf("plugins/cumbria/cumbria.cpp") == "plugins");
  CHECK(folderOf("tests/unit/base/month_test.cpp").empty());
}

TEST_CASE("includes that the design forbids are found") {
  CHECK(faultsOf("core/feed/a.cpp", "#include \"warehouse/warehouse.hpp\"\n") == 1);
  CHECK(faultsOf("core/base/a.cpp", "#include \"series/series.hpp\"\n") == 1);
  CHECK(faultsOf("core/measure/definition/a.cpp", "#include \"measure/evaluation/plan.hpp\"\n") == 1);
  CHECK(faultsOf("core/measure/definition/a.cpp", "  #  include \"warehouse/warehouse.hpp\"\n") == 1);
  CHECK(faultsOf("output/chart/a.cpp", "#include \"workbook/workbook.hpp\"\n") == 1);
  CHECK(faultsOf("output/data/a.cpp", "#include \"ooxml/archive.hpp\"\n") == 1);
  CHECK(faultsOf("core/script/a.cpp", "#include \"measure/evaluation/evaluate.hpp\"\n") == 1);
  CHECK(faultsOf("core/paper/a.cpp", "#include \"app/session.hpp\"\n") == 1);
  CHECK(faultsOf("plugins/cumbria/a.cpp", "#include \"base/month.hpp\"\n") == 1);
  CHECK(faultsOf("core/sdk/a.cpp", "#include \"base/month.hpp\"\n") == 1);
  CHECK(faultsOf("core/feed/a.cpp", "#include \"nowhere/a.hpp\"\n") == 1);
  CHECK(faultsOf("core/nowhere/a.cpp", "") == 1);
}

TEST_CASE("libraries outside of their folder are found") {
  CHECK(faultsOf("core/measure/definition/a.cpp", "#include <lua.hpp>\n") == 1);
  CHECK(faultsOf("core/feed/a.cpp", "#include <duckdb.h>\n") == 1);
  CHECK(faultsOf("core/app/a.cpp", "#include <spdlog/spdlog.h>\n") == 1);
  CHECK(faultsOf("output/document/a.cpp", "#include <zip.h>\n") == 1);
  CHECK(faultsOf("output/chart/a.cpp", "#include <nlohmann/json.hpp>\n") == 1);
  CHECK(faultsOf("core/app/a.cpp", "#include <boost/dll/shared_library.hpp>\n") == 1);
  CHECK(faultsOf("core/sdk/include/boardpack/sdk/force.hpp", "#include <boost/dll/alias.hpp>\n") == 1);
  CHECK(faultsOf("core/app/a.cpp", "#include <boardpack/sdk/plugin.hpp>\n") == 1);
  CHECK(faultsOf("core/series/series.hpp", "#include <fmt/format.h>\n") == 1);
  CHECK(faultsOf("core/series/a.cpp", "#include <some/library.hpp>\n") == 1);
  CHECK(faultsOf("output/workbook/a.cpp", "#include <unistd.h>\n") == 1);
}

TEST_CASE("includes that the design allows are not faults") {
  CHECK(faultsOf("core/measure/evaluation/a.cpp",
                 "#include \"measure/definition/measure_definition.hpp\"\n#include \"warehouse/warehouse.hpp\"\n") ==
        0);
  CHECK(faultsOf("core/app/a.cpp", "#include \"warehouse/warehouse.hpp\"\n#include <CLI/CLI.hpp>\n") == 0);
  CHECK(faultsOf("core/feed/a.cpp", "#include <fmt/format.h>\n#include <libdeflate.h>\n#include <vector>\n") == 0);
  CHECK(faultsOf("core/sdk/include/boardpack/sdk/plugin.hpp", "#include <boost/dll/alias.hpp>\n") == 0);
  CHECK(faultsOf("plugins/cumbria/a.cpp", "#include <boardpack/sdk/plugin.hpp>\n#include \"own.hpp\"\n") == 0);
  CHECK(faultsOf("core/base/system_linux.cpp", "#include <sys/stat.h>\n") == 0);
}

TEST_CASE("circles of units are found") {
  const std::vector<SourceFile> three = {
      {"core/feed/a.hpp", "#include \"feed/b.hpp\"\n"}, {"core/feed/a.cpp", "#include \"feed/a.hpp\"\n"},
      {"core/feed/b.cpp", "#include \"base/c.hpp\"\n"}, {"core/feed/b.hpp", ""},
      {"core/base/c.hpp", "#include \"feed/a.hpp\"\n"}, {"core/feed/d.cpp", "#include \"feed/a.hpp\"\n"}};
  CHECK(circleFaults(three) == std::vector<std::string>{"a circle of includes: base/c -> feed/a -> feed/b -> base/c"});
  CHECK(circleFaults({three.begin() + 1, three.end()}).empty());
  CHECK(circleFaults({{"core/sdk/include/boardpack/sdk/a.hpp", ""},
                      {"core/sdk/a.cpp", "#include \"sdk/b.hpp\"\n"},
                      {"core/sdk/b.hpp", "#include <boardpack/sdk/a.hpp>\n"}})
            .size() == 1);
  CHECK(circleFaults({{"output/chart/a.cpp", "#include \"chart/parts/b.hpp\"\n"},
                      {"output/chart/a.hpp", ""},
                      {"output/chart/parts/b.hpp", "#include \"chart/a.hpp\"\n"}})
            .size() == 1);
}

TEST_CASE("includes past a folder's doors are found") {
  const auto doors = [](const std::string& path, const std::string& header) {
    return doorFaults({{path, "#include \"" + header + "\"\n"}}).size();
  };
  CHECK(doors("core/app/a.cpp", "measure/evaluation/ask/plan.hpp") == 1);
  CHECK(doors("core/measure/definition/a.cpp", "measure/evaluation/ask/plan.hpp") == 1);
  CHECK(doors("output/workbook/a.cpp", "chart/draw/marks.hpp") == 1);
  CHECK(doors("core/app/a.cpp", "measure/evaluation/evaluate.hpp") == 0);
  CHECK(doors("core/measure/evaluation/a.cpp", "measure/evaluation/ask/plan.hpp") == 0);
  CHECK(doors("core/measure/evaluation/kinds/a.cpp", "measure/evaluation/ask/plan.hpp") == 0);
  CHECK(doors("tests/unit/measure/a_test.cpp", "measure/evaluation/ask/plan.hpp") == 0);
}

TEST_CASE("names of units that occur twice are found") {
  CHECK(nameFaults({{"core/feed/a.cpp", ""}, {"core/base/a.hpp", ""}}) ==
        std::vector<std::string>{"units of the name a lie in base and feed"});
  CHECK(nameFaults({{"core/script/read/a.cpp", ""}, {"core/script/fit/a.cpp", ""}}).size() == 1);
  CHECK(nameFaults({{"tests/unit/base/a_test.cpp", ""}, {"tests/unit/feed/a_test.cpp", ""}}).size() == 1);
  CHECK(nameFaults({{"core/feed/a.cpp", ""}, {"core/feed/a.hpp", ""}, {"output/data/a.hpp", ""}}).empty());
  CHECK(nameFaults({{"core/sdk/a.cpp", ""}, {"core/sdk/include/boardpack/sdk/a.hpp", ""}}).empty());
}

TEST_CASE("rows of the tables that guard nothing are found") {
  const std::vector<std::string> faults = unusedRowFaults({{"core/script/a.cpp", "#include <lua.hpp>\n"}});
  const auto has = [&](const std::string& fault) {
    return std::find(faults.begin(), faults.end(), fault) != faults.end();
  };
  CHECK(has("the design's table has a row for chart, and there is no such folder"));
  CHECK(has("chart may include cairo, and does not"));
  CHECK_FALSE(has("the design's table has a row for script, and there is no such folder"));
  CHECK_FALSE(has("script may include lua, and does not"));
}

TEST_CASE("breaches of the other rules are found") {
  CHECK(readmeFaults({{"core/feed/a.cpp", ""}}) == std::vector<std::string>{"core/feed has no README.md"});
  CHECK(readmeFaults({{"plugins/durham/durham.cpp", ""}, {"plugins/README.md", ""}}).size() == 1);
  CHECK(readmeFaults({{"core/feed/a.cpp", ""}, {"core/feed/README.md", ""}}).empty());
  for (const char* folder : {"home/jo", "root/x", "work/y", "Users/jo"}) {
    CHECK(machinePathFaults({{"README.md", "first\nsee /" + std::string(folder) + "/a\n"}}) ==
          std::vector<std::string>{"README.md:2 holds a path of somebody's machine"});
  }
  CHECK(machinePathFaults({{"README.md", "https://example.org/home/a\nteam-work/a\n"}}).empty());
  CHECK(printFaults({{"core/feed/a.cpp", "  std::fputs(text, stdout);\n"}}).size() == 1);
  for (const char* path : {"core/statistics/a.cpp", "core/app/a.hpp", "output/chart/a.cpp"}) {
    CHECK(kindFaults({{path, "  if (kind == measure::MeasureKind::Share) {\n"}}).size() == 1);
  }
  for (const char* path : {"core/measure/evaluation/a.cpp", "core/script/a.cpp", "tests/unit/series/a.cpp"}) {
    CHECK(kindFaults({{path, "  if (kind == measure::MeasureKind::Share) {\n"}}).empty());
  }
  CHECK(localeFaults({{"core/feed/a.cpp", std::string("  std::setlo") + "cale(LC_ALL, \"\");\n"}}).size() == 1);
}
