#include "include_rules.hpp"

#include "includes.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace architecture {
namespace {

using Names = std::set<std::string>;

// Who may include whom, besides itself, the standard library, sdk and (all but sdk and plugins) base.
const std::map<std::string, Names>& table() {
  static const std::map<std::string, Names> rows = {
      {"sdk", {}},
      {"base", {}},
      {"expression", {}},
      {"series", {}},
      {"ooxml", {}},
      {"plugin_host", {}},
      {"feed", {"ooxml"}},
      {"registers", {"series", "feed", "ooxml"}},
      {"warehouse", {"expression"}},
      {"measure/definition", {"expression", "series"}},
      {"measure/evaluation", {"expression", "series", "measure/definition", "warehouse"}},
      {"statistics", {"series"}},
      {"findings", {"statistics", "series"}},
      {"paper", {"findings", "statistics", "series"}},
      {"script", {"measure/definition", "paper", "findings", "expression", "series"}},
      {"audit", {"findings", "series", "ooxml"}},
      {"writer", {"paper", "audit", "series", "ooxml"}},
      {"chart", {"writer", "paper", "series"}},
      {"data", {"paper", "series"}},
      {"workbook", {"writer", "paper", "series", "ooxml"}},
      {"document", {"writer", "paper", "series", "ooxml"}},
      {"plugins", {}},
  };
  return rows;
}

// They may include everything, and nothing includes them.
const Names& topFolders() {
  static const Names names = {"app"};
  return names;
}

struct ThirdParty {
  std::string_view start;  // of the header's name
  Names folders;
};

// Each library is used by the folders named here and no other. Longer beginnings stand first.
const std::vector<ThirdParty>& thirdParties() {
  static const std::vector<ThirdParty> rows = {
      {"boost/dll/alias.hpp", {"sdk"}},
      {"boost/dll/", {"plugin_host"}},
      {"boost/math/", {"statistics"}},
      {"CLI/", {"app"}},
      {"cairo", {"chart"}},
      {"duckdb.h", {"warehouse"}},
      {"emmintrin.h", {"feed"}},
      {"expat.h", {"ooxml"}},
      {"fontconfig/", {"chart"}},
      {"glib.h", {"chart"}},
      {"libdeflate.h", {"feed", "chart", "audit"}},
      {"lua", {"script"}},
      {"nlohmann/", {"warehouse", "data", "audit"}},
      {"openssl/", {"base"}},
      {"pango/", {"chart"}},
      {"pugixml.hpp", {"ooxml"}},
      {"spdlog/", {"base"}},
      {"xlsxwriter", {"workbook"}},
      {"zip.h", {"ooxml"}},
      {"zlib.h", {"feed"}},
  };
  return rows;
}

std::string firstFolders(const std::string& path, const std::string& below) {
  std::string rest = path.substr(below.size());
  const auto end = rest.find('/');
  if (end == std::string::npos) {
    return "";
  }
  const std::string first = rest.substr(0, end);
  if (first != "measure") {
    return first;
  }
  const auto second = rest.find('/', end + 1);
  return second == std::string::npos ? first : rest.substr(0, second);
}

std::string angledFault(const std::string& folder, const SourceFile& file, const std::string& header) {
  if (header.starts_with("boardpack/sdk/")) {
    const bool is_macro = header == "boardpack/sdk/plugin.hpp";
    return is_macro && folder != "plugins" ? "which is for plugins alone" : "";
  }
  if (header.starts_with("fmt/")) {
    const bool source = file.path.ends_with(".cpp");
    return source && folder != "sdk" && folder != "plugins" ? "" : "which stands in sources of the program alone";
  }
  for (const ThirdParty& library : thirdParties()) {
    if (header.starts_with(library.start)) {
      const bool one_header = folder != "sdk" || file.path.ends_with("/plugin.hpp");
      return library.folders.contains(folder) && one_header ? "" : "a library that is private to another folder";
    }
  }
  // The operating system's headers have ".h" or a folder in their names, the standard library's have neither.
  const bool standard = header.find_first_of("./") == std::string::npos;
  return standard || folder == "base" ? "" : "which no row of the design's table names";
}

std::string quotedFault(const std::string& folder, const std::string& header) {
  const std::string target = firstFolders(header, "");
  if (target.empty() || target == folder) {
    return "";
  }
  if (topFolders().contains(target)) {
    return "which nothing includes";
  }
  if (!table().contains(target)) {
    return "whose folder no row of the design's table names";
  }
  if (target == "base" && folder != "sdk" && folder != "plugins") {
    return "";
  }
  return table().at(folder).contains(target) ? "" : "which " + folder + " may not include";
}

}  // namespace

std::string folderOf(const std::string& path) {
  for (const char* below : {"core/", "output/"}) {
    if (path.starts_with(below)) {
      return firstFolders(path, below);
    }
  }
  return path.starts_with("plugins/") ? "plugins" : "";
}

std::vector<std::string> includeFaults(const std::vector<SourceFile>& files) {
  std::vector<std::string> faults;
  for (const SourceFile& file : files) {
    const std::string folder = folderOf(file.path);
    const bool top = topFolders().contains(folder);
    if (folder.empty() || !isCode(file)) {
      continue;
    }
    if (!top && !table().contains(folder)) {
      faults.push_back(file.path + " lies in a folder that no row of the design's table names");
      continue;
    }
    for (const Include& include : includesOf(file)) {
      const std::string fault = include.angled ? angledFault(folder, file, include.name)
                                : top          ? ""
                                               : quotedFault(folder, include.name);
      if (!fault.empty()) {
        faults.push_back(file.path + ":" + std::to_string(include.line) + " includes " + include.name + ", " + fault);
      }
    }
  }
  return faults;
}

std::vector<std::string> unusedRowFaults(const std::vector<SourceFile>& files) {
  Names folders;
  std::vector<std::pair<std::string, std::string>> included;  // folder, library's header
  for (const SourceFile& file : files) {
    const std::string folder = folderOf(file.path);
    if (folder.empty() || !isCode(file)) {
      continue;
    }
    folders.insert(folder);
    for (Include& include : includesOf(file)) {
      if (include.angled) {
        included.emplace_back(folder, std::move(include.name));
      }
    }
  }
  std::vector<std::string> faults;
  const auto check = [&](const std::string& folder) {
    if (!folders.contains(folder)) {
      faults.push_back("the design's table has a row for " + folder + ", and there is no such folder");
    }
  };
  for (const auto& [folder, may] : table()) {
    check(folder);
    std::for_each(may.begin(), may.end(), check);
  }
  std::for_each(topFolders().begin(), topFolders().end(), check);
  for (const ThirdParty& library : thirdParties()) {
    for (const std::string& folder : library.folders) {
      const bool is_used = std::any_of(included.begin(), included.end(), [&](const auto& each) {
        return each.first == folder && each.second.starts_with(library.start);
      });
      if (!is_used) {
        faults.push_back(folder + " may include " + std::string(library.start) + ", and does not");
      }
    }
  }
  return faults;
}

}  // namespace architecture
