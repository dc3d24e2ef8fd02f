#pragma once
#include <boardpack/sdk/export.hpp>
#include <boardpack/sdk/feed.hpp>

#include <string>
#include <vector>

namespace boardpack::sdk {

/// What the Office for National Statistics and the Home Office publish of every force, as they publish it: the police
/// force area tables and tables by community safety partnership (xlsx or CSV), the Home Office's rolling years (CSV),
/// and comparators.csv, kept by hand. They fill the tables comparators and population.
BOARDPACK_SDK_EXPORT std::vector<Feed> nationalFeeds();

/// policeUkFeeds() and nationalFeeds(): all that a force can be told of without an extract of its own systems.
BOARDPACK_SDK_EXPORT std::vector<Feed> openDataFeeds(const std::string& slug);

/// A measure of the comparators that a source does not give but whose parts it does.
struct ComparatorSum {
  std::string measure;
  std::vector<std::string> parts;           ///< each must be there
  std::vector<std::string> optional_parts;  ///< added where there are any: what began later
};
BOARDPACK_SDK_EXPORT const std::vector<ComparatorSum>& comparatorSums();

}  // namespace boardpack::sdk
