#include "app/build_pack.hpp"
#include "app/commands/commands.hpp"
#include "app/pack_folder/pack_contents.hpp"
#include "app/session.hpp"
#include "base/log.hpp"
#include "base/print.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLongestName = 255;

using base::print;

/// The width of a column that holds the names whole; never so narrow that short lists look cramped.
std::size_t widthOf(const std::vector<std::string>& names) {
  std::size_t width = 16;
  for (const std::string& name : names) {
    width = std::max(width, name.size());
  }
  return width;
}

void listForces() {
  const plugin_host::PluginHost host({findLayout().plugins});
  std::vector<std::string> codes;
  for (const plugin_host::LoadedPlugin& plugin : host.loaded()) {
    codes.push_back(plugin.force.code);
  }
  const std::size_t width = widthOf(codes);
  for (const plugin_host::LoadedPlugin& plugin : host.loaded()) {
    print(fmt::format("{:{}} {}\n", plugin.force.code, width, plugin.force.name));
  }
  if (!host.refused().empty()) {
    base::logWarning(
        base::countOf(static_cast<std::int64_t>(host.refused().size()), "plugin file was", "plugin files were") +
        " refused; `boardpack list plugins` says why.");
  }
}

/// Whether none was refused.
bool listPlugins() {
  const plugin_host::PluginHost host({findLayout().plugins});
  for (const plugin_host::LoadedPlugin& plugin : host.loaded()) {
    print(fmt::format("loaded   {}  {} ({})\n", base::printable(plugin.file.filename().string(), kLongestName),
                      plugin.force.code, plugin.force.name));
  }
  for (const plugin_host::RefusedPlugin& plugin : host.refused()) {
    print(fmt::format("refused  {}  {}\n", base::printable(plugin.file.filename().string(), kLongestName),
                      plugin.reason));
  }
  return host.refused().empty();
}

void listPillars(const Session& session) {
  std::vector<std::string> ids;
  for (const measure::PillarDefinition& pillar : session.measures().pillars) {
    ids.push_back(pillar.id);
  }
  const std::size_t width = widthOf(ids);
  for (const measure::PillarDefinition& pillar : session.measures().pillars) {
    print(fmt::format("{:{}} {}\n", pillar.id, width, pillar.title));
    print(pillar.measures.empty() ? fmt::format("{:{}} no measure\n", "", width) : "");
    for (const std::string& name : pillar.measures) {
      print(fmt::format("{:{}} {}\n", "", width, name));
    }
  }
}

void listMeasures(const Session& session, const Options& options) {
  const std::vector<std::string> wanted = session.wanted(options);
  std::vector<std::string> names;
  for (const measure::MeasureDefinition& definition : session.measures().measures) {
    names.push_back(definition.info.name);
  }
  const std::size_t width = widthOf(names);
  for (const measure::MeasureDefinition& definition : session.measures().measures) {
    const bool shown = std::find(wanted.begin(), wanted.end(), definition.info.name) != wanted.end();
    print(fmt::format("{:{}} {}{}\n", definition.info.name, width, definition.info.title,
                      shown ? "" : " (offered, in no pillar)"));
  }
}

void listFeeds(const Session& session) {
  std::vector<std::string> names;
  for (const sdk::Feed& feed : session.force->feeds) {
    names.push_back(feed.name);
  }
  const std::size_t width = widthOf(names);
  for (const sdk::Feed& feed : session.force->feeds) {
    print(fmt::format("{:{}} {}\n{:{}} file: {} (or .gz)\n", feed.name, width, feed.title, "", width, feed.file_name));
  }
}

/// The plan with what serves it, an item a line; what is missing stands in brackets.
void listCoverage(const Session& session, const Options& options) {
  const paper::Table table = paper::planCoverage(emptyPack(options, session, base::Month(2000, 1)), false);
  std::string pillar;
  for (const std::vector<paper::TableCell>& row : table.rows) {
    std::vector<std::string> cells;
    for (const paper::TableCell& cell : row) {
      cells.push_back(std::get<std::string>(cell.content));
    }
    if (cells[0] != pillar) {
      pillar = cells[0];
      print(pillar + "\n");
    }
    print(fmt::format("  {}{}\n", cells[2].empty() ? cells[1] : "  " + cells[2],
                      cells[5].empty() ? "" : " [" + cells[5] + "]"));
    for (const std::size_t detail : {3, 4}) {
      print(cells[detail].empty() ? "" : "      " + cells[detail] + "\n");
    }
  }
}

std::string shown(const std::string& text) {
  constexpr std::size_t kLongest = 4096;
  return base::printable(text, kLongest);
}

/// The folders of packs under a folder. What a run keeps beside a pack begins with a point, and is none.
std::vector<fs::path> packsBelow(const fs::path& folder) {
  std::vector<fs::path> packs;
  for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied), end; it != end;
       ++it) {
    if (it->is_directory() && it->path().filename().string().starts_with(".")) {
      it.disable_recursion_pending();
    } else if (it->path().filename() == kManifest) {
      packs.push_back(it->path().parent_path());
    }
  }
  std::sort(packs.begin(), packs.end());
  return packs;
}

/// ": a part, victims and safer" for the folder of a run of some pillars.
std::string partWords(const fs::path& pack) {
  const std::string name = pack.filename().string();
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) {
    return "";
  }
  std::vector<std::string> pillars;
  for (std::size_t begin = dot + 1; begin <= name.size();) {
    const std::size_t end = std::min(name.find('+', begin), name.size());
    pillars.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return fmt::format(" (a part: {})", shown(base::joinWords(pillars)));
}

void listPack(const fs::path& pack) {
  std::map<std::string, int> endings;
  int others = 0;
  print(shown(pack.string()) + partWords(pack) + "\n");
  for (const PackContents& contents = lookInto(pack); const PackContents::Item& item : contents.items) {
    const std::string ending = fs::path(item.entry.name).extension().string();
    if (item.entry.kind == base::Entry::Kind::Folder) {
      continue;
    }
    if (!item.is_programs) {
      ++others;
    } else if (ending == ".png" || ending == ".svg") {
      ++endings[ending.substr(1)];
    } else {
      print(fmt::format("  {}\n", shown(item.entry.name)));
    }
  }
  for (const auto& [ending, count] : endings) {
    print(fmt::format("  charts: {} {}\n", count, ending));
  }
  if (others > 0) {
    print(fmt::format("  and {} that people put there or changed\n", base::countOf(others, "file", "files")));
  }
}

/// Every pack under the folder, with what it holds by kind.
void listPacks(const fs::path& folder) {
  if (!fs::is_directory(folder)) {
    throw sdk::Error(sdk::ErrorKind::Command,
                     fmt::format("There is no folder {}. Name the one that --out named.", shown(folder.string())));
  }
  const std::vector<fs::path> packs = packsBelow(folder);
  std::for_each(packs.begin(), packs.end(), listPack);
}

}  // namespace

int list(const Options& options) {
  if (options.what == "forces") {
    listForces();
  } else if (options.what == "plugins") {
    return listPlugins() ? 0 : 1;
  } else if (options.what == "packs") {
    listPacks(options.packs);
  } else {
    const Session session = openSession(options);
    if (options.what == "pillars") {
      listPillars(session);
    } else if (options.what == "measures") {
      listMeasures(session, options);
    } else if (options.what == "coverage") {
      listCoverage(session, options);
    } else {
      listFeeds(session);
    }
  }
  return 0;
}

}  // namespace boardpack::app
