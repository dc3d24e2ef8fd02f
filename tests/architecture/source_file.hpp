#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace architecture {

/// A file of the project: its path from the project's root, with "/", and its text.
struct SourceFile {
  std::string path;
  std::string text;
};

/// Text files below the folders of `root` that are part of the project, and those in `root` itself, in order of path.
/// Build folders, hidden folders and files with a NUL are left out.
std::vector<SourceFile> readProject(const std::filesystem::path& root);

bool isCode(const SourceFile& file);
std::vector<std::string_view> linesOf(std::string_view text);

}  // namespace architecture
