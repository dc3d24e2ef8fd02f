#pragma once
#include "base/records.hpp"
#include "feed/reading_limits.hpp"

#include <boardpack/sdk/feed.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::feed {

/// As openCsv() of extracts.hpp, with limits of the caller's own.
std::unique_ptr<base::RecordSource> openCsv(const std::filesystem::path& path, const sdk::Feed& feed,
                                            const std::vector<std::string>& columns, const Limits& limits);

/// Reads no more than the first block of a file. Throws sdk::Error(Data) when that alone refuses it.
void checkHeader(const std::filesystem::path& path, const sdk::Feed& feed);

}  // namespace boardpack::feed
