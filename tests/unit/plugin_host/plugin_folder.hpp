#pragma once
#include "base/system.hpp"

#include <filesystem>
#include <string>

/// A folder of its own for one test, gone with it.
class PluginFolder {
 public:
  PluginFolder()
      : path_(boardpack::base::makeTemporaryFolder(std::filesystem::temp_directory_path(), "boardpack-plugins")) {}
  ~PluginFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  PluginFolder(const PluginFolder&) = delete;
  PluginFolder& operator=(const PluginFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path file(const std::string& name) const { return path_ / name; }
  /// Copies the fixture of that fault in under the name.
  void add(const std::string& fault, const std::string& name) const {
    std::filesystem::copy_file(std::filesystem::path(FIXTURES) / (fault + ".so"), file(name));
  }

 private:
  std::filesystem::path path_;
};
