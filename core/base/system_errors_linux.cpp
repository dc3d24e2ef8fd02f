#include "base/system_errors.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <cerrno>

namespace boardpack::base {
namespace {

/// What an error number of the system means, in words and with what to do.
std::string reasonOf(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file or folder";
    case EACCES:
    case EPERM:
      return "you have no right to it; ask for access or choose another folder";
    case EFBIG:
      return "it would be larger than a file may be here (see `ulimit -f`); raise the limit or choose another folder";
    case EROFS:
      return "the disk can only be read; choose another folder";
    case ENOTDIR:
      return "a part of the path is a file, not a folder";
    case EEXIST:
      return "it is there already";
    case EXDEV:
      return "the two lie on different disks";
    case EIO:
      return "the disk reports a fault";
    case EMFILE:
    case ENFILE:
      return "too many files are open at once (see `ulimit -n`); raise the limit, or run with fewer --jobs";
    case ENOMEM:
      return "the machine has not enough free memory";
    case EAGAIN:
      return "the system allows no more processes (see `ulimit -u`); end some, or raise the limit";
    default:
      return fmt::format("the system gave error {}", error);
  }
}

}  // namespace

void failOn(const std::string& what, const std::filesystem::path& path, int error) {
  if (error == ENOSPC || error == EDQUOT) {
    std::error_code ignored;
    const bool is_folder = std::filesystem::is_directory(path, ignored);
    const std::filesystem::path folder = is_folder || !path.has_parent_path() ? path : path.parent_path();
    std::string failed = what;
    failed.front() = failed.front() == 'C' ? 'c' : failed.front();  // "Could not …" within a sentence
    throw sdk::Error(sdk::ErrorKind::Outside,
                     fmt::format("The disk of {} is full ({} {}). Free some space and run again.", folder.string(),
                                 failed, path.filename().string()));
  }
  throw sdk::Error(sdk::ErrorKind::Outside, fmt::format("{} {}: {}.", what, path.string(), reasonOf(error)));
}

}  // namespace boardpack::base
