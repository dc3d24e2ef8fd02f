#pragma once
#include <boardpack/sdk/export.hpp>
#include <boardpack/sdk/feed.hpp>

#include <string>
#include <vector>

namespace boardpack::sdk {

/// The open-data feeds of a force: street, outcomes, stop and search as police.uk publishes them, and a table of
/// population kept by hand (population.csv: area, year, kind, value, source; an area is a district, or the force by its
/// short name). `slug` is the force's name in the file names: "cleveland".
BOARDPACK_SDK_EXPORT std::vector<Feed> policeUkFeeds(const std::string& slug);

}  // namespace boardpack::sdk
