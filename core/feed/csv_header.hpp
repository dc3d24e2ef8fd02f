#pragma once
#include <boardpack/sdk/feed.hpp>

#include <optional>
#include <string>
#include <vector>

namespace boardpack::feed {

/// What keeps the header of a file from fitting its feed: every name that is missing, doubled or unknown, in one clause
/// that goes on after the file's name. Nothing when it fits; the order of the names does not matter.
std::optional<std::string> headerMisfit(const std::vector<std::string>& names, const sdk::Feed& feed);

}  // namespace boardpack::feed
