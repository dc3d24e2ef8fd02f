#include "source_file.hpp"

#include "base/system.hpp"

#include <algorithm>
#include <array>

namespace architecture {
namespace {

namespace fs = std::filesystem;

constexpr std::array kFolders{"cmake",   "core",    "docs",      "examples", "output",
                              "plugins", "scripts", "templates", "tests"};

void add(const fs::path& root, const fs::path& file, std::vector<SourceFile>& files) {
  std::string text = boardpack::base::readFile(file);
  if (text.find('\0') == std::string::npos) {
    files.push_back({file.lexically_relative(root).generic_string(), std::move(text)});
  }
}

bool isLeftOut(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.starts_with('.') || name.starts_with("build") || name == "node_modules" || name == "__pycache__";
}

}  // namespace

std::vector<SourceFile> readProject(const fs::path& root) {
  std::vector<SourceFile> files;
  for (const auto& entry : fs::directory_iterator(root)) {
    const bool is_of_git = entry.path().filename() == ".git";  // of a worktree: where its repository lies
    if (entry.is_regular_file() && !is_of_git) {
      add(root, entry.path(), files);
    }
  }
  for (const char* folder : kFolders) {
    if (!fs::is_directory(root / folder)) {
      continue;
    }
    for (auto it = fs::recursive_directory_iterator(root / folder); it != fs::recursive_directory_iterator(); ++it) {
      if (it->is_directory() && isLeftOut(it->path())) {
        it.disable_recursion_pending();
      } else if (it->is_regular_file()) {
        add(root, it->path(), files);
      }
    }
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

bool isCode(const SourceFile& file) { return file.path.ends_with(".cpp") || file.path.ends_with(".hpp"); }

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace architecture
