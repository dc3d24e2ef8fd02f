#include "base/area_levels.hpp"

namespace boardpack::base {

std::vector<std::string> levelIds(const sdk::Force& force) {
  std::vector<std::string> ids;
  for (const sdk::AreaLevel& level : force.area_levels) {
    ids.push_back(level.id);
  }
  return ids;
}

const sdk::AreaLevel* findLevel(const sdk::Force& force, const std::string& id) {
  for (const sdk::AreaLevel& level : force.area_levels) {
    if (level.id == id) {
      return &level;
    }
  }
  return nullptr;
}

}  // namespace boardpack::base
