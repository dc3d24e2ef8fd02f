#pragma once
#include "base/trial.hpp"

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

/// Why a file or folder must not be trusted, in a sentence: somebody else may change it, or what it lies in. Nothing
/// when it may be.
std::optional<std::string> reasonNotToTrust(const std::filesystem::path& path);

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

/// reasonAgainst(), openPlugin() and the closing again, in a process of its own that is bounded: what crashes, loops or
/// ends its process in any of them is a reason too. Begins with the constructor.
class PluginTrial {
 public:
  explicit PluginTrial(const std::filesystem::path& file);
  /// Why the file must not be loaded; nothing when it loaded and gave a force. To be called once.
  std::optional<std::string> reason();

 private:
  base::Trial trial_;
};

}  // namespace boardpack::plugin_host
