#include "registers/registers.hpp"

#include "base/text.hpp"
#include "registers/readers.hpp"

#include <algorithm>

namespace boardpack::registers {
namespace {

using Reader = void (*)(const std::filesystem::path&, const sdk::Force&, Read&);

struct Known {
  const char* name;
  Reader read;
};

/// In the order in which they are read.
const std::vector<Known>& known() {
  static const std::vector<Known> all = {{"areas", readAreas},          {"events", readEvents},
                                         {"targets", readTargets},      {"entered-figures", readFigures},
                                         {"plan-items", readPlanItems}, {"plan-updates", readPlanUpdates},
                                         {"weights", readWeights},      {"peer-groups", readPeers},
                                         {"waves", readWaves}};
  return all;
}

/// A file of another name is never read: most likely its name is misspelt, and what it says would silently not count.
void tellUnknownFiles(const std::filesystem::path& folder, Read& read) {
  std::vector<std::string> names;
  for (const std::string& name : tableNames()) {
    names.push_back(name + ".csv");
  }
  std::vector<std::string> unknown;
  for (const std::filesystem::directory_entry& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool is_for_people = name.starts_with(".") || name.starts_with("~") || base::lower(name).ends_with(".md") ||
                               base::lower(name).ends_with(".txt");
    if (!is_for_people && std::find(names.begin(), names.end(), name) == names.end()) {
      unknown.push_back(name);
    }
  }
  std::sort(unknown.begin(), unknown.end());
  for (const std::string& name : unknown) {
    const std::string near = base::didYouMean(name, names);
    read.problems.push_back({base::printable(name), "",
                             "no table has this name, so nothing of it is read." +
                                 (near.empty() ? " The tables are: " + base::join(names, ", ") + "." : near)});
  }
}

}  // namespace

const std::vector<std::string>& tableNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> found;
    for (const Known& one : known()) {
      found.emplace_back(one.name);
    }
    return found;
  }();
  return names;
}

Read readRegisters(const std::filesystem::path& folder, const sdk::Force& force) {
  Read read;
  read.areas = force.areas;
  if (!std::filesystem::is_directory(folder)) {
    return read;
  }
  tellUnknownFiles(folder, read);
  for (const Known& one : known()) {
    one.read(folder, force, read);
  }
  return read;
}

std::vector<std::string> planReferences(const sdk::Force& force) {
  std::vector<std::string> found;
  for (const sdk::Pillar& pillar : force.pillars) {
    for (const std::string& name : {pillar.id, pillar.reference}) {
      if (name.empty()) {
        continue;
      }
      found.push_back(name);
      for (std::size_t i = 1; i <= pillar.outcomes.size(); ++i) {
        found.push_back(name + "." + std::to_string(i));
      }
    }
  }
  return found;
}

}  // namespace boardpack::registers
