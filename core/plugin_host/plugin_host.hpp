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

/// A file or folder that was not taken, and why, in a sentence that names both sides.
struct RefusedPlugin {
  std::filesystem::path file;
  std::string reason;
};

/// The plugins of some folders. Keeps the libraries open until it is destroyed; a Force is a value and may live longer.
class PluginHost {
 public:
  /// Looks at the files of each folder (not of folders below, nor files whose name starts with a dot), the folders as
  /// given and the files in order of name. A file is judged by its exported names before it is loaded. Of two plugins
  /// with one force code the first stays and the second is refused, naming both files. Of a folder that anyone may
  /// write to nothing is loaded: the folder and each of its files are refused.
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
