#include "feed/folder_files.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <set>
#include <system_error>

namespace boardpack::feed {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDeepest = 100;

class Walk {
 public:
  void enter(const fs::path& folder, const std::string& inside, std::size_t depth) {
    if (depth > kDeepest) {
      throw sdk::Error(sdk::ErrorKind::Data,
                       "The data folder has folders inside one another more than 100 deep. Give the folder that the "
                       "extracts lie in with --data.");
    }
    std::error_code fault;
    const fs::path real = fs::canonical(folder, fault);
    if (!fault && !entered_.insert(real).second) {
      return;
    }
    std::vector<std::string> names;
    fs::directory_iterator entries;
    if (!fault) {
      entries = fs::directory_iterator(folder, fault);
    }
    for (; !fault && entries != fs::directory_iterator(); entries.increment(fault)) {
      names.push_back(entries->path().filename().string());
    }
    if (fault) {
      throw sdk::Error(sdk::ErrorKind::Outside,
                       "The folder " + folder.generic_string() + " cannot be listed. Check that you may read it.");
    }
    // By name, so that a folder reached by two ways is entered by the same one on every machine.
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      take(folder / name, inside.empty() ? name : inside + "/" + name, depth);
    }
  }
  std::vector<FolderFile> files;

 private:
  void take(const fs::path& path, const std::string& inside, std::size_t depth) {
    if (path.filename().string().starts_with(".")) {
      return;
    }
    std::error_code fault;
    const bool is_folder = fs::is_directory(fs::status(path, fault));
    // A folder, a link to nowhere, a pipe or a device is kept: what is wrong with it is said when it is named like an
    // extract; leaving it out would hide a month.
    files.push_back({path, inside, is_folder});
    if (is_folder) {
      enter(path, inside, depth + 1);
    }
  }
  std::set<fs::path> entered_;
};

}  // namespace

std::vector<FolderFile> filesBelow(const fs::path& folder) {
  Walk walk;
  walk.enter(folder, "", 0);
  std::sort(walk.files.begin(), walk.files.end(),
            [](const FolderFile& a, const FolderFile& b) { return a.inside < b.inside; });
  return std::move(walk.files);
}

}  // namespace boardpack::feed
