#pragma once
#include <boardpack/sdk/force.hpp>

#include <optional>
#include <string>

namespace boardpack::feed {

/// The name that a file would have as an extract of the feed, when its own is near to it: "2025-11-cleveland-street
/// (1).csv", ".csv.csv", ".txt", ".zip", words in another order, a letter wrong, the month in another form. Nothing of
/// a name that the feed knows, or that is near to none of its names.
std::optional<std::string> nearName(const sdk::Feed& feed, const std::string& file_name);

}  // namespace boardpack::feed
