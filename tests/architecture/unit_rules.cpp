#include "unit_rules.hpp"

#include "include_rules.hpp"
#include "includes.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace architecture {
namespace {

using Graph = std::map<std::string, std::set<std::string>>;

/// Which units of core and output each of them includes.
Graph graphOf(const std::vector<SourceFile>& files) {
  Graph graph;
  for (const SourceFile& file : files) {
    if (isCode(file) && !unitOf(file.path).empty()) {
      graph.try_emplace(unitOf(file.path));
    }
  }
  for (const SourceFile& file : files) {
    const auto own = graph.find(unitOf(file.path));
    if (!isCode(file) || own == graph.end()) {
      continue;
    }
    for (const Include& include : includesOf(file)) {
      const std::string unit = unitOf(include);
      if (unit != own->first && graph.contains(unit)) {
        own->second.insert(unit);
      }
    }
  }
  return graph;
}

/// A shortest way from a unit back to itself, with it at both ends; empty when there is none.
std::vector<std::string> wayRound(const Graph& graph, const std::string& unit) {
  std::map<std::string, std::string> reached_from;
  std::deque<std::string> next = {unit};
  while (!next.empty()) {
    const std::string at = next.front();
    next.pop_front();
    for (const std::string& included : graph.at(at)) {
      if (!reached_from.emplace(included, at).second) {
        continue;
      }
      if (included != unit) {
        next.push_back(included);
        continue;
      }
      std::vector<std::string> way = {unit};
      for (std::string back = at; back != unit; back = reached_from.at(back)) {
        way.push_back(back);
      }
      way.push_back(unit);
      std::reverse(way.begin(), way.end());
      return way;
    }
  }
  return {};
}

/// The path below a folder of the design's table: "a.hpp" is one of its doors, "ask/a.hpp" lies in a room.
std::string belowFolder(const std::string& header, const std::string& folder) {
  return header.substr(std::min(header.size(), folder.size() + 1));
}

std::string nameOf(const std::string& path) {
  const std::string file = path.substr(path.rfind('/') + 1);
  return file.substr(0, file.rfind('.'));
}

std::string folderOfUnit(const std::string& path) {
  const std::string unit = unitOf(path);
  const std::string& whole = unit.empty() ? path : unit;
  return whole.substr(0, whole.rfind('/'));
}

}  // namespace

std::vector<std::string> circleFaults(const std::vector<SourceFile>& files) {
  const Graph graph = graphOf(files);
  std::vector<std::string> faults;
  std::set<std::string> known;
  for (const auto& [unit, includes] : graph) {
    const std::vector<std::string> way = known.contains(unit) ? std::vector<std::string>() : wayRound(graph, unit);
    if (!way.empty()) {
      known.insert(way.begin(), way.end());
      faults.push_back("a circle of includes: " + boardpack::base::join(way, " -> "));
    }
  }
  return faults;
}

std::vector<std::string> doorFaults(const std::vector<SourceFile>& files) {
  std::vector<std::string> faults;
  for (const SourceFile& file : files) {
    if (!isCode(file) || unitOf(file.path).empty()) {
      continue;
    }
    for (const Include& include : includesOf(file)) {
      const std::string target = include.angled ? "" : folderOf("core/" + include.name);
      const bool is_inside = belowFolder(include.name, target).find('/') != std::string::npos;
      if (!target.empty() && target != folderOf(file.path) && is_inside) {
        faults.push_back(file.path + ":" + std::to_string(include.line) + " includes " + include.name +
                         ", which lies in a room of " + target +
                         ": from outside only the headers that lie directly in a folder are included");
      }
    }
  }
  return faults;
}

std::vector<std::string> nameFaults(const std::vector<SourceFile>& files) {
  std::map<std::pair<std::string, std::string>, std::set<std::string>> folders;
  for (const SourceFile& file : files) {
    const std::string top = file.path.substr(0, file.path.find('/'));
    if (isCode(file) && top != "examples") {
      folders[{top, nameOf(file.path)}].insert(folderOfUnit(file.path));
    }
  }
  std::vector<std::string> faults;
  for (const auto& [name, where] : folders) {
    if (where.size() > 1) {
      const std::vector<std::string> all(where.begin(), where.end());
      faults.push_back("units of the name " + name.second + " lie in " + boardpack::base::joinWords(all));
    }
  }
  return faults;
}

}  // namespace architecture
