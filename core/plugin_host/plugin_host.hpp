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
  /// given and the files in order of name. A file is judged by its exported names before it is loaded, and loaded in a
  /// process of its own first: one that crashes there, does not end or ends its process is refused. Of two plugins
  /// with one force code the first stays and the second is refused, naming both files. Of a folder that somebody else
  /// may change nothing is loaded: the folder and each of its files are refused. To be made before
  /// other threads work.
  explicit PluginHost(const std::vector<std::filesystem::path>& folders);
  ~PluginHost();
  PluginHost(const PluginHost&) = delete;
  PluginHost& operator=(const PluginHost&) = delete;

  const std::vector<LoadedPlugin>& loaded() const;
  const std::vector<RefusedPlugin>& refused() const;
  /// Throws sdk::Error(Data) that says why when the file that a force of this code would have was refused, and
  /// sdk::Error(Command) that lists the forces there are, the near name and the refused files when nothing is known of
  /// it.
  const sdk::Force& force(const std::string& code) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The plugin file whose code runs in this process at this moment; empty when none does.
std::filesystem::path fileBeingLoaded();

}  // namespace boardpack::plugin_host
