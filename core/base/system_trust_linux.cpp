#include "base/trust.hpp"

#include "base/system.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <deque>
#include <string>

namespace boardpack::base {
namespace fs = std::filesystem;
namespace {

/// As many as the system itself follows.
constexpr int kMostLinks = 40;

bool isAbove(const fs::path& folder, const fs::path& program) {
  for (fs::path above = program; above.has_relative_path(); above = above.parent_path()) {
    if (above == folder) {
      return true;
    }
  }
  return folder == folder.root_path();
}

void putFirst(std::deque<fs::path>& names, const fs::path& path) {
  const fs::path relative = path.relative_path();
  names.insert(names.begin(), relative.begin(), relative.end());
}

}  // namespace

std::optional<Untrusted> untrusted(const fs::path& path) {
  const fs::path program = programFolder();
  fs::path at = "/";
  std::deque<fs::path> names;
  putFirst(names, fs::absolute(path));
  int links = 0;
  for (;;) {
    while (!names.empty() && (names.front().empty() || names.front() == ".")) {
      names.pop_front();
    }
    struct stat facts {};
    if (::lstat(at.c_str(), &facts) != 0) {
      return std::nullopt;
    }
    const bool is_own = facts.st_uid == 0 || facts.st_uid == ::geteuid();
    if (!is_own && !isAbove(at, program)) {
      return Untrusted{at, Untrusted::Why::OtherOwner};
    }
    if (S_ISLNK(facts.st_mode)) {
      if (++links > kMostLinks) {
        return std::nullopt;
      }
      std::error_code failed;
      const fs::path target = fs::read_symlink(at, failed);
      putFirst(names, target);
      at = target.is_absolute() ? fs::path("/") : at.parent_path();
      continue;
    }
    // In such a folder nobody may rename or remove what belongs to another.
    const bool is_shared = S_ISDIR(facts.st_mode) && (facts.st_mode & S_ISVTX) != 0 && !names.empty();
    if ((facts.st_mode & S_IWOTH) != 0 && !is_shared) {
      return Untrusted{at, Untrusted::Why::AnyoneMayWrite};
    }
    if (names.empty()) {
      return std::nullopt;
    }
    at = names.front() == ".." ? at.parent_path() : at / names.front();
    names.pop_front();
  }
}

}  // namespace boardpack::base
