// The page of the SDK lists the canonical tables by hand.
#include <boardpack/sdk/tables.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <string>

using namespace boardpack::sdk;

namespace {

/// Cells of the rows below the heading "| table | one row is | columns |", by table.
std::map<std::string, std::string> columnsOnThePage() {
  std::ifstream page(BOARDPACK_SOURCE_DIR "/core/sdk/README.md");
  std::map<std::string, std::string> tables;
  std::string line;
  while (std::getline(page, line) && line != "| table | one row is | columns |") {
  }
  std::getline(page, line);
  while (std::getline(page, line) && line.starts_with("| ")) {
    const std::size_t first = line.find(" | ");
    const std::size_t second = line.find(" | ", first + 3);
    tables[line.substr(2, first - 2)] = line.substr(second + 3, line.size() - second - 5);
  }
  return tables;
}

/// As the page writes them: "**recorded_on**!, occurred_on".
std::string columnsOf(const Table& table) {
  std::string text;
  for (const Column& column : table.columns) {
    if (!column.isOwn()) {
      continue;
    }
    text += text.empty() ? "" : ", ";
    text += column.name == table.default_date ? "**" + column.name + "**" : column.name;
    text += column.required ? "!" : "";
  }
  return text;
}

}  // namespace

TEST_CASE("the page of the SDK has every table and column") {
  const std::map<std::string, std::string> page = columnsOnThePage();
  for (const Table& table : canonicalTables()) {
    INFO(table.name);
    REQUIRE(page.contains(table.name));
    CHECK(page.at(table.name) == columnsOf(table));
  }
  CHECK(page.size() == canonicalTables().size());
}
