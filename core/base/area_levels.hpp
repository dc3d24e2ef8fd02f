#pragma once
#include <boardpack/sdk/force.hpp>

#include <string>
#include <vector>

namespace boardpack::base {

/// Ids of a force's levels of areas, the widest first.
std::vector<std::string> levelIds(const sdk::Force& force);
/// The level of that id, or nullptr.
const sdk::AreaLevel* findLevel(const sdk::Force& force, const std::string& id);

}  // namespace boardpack::base
