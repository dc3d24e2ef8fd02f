#pragma once
#include <boardpack/sdk/force.hpp>

#include <boost/dll/shared_library.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace boardpack::plugin_host {

/// A library and the plugin it made, in this order: the plugin ends before its code does.
struct OpenPlugin {
  boost::dll::shared_library library;
  std::unique_ptr<sdk::ForcePlugin> plugin;
};

/// Why the file must not be loaded, told from its exported names alone: no code of it has run. Nothing when it may be.
std::optional<std::string> reasonAgainst(const std::filesystem::path& file);

/// Loads a file that reasonAgainst() has nothing against, and reads its force. A library that gave no force stays in
/// `open` all the same, since what it threw may still refer to it; `reason` then says why it is refused.
struct Opened {
  OpenPlugin open;
  std::optional<sdk::Force> force;
  std::string reason;
};
Opened openPlugin(const std::filesystem::path& file);

}  // namespace boardpack::plugin_host
