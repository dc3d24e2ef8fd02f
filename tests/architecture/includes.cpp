#include "includes.hpp"

#include <optional>

namespace architecture {
namespace {

constexpr std::string_view kInstalled = "boardpack/";

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
  return Include{.angled = line[open] == '<', .name = std::string(line.substr(open + 1, close - open - 1))};
}

std::string withoutEnding(std::string_view path) { return std::string(path.substr(0, path.rfind('.'))); }

std::string_view without(std::string_view start, std::string_view path) {
  return path.starts_with(start) ? path.substr(start.size()) : path;
}

}  // namespace

std::vector<Include> includesOf(const SourceFile& file) {
  std::vector<Include> found;
  int number = 0;
  for (const std::string_view line : linesOf(file.text)) {
    ++number;
    if (std::optional<Include> include = includeOf(line)) {
      include->line = number;
      found.push_back(*std::move(include));
    }
  }
  return found;
}

std::string unitOf(const std::string& path) {
  for (const std::string_view below : {"core/sdk/include/boardpack/", "core/", "output/"}) {
    if (path.starts_with(below)) {
      return withoutEnding(without(below, path));
    }
  }
  return "";
}

std::string unitOf(const Include& include) { return withoutEnding(without(kInstalled, include.name)); }

}  // namespace architecture
