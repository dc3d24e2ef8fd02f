#include "base/system.hpp"
#include "base/text.hpp"
#include "feed/extracts.hpp"
#include "plugin_host/plugin_host.hpp"
#include "warehouse/warehouse.hpp"

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
  const fs::path& path() const { return path_; }
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

const sdk::Table* tableOf(const sdk::Force& force, const std::string& name) {
  const auto own =
      std::find_if(force.tables.begin(), force.tables.end(), [&](const auto& t) { return t.name == name; });
  return own != force.tables.end() ? &*own : sdk::findTable(name);
}

/// A cell that the column is read from, of a row in March 2025 that lies in `area`.
std::string cellOf(const sdk::ColumnMap& map, const std::string& area, bool is_area) {
  switch (map.parse) {
    case sdk::Parse::Month:
      return "2025-03";
    case sdk::Parse::Day:
      return "2025-03-07";
    case sdk::Parse::UkDay:
      return "07/03/2025";
    case sdk::Parse::UtcTime:
    case sdk::Parse::UtcDay:
      return "2025-03-07T12:00:00+00:00";
    case sdk::Parse::LocalTime:
      return "2025-03-07 14:05";
    case sdk::Parse::UkLocalTime:
      return "07/03/2025 14:05";
    case sdk::Parse::YesNo:
    case sdk::Parse::Flag:
      return "True";
    case sdk::Parse::Code:
    case sdk::Parse::Codes: {
      const auto of_area =
          std::find_if(map.codes.begin(), map.codes.end(), [&](const auto& code) { return code.second == area; });
      return is_area && of_area != map.codes.end() ? of_area->first : map.codes.front().first;
    }
    case sdk::Parse::LsoaArea:
      return area + " 001A";
    case sdk::Parse::Text:
    case sdk::Parse::Key:
      return is_area ? area : "x1";
    default:
      return "1";
  }
}

/// A row of a route, in the order of the feed's header.
std::string rowOf(const sdk::Force& force, const sdk::Feed& feed, const sdk::RowRoute& route, const std::string& area) {
  const sdk::Table* table = tableOf(force, route.table);
  std::vector<std::string> cells;
  for (const sdk::SourceColumn& column : feed.header) {
    std::string cell;
    for (const sdk::ColumnMap& map : route.columns) {
      if (map.source == column.name && (cell.empty() || map.parse != sdk::Parse::Text)) {
        cell = cellOf(map, area, map.target == table->area_column);
      }
    }
    const bool says_whose = std::any_of(feed.own_rows.begin(), feed.own_rows.end(),
                                        [&](const sdk::OwnRows& own) { return own.source == column.name; });
    cell = says_whose ? force.name : cell;
    cells.push_back(route.when_source == column.name && !route.when_source.empty() ? route.when_equals : cell);
  }
  return base::join(cells, ",") + "\n";
}

bool isDistrict(const sdk::Force& force, const std::string& name) {
  return std::any_of(force.areas.begin(), force.areas.end(),
                     [&](const sdk::Area& area) { return area.level == "district" && area.name == name; });
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

TEST_CASE("a row in each district, as a monthly feed has it, is loaded and lies there") {
  for (const auto& plugin : host().loaded()) {
    const sdk::Force& force = plugin.force;
    for (const sdk::Feed& feed : force.feeds) {
      if (feed.covers != sdk::Covers::FileMonth || !feed.layouts.empty() ||
          feed.file_name.find("{month}") == std::string::npos) {
        continue;
      }
      INFO(force.code << ", feed " << feed.name);
      const DataFolder folder;
      std::string text = headerOf(feed);
      std::int64_t rows = 0;
      for (const sdk::RowRoute& route : feed.routes) {
        for (const sdk::Area& area : force.areas) {
          if (area.level == "district" && !area.valid_from && !area.valid_to) {
            text += rowOf(force, feed, route, area.name);
            ++rows;
          }
        }
      }
      folder.add(fileOf(feed), text);
      const feed::Found found = folder.find(force);
      REQUIRE(found.extracts.size() == 1);
      const feed::Extract& extract = found.extracts.front();
      const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path(), .threads = 1}, force);
      const auto open = [](const warehouse::Extract& one, const std::vector<std::string>& columns) {
        return feed::openExtract(one.path, *one.feed, columns);
      };
      const base::LoadReport report =
          store->load({{extract.path, extract.shown_as, extract.feed, extract.months, extract.extracted_on}}, open, {})
              .front();
      CHECK(report.rows_loaded == rows);
      CHECK(report.unknown_texts.empty());
      for (const base::PlacedRows& placed : report.placed) {
        INFO("table " << placed.table << ", column " << placed.column);
        for (const base::TextRows& name : placed.names) {
          INFO("no area of the force: " << name.text);
          CHECK(placed.unplaced == 0);
        }
        CHECK(placed.without_area == 0);
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
