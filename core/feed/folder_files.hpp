#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::feed {

/// A file or folder below a folder.
struct FolderFile {
  std::filesystem::path path;
  std::string inside;  ///< the path inside the folder, with "/"
  bool is_folder = false;
};

/// Everything in the folder and the folders below it, by `inside`; what begins with a point is left out. Links are
/// followed, and no folder is entered twice. Throws sdk::Error when the folder or one below cannot be listed, or when
/// folders lie in one another more than 100 deep.
std::vector<FolderFile> filesBelow(const std::filesystem::path& folder);

}  // namespace boardpack::feed
