#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::app {

/// A file the program reads besides extracts, as outputs may show it.
struct NamedFile {
  std::filesystem::path path;
  std::string shown_as;
};

/// The files with an ending below a folder, in order of path; none when there is no such folder.
std::vector<NamedFile> filesIn(const std::filesystem::path& folder, const std::string& ending,
                               const std::string& shown_before);

}  // namespace boardpack::app
