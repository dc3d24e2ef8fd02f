#include "app/named_files.hpp"

#include <algorithm>

namespace boardpack::app {

namespace fs = std::filesystem;

std::vector<NamedFile> filesIn(const fs::path& folder, const std::string& ending, const std::string& shown_before) {
  std::vector<NamedFile> files;
  if (!fs::is_directory(folder)) {
    return files;
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    // A pipe, a device or a link to nowhere is among them: left out, it would be missed by nobody.
    if (entry.path().extension() == ending && !name.ends_with(".d.lua")) {
      files.push_back({entry.path(), shown_before + name});
    }
  }
  std::sort(files.begin(), files.end(), [](const NamedFile& a, const NamedFile& b) { return a.shown_as < b.shown_as; });
  return files;
}

}  // namespace boardpack::app
