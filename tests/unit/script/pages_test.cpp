#include "base/system.hpp"
#include "measure/definition/keys.hpp"
#include "script/script.hpp"
#include "script_case.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <sstream>

using namespace boardpack;
using script::Origin;

namespace {

const std::filesystem::path kScripts = BOARDPACK_SOURCE_DIR "/scripts";

/// A block of Lua on a page, with empty lines in front so that its lines have the page's numbers.
struct Block {
  std::string page;
  int line = 0;
  std::string text;
};

std::vector<Block> blocksOf(const std::filesystem::path& page) {
  std::istringstream in(base::readFile(page));
  std::vector<Block> blocks;
  bool is_inside = false;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!is_inside && line == "```lua") {
      is_inside = true;
      blocks.push_back({page.filename().string(), number, std::string(static_cast<std::size_t>(number), '\n')});
    } else if (is_inside && line == "```") {
      is_inside = false;
    } else if (is_inside) {
      blocks.back().text += line + "\n";
    }
  }
  return blocks;
}

std::vector<Block> allBlocks() {
  std::vector<Block> blocks;
  for (const auto& entry : std::filesystem::directory_iterator(kScripts)) {
    if (entry.path().extension() == ".md") {
      const std::vector<Block> own = blocksOf(entry.path());
      blocks.insert(blocks.end(), own.begin(), own.end());
    }
  }
  std::sort(blocks.begin(), blocks.end(),
            [](const Block& a, const Block& b) { return std::tie(a.page, a.line) < std::tie(b.page, b.line); });
  return blocks;
}

/// The example force, and its own systems in place of police.uk, whose columns and days are fewer.
sdk::Force forceOfItsOwnSystems() {
  sdk::Force force = test::exampleForce();
  force.feeds.clear();
  force.pillars.push_back({"roads", "5", "Safer roads", {}});
  force.pillars.push_back({"rural", "6", "The countryside", {}});
  return force;
}

/// What is installed for two pillars that the pages replace and leave out.
constexpr const char* kInstalled = R"(
pillar "roads" { measures = { "recorded_crime" } }
pillar "rural" { measures = { "recorded_crime" } }
)";

/// All blocks as files of a workspace over the common scripts.
script::Scripts loadAll(const std::vector<Block>& blocks, const sdk::Force& force) {
  std::vector<script::ScriptFile> files;
  for (const auto& file : test::scriptsIn(kScripts / "common")) {
    files.push_back({file, "common/" + file.filename().string(), Origin::Common});
  }
  const auto folder = base::makeTemporaryFolder(std::filesystem::temp_directory_path(), "boardpack-pages");
  if (force.feeds.empty()) {
    base::writeFileWhole(folder / "installed.lua", kInstalled);
    files.push_back({folder / "installed.lua", "installed.lua", Origin::Force});
  }
  for (const Block& block : blocks) {
    const std::string name = block.page + "-" + std::to_string(block.line);
    base::writeFileWhole(folder / name, block.text);
    files.push_back({folder / name, block.page, Origin::Workspace});
  }
  series::Registers kept;
  kept.weights = {{"harm", "Robbery", 3, "weights.csv, row 2"}, {"harm", "Shoplifting", 0.5, "weights.csv, row 3"}};
  auto loaded = script::loadScripts(files, force, kept);
  std::filesystem::remove_all(folder);
  return loaded;
}

bool holdsKey(const std::string& text, const std::string& key) {
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
    const bool begins = at == 0 || (std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0 && text[at - 1] != '_');
    const std::size_t next = text.find_first_not_of(' ', at + key.size());
    if (begins && next != std::string::npos && text[next] == '=') {
      return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("every block of Lua on the pages of the language loads") {
  std::map<std::string, std::vector<Block>> pages;
  for (const Block& block : allBlocks()) {
    pages[block.page].push_back(block);
  }
  CHECK(pages.contains("README.md"));
  CHECK(pages.contains("examples.md"));
  for (const auto& [page, blocks] : pages) {
    const auto loaded = loadAll(blocks, forceOfItsOwnSystems());
    for (const script::ScriptProblem& problem : loaded.problems) {
      FAIL_CHECK(problem.file << ":" << problem.line << ": " << problem.sentence);
    }
  }
}

TEST_CASE("every key has an example") {
  std::string all;
  for (const Block& block : allBlocks()) {
    all += block.text;
  }
  for (const measure::Key& key : measure::allKeys()) {
    INFO(key.table << "." << key.name);
    CHECK((key.name[0] == '[' || holdsKey(all, key.name)));
  }
  for (const char* word : {":shift(",
                           ":rolling(",
                           ":mean(",
                           ":at(",
                           ":above(",
                           ":below(",
                           ":at_least(",
                           ":at_most(",
                           ":equals(",
                           " where(",
                           " max(",
                           " min(",
                           "override ",
                           "replace ",
                           "replace_pillar ",
                           "switch_off ",
                           "switch_off_pillar ",
                           "switch_off_paper ",
                           "\"xmr\"",
                           "\"mrt\"",
                           "\"change\"",
                           "\"stacked\"",
                           "\"multiples\"",
                           "\"funnel\"",
                           "\"month\"",
                           "\"12 months\"",
                           "\"financial year to date\"",
                           "\"quarter\"",
                           "\"financial year\"",
                           "\"calendar year\"",
                           "\"since 2",
                           "\"wave\"",
                           "\"last published\"",
                           "\"households\"",
                           "\"latest\"",
                           "\"share of repeats\"",
                           "\"ever\"",
                           "\"duration\""}) {
    INFO(word);
    CHECK(all.find(word) != std::string::npos);
  }
}

TEST_CASE("editors are told the keys that the reader knows") {
  std::istringstream in(base::readFile(kScripts / "boardpack.d.lua"));
  std::set<std::string> told;
  bool is_measure = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("---@class ")) {
      is_measure = line.starts_with("---@class boardpack.measure ");
    }
    if (is_measure && line.starts_with("---@field ")) {
      const std::string rest = line.substr(10);
      told.insert(rest.substr(0, rest.find_first_of("? ")));
    }
  }
  const std::vector<std::string> names = measure::keyNames("measure");
  const std::set<std::string> known(names.begin(), names.end());
  CHECK(told == known);
}

TEST_CASE("a thousand measures load at once") {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    const std::string number = std::to_string(i);
    text +=
        "measure \"m" + number + "\" { title = \"Measure " + number +
        "\", from = \"crimes\", where = \"category = 'Robbery' and outcome_group <> 'Positive'\", count = true, by = { "
        "\"areas\" } }\n";
    if (i > 0 && i % 10 == 0) {
      text += "measure \"d" + number + "\" { title = \"Derived " + number + "\", derive = function(m) return m.m" +
              number + " / m.m0:rolling(12) end }\n";
    }
  }
  const auto loaded = loadAll({{"thousand", 0, text}}, test::exampleForce());
  CHECK(loaded.problems.empty());
  CHECK(loaded.measures.measures.size() > 1090);
}
