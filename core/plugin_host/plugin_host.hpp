#pragma once
#include <boardpack/sdk/force.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::plugin_host {

struct LoadedPlugin {
  std::filesystem::path file;
  sdk::Force force;
};

/// A file that was not loaded, and why, in a sentence that names both sides.
struct RefusedPlugin {
  std::filesystem::path file;
  std::string reason;
};

/// The plugins of some folders. Keeps the libraries open until it is destroyed.
class PluginHost {
 public:
  /// Looks at the files of each folder (not of folders below), in order of name. A file is judged by its exported names
  /// before it is loaded. Throws sdk::Error(Command) when two folders' plugins have one force code.
  explicit PluginHost(const std::vector<std::filesystem::path>& folders);
  ~PluginHost();
  PluginHost(const PluginHost&) = delete;
  PluginHost& operator=(const PluginHost&) = delete;

  const std::vector<LoadedPlugin>& loaded() const;
  const std::vector<RefusedPlugin>& refused() const;
  /// Throws sdk::Error(Command) that lists the forces there are and the near name.
  const sdk::Force& force(const std::string& code) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace boardpack::plugin_host
