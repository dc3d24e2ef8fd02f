#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::feed {

/// A file below a folder.
struct FolderFile {
  std::filesystem::path path;
  std::string inside;  ///< the path inside the folder, with "/"
};

/// Every file in the folder and the folders below it, by `inside`; what begins with a point is left out. Links are
/// followed, and no folder is entered twice. Throws sdk::Error when the folder or one below cannot be listed.
std::vector<FolderFile> filesBelow(const std::filesystem::path& folder);

}  // namespace boardpack::feed
