#include "registers/registers.hpp"

#include "registers/readers.hpp"

namespace boardpack::registers {
namespace {

using Reader = void (*)(const Folder&, const sdk::Force&, Read&);

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

std::vector<std::string> tableNames() {
  std::vector<std::string> names;
  for (const Known& one : known()) {
    names.emplace_back(one.name);
  }
  return names;
}

}  // namespace

Read readRegisters(const std::filesystem::path& path, const sdk::Force& force) {
  Read read;
  read.areas = force.areas;
  const Folder folder(path, tableNames(), read);
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
