#include "include_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
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
      {"disclosure", {"statistics", "series"}},
      {"findings", {"disclosure", "statistics", "series"}},
      {"paper", {"findings", "statistics", "series"}},
      {"script", {"measure/definition", "paper", "findings", "expression", "series"}},
      {"ledger", {"paper", "series"}},
      {"audit", {"findings", "series", "ooxml"}},
      {"chart", {"paper", "series"}},
      {"data", {"paper", "series"}},
      {"web", {"paper", "series"}},
      {"workbook", {"paper", "series", "ooxml"}},
      {"document", {"paper", "series", "ooxml"}},
      {"plugins", {}},
  };
  return rows;
}

// They may include everything, and nothing includes them.
const Names& topFolders() {
  static const Names names = {"preview", "app"};
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
      {"httplib.h", {"preview"}},
      {"lauxlib.h", {"script"}},
      {"libdeflate.h", {"feed", "chart", "audit"}},
      {"libpq-fe.h", {"warehouse"}},
      {"lua", {"script"}},
      {"md4c", {"preview"}},
      {"nlohmann/", {"warehouse", "data", "audit", "app"}},
      {"openssl/", {"base"}},
      {"pango/", {"chart"}},
      {"pugixml.hpp", {"ooxml"}},
      {"soci/", {"warehouse"}},
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

struct Include {
  bool angled = false;
  std::string name;
};

std::optional<Include> includeOf(std::string_view line) {
  const auto start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos || line[start] != '#') {
    return std::nullopt;
  }
  line.remove_prefix(start + 1);
  const auto word = line.find_first_not_of(" \t");
  if (word == std::string_view::npos || !line.substr(word).starts_with("include")) {
    return std::nullopt;
  }
  const auto open = line.find_first_of("<\"");
  const auto close = line.find_first_of(">\"", open == std::string_view::npos ? open : open + 1);
  if (close == std::string_view::npos) {
    return std::nullopt;
  }
  return Include{line[open] == '<', std::string(line.substr(open + 1, close - open - 1))};
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
    int number = 0;
    for (const std::string_view line : linesOf(file.text)) {
      ++number;
      const auto include = includeOf(line);
      if (!include) {
        continue;
      }
      std::string fault = include->angled ? angledFault(folder, file, include->name)
                          : top           ? ""
                                          : quotedFault(folder, include->name);
      if (!fault.empty()) {
        faults.push_back(file.path + ":" + std::to_string(number) + " includes " + include->name + ", " + fault);
      }
    }
  }
  return faults;
}

}  // namespace architecture
