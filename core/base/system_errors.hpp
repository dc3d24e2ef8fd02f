#pragma once
#include <filesystem>
#include <string>

namespace boardpack::base {

/// Throws sdk::Error(Outside): what failed, at which path, what the system's error number means and what to do. A full
/// disk is always said as that, with its folder.
[[noreturn]] void failOn(const std::string& what, const std::filesystem::path& path, int error);

}  // namespace boardpack::base
