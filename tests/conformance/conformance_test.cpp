#include "base/system.hpp"
#include "base/text.hpp"
#include "feed/extracts.hpp"
#include "plugin_host/plugin_host.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

using namespace boardpack;
namespace fs = std::filesystem;

namespace {

const plugin_host::PluginHost& host() {
  static const plugin_host::PluginHost one([] {
    const char* folder = std::getenv("BOARDPACK_PLUGINS");
    if (folder == nullptr) {
      throw sdk::Error(sdk::ErrorKind::Command, "BOARDPACK_PLUGINS names no folder of plugins to look at.");
    }
    return std::vector<fs::path>{folder};
  }());
  return one;
}

class DataFolder {
 public:
  DataFolder() : path_(base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-conformance")) {}
  ~DataFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  void add(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  feed::Found find(const sdk::Force& force) const { return feed::findExtracts({{path_, {}}}, force); }

 private:
  fs::path path_;
};

std::string fileOf(const sdk::Feed& feed) {
  std::string name = feed.file_name;
  for (const auto& [mark, text] :
       {std::pair<std::string, std::string>{"{month}", "2025-03"}, {"{date}", "2025-04-02"}}) {
    if (const auto at = name.find(mark); at != std::string::npos) {
      name.replace(at, mark.size(), text);
    }
  }
  return name;
}

std::string headerOf(const sdk::Feed& feed) {
  std::vector<std::string> names;
  for (const sdk::SourceColumn& column : feed.header) {
    names.push_back(column.name);
  }
  return base::join(names, ",") + "\n";
}

bool isDistrict(const sdk::Force& force, const std::string& name) {
  return std::any_of(force.areas.begin(), force.areas.end(),
                     [&](const sdk::Area& area) { return area.level == "district" && area.name == name; });
}

const sdk::Table* tableOf(const sdk::Force& force, const std::string& name) {
  const auto own =
      std::find_if(force.tables.begin(), force.tables.end(), [&](const auto& t) { return t.name == name; });
  return own != force.tables.end() ? &*own : sdk::findTable(name);
}

}  // namespace

TEST_CASE("every file of the folder is a plugin that the host takes") {
  for (const auto& refused : host().refused()) {
    FAIL_CHECK(refused.file.string() + ": " + refused.reason);
  }
  CHECK_FALSE(host().loaded().empty());
}

TEST_CASE("a library is named for its force") {
  for (const auto& plugin : host().loaded()) {
    CHECK(plugin.file.filename() == "boardpack_force_" + plugin.force.code + ".so");
  }
}

TEST_CASE("a feed knows its own file by name and header, and no other") {
  for (const auto& plugin : host().loaded()) {
    for (const sdk::Feed& feed : plugin.force.feeds) {
      INFO(plugin.force.code << ", feed " << feed.name);
      if (!feed.layouts.empty()) {
        continue;  // not a header line alone: tests/unit/feed reads such files
      }
      const DataFolder folder;
      folder.add(fileOf(feed), headerOf(feed));
      folder.add("x" + fileOf(feed), headerOf(feed));
      folder.add(fileOf(feed) + ".bak", headerOf(feed));
      const feed::Found found = folder.find(plugin.force);
      REQUIRE(found.extracts.size() == 1);
      CHECK(found.extracts[0].feed->name == feed.name);
      CHECK(found.ignored.size() + found.near.size() == 2);
    }
  }
}

TEST_CASE("a file of the right name and another header is an error, not an extract") {
  for (const auto& plugin : host().loaded()) {
    for (const sdk::Feed& feed : plugin.force.feeds) {
      INFO(plugin.force.code << ", feed " << feed.name);
      const DataFolder folder;
      folder.add(fileOf(feed), "Column of another source,Another\n");
      CHECK_THROWS_AS(folder.find(plugin.force), sdk::Error);
    }
  }
}

TEST_CASE("a force's monthly files are not taken for another force's") {
  for (const auto& plugin : host().loaded()) {
    const DataFolder folder;
    for (const sdk::Feed& feed : plugin.force.feeds) {
      if (feed.covers == sdk::Covers::FileMonth) {
        folder.add(fileOf(feed), headerOf(feed));
      }
    }
    for (const auto& other : host().loaded()) {
      if (other.force.code != plugin.force.code) {
        INFO(plugin.force.code << " as " << other.force.code);
        CHECK_THROWS_AS(folder.find(other.force), sdk::Error);
      }
    }
  }
}

TEST_CASE("every feed fills what its tables require, with a date and a known area") {
  for (const auto& plugin : host().loaded()) {
    for (const sdk::Feed& feed : plugin.force.feeds) {
      for (const sdk::RowRoute& route : feed.routes) {
        INFO(plugin.force.code << ", feed " << feed.name << ", table " << route.table);
        const sdk::Table* table = tableOf(plugin.force, route.table);
        REQUIRE(table != nullptr);
        std::set<std::string> filled;
        for (const sdk::ColumnMap& map : route.columns) {
          filled.insert(map.target);
          if (map.target == table->area_column && map.parse == sdk::Parse::Code) {
            for (const auto& [text, area] : map.codes) {
              INFO("area " << area);
              CHECK((isDistrict(plugin.force, area) || area == sdk::kOutsideForce || area == sdk::kAreaNotKnown));
            }
          }
        }
        for (const sdk::Column& column : table->columns) {
          CHECK((!column.required || filled.contains(column.name)));
        }
        CHECK((table->default_date.empty() || filled.contains(table->default_date)));
      }
    }
  }
}

TEST_CASE("from every district the tree leads to the top, one level at a time") {
  for (const auto& plugin : host().loaded()) {
    const sdk::Force& force = plugin.force;
    for (const sdk::Area& area : force.areas) {
      INFO(force.code << ", " << area.name);
      const sdk::Area* at = &area;
      auto level = std::find_if(force.area_levels.begin(), force.area_levels.end(),
                                [&](const auto& l) { return l.id == area.level; });
      REQUIRE(level != force.area_levels.end());
      while (level != force.area_levels.begin()) {
        const auto above = std::find_if(force.areas.begin(), force.areas.end(),
                                        [&](const sdk::Area& a) { return a.name == at->parent; });
        REQUIRE(above != force.areas.end());
        --level;
        CHECK(above->level == level->id);
        at = &*above;
      }
      CHECK(at->parent.empty());
    }
  }
}
