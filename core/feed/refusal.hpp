#pragma once
#include <boardpack/sdk/error.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace boardpack::feed {

/// The error of a file that is refused as a whole. `found` goes on after the file's name ("is empty (0 bytes)"), and
/// `to_do` is a sentence of its own.
sdk::Error refusal(const std::filesystem::path& path, std::string_view found, std::string_view to_do);

/// What to do with a file that was damaged on its way.
inline constexpr std::string_view kFetchAgain = "Fetch or export it again; none of its rows were taken.";

}  // namespace boardpack::feed
