#include "base/entries.hpp"

#include "base/system_errors.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>

namespace boardpack::base {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kNanoseconds = 1'000'000'000;

std::int64_t nanosecondsOf(const timespec& time) { return time.tv_sec * kNanoseconds + time.tv_nsec; }

timespec timeOf(std::int64_t nanoseconds) {
  std::int64_t seconds = nanoseconds / kNanoseconds;
  std::int64_t rest = nanoseconds % kNanoseconds;
  if (rest < 0) {
    rest += kNanoseconds;
    --seconds;
  }
  return {seconds, rest};
}

Entry entryOf(std::string name, const struct stat& facts) {
  Entry entry;
  entry.name = std::move(name);
  entry.kind = S_ISREG(facts.st_mode)   ? Entry::Kind::File
               : S_ISDIR(facts.st_mode) ? Entry::Kind::Folder
               : S_ISLNK(facts.st_mode) ? Entry::Kind::Link
                                        : Entry::Kind::Other;
  entry.device = facts.st_dev;
  entry.inode = facts.st_ino;
  entry.size = static_cast<std::uint64_t>(facts.st_size);
  entry.modified = nanosecondsOf(facts.st_mtim);
  entry.changed = nanosecondsOf(facts.st_ctim);
  entry.mode = facts.st_mode & 07777U;
  return entry;
}

void addBelow(const fs::path& folder, const std::string& inside, std::vector<Entry>& entries) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    names.push_back(it->path().filename().string());
  }
  if (error) {
    failOn("Could not look into", folder, error.value());
  }
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    std::optional<Entry> entry = entryAt(folder / name);
    if (!entry) {
      continue;  // gone since it was listed
    }
    entry->name = inside + name;
    const bool is_folder = entry->kind == Entry::Kind::Folder;
    entries.push_back(std::move(*entry));
    if (is_folder) {
      addBelow(folder / name, inside + name + "/", entries);
    }
  }
}

void copyLink(const fs::path& from, const fs::path& to) {
  std::array<char, PATH_MAX> goal{};
  const ssize_t length = ::readlink(from.c_str(), goal.data(), goal.size() - 1);
  if (length < 0 || ::symlink(goal.data(), to.c_str()) != 0) {
    failOn("Could not carry over the link", from, errno);
  }
}

bool copyBytes(int from, int to) {
  std::array<char, 65536> block{};
  for (;;) {
    const ssize_t read = ::read(from, block.data(), block.size());
    if (read < 0 && errno == EINTR) {
      continue;
    }
    if (read <= 0) {
      return read == 0;
    }
    for (ssize_t done = 0; done < read;) {
      const ssize_t written = ::write(to, block.data() + done, static_cast<std::size_t>(read - done));
      if (written < 0 && errno != EINTR) {
        return false;
      }
      done += std::max<ssize_t>(written, 0);
    }
  }
}

void copyFile(const fs::path& from, const fs::path& to, const Entry& like) {
  const int source = ::open(from.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (source < 0) {
    failOn("Could not carry over", from, errno);
  }
  const int copy = ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const std::array<timespec, 2> times = {timeOf(like.modified), timeOf(like.modified)};
  const bool is_whole = copy >= 0 && copyBytes(source, copy) && ::fchmod(copy, like.mode) == 0 &&
                        ::futimens(copy, times.data()) == 0 && ::fsync(copy) == 0;
  const int error = errno;
  ::close(source);
  if (copy >= 0) {
    ::close(copy);
  }
  if (!is_whole) {
    if (copy >= 0) {
      ::unlink(to.c_str());
    }
    failOn("Could not carry over", from, error);
  }
}

void openForOwner(const fs::path& folder) {
  std::error_code ignored;
  fs::permissions(folder, fs::perms::owner_all, fs::perm_options::add | fs::perm_options::nofollow, ignored);
}

}  // namespace

bool isUntouched(const Entry& now, const Entry& seen) {
  return now.kind == seen.kind && now.device == seen.device && now.inode == seen.inode && now.size == seen.size &&
         now.modified == seen.modified && now.changed == seen.changed;
}

std::vector<Entry> entriesBelow(const fs::path& folder) {
  std::vector<Entry> entries;
  addBelow(folder, "", entries);
  return entries;
}

std::optional<Entry> entryAt(const fs::path& path) {
  struct stat facts {};
  if (::lstat(path.c_str(), &facts) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      return std::nullopt;
    }
    failOn("Could not look at", path, errno);
  }
  return entryOf("", facts);
}

void carryEntry(const fs::path& from, const fs::path& to) {
  if (::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) {
    return;
  }
  if (errno == EEXIST || errno == ENOENT || errno == ENOSPC || errno == EDQUOT) {
    failOn("Could not carry over", from, errno);
  }
  const std::optional<Entry> entry = entryAt(from);
  if (!entry) {
    failOn("Could not carry over", from, ENOENT);
  }
  if (entry->kind == Entry::Kind::File) {
    copyFile(from, to, *entry);
  } else if (entry->kind == Entry::Kind::Link) {
    copyLink(from, to);
  } else {
    failOn("Could not carry over", from, EPERM);
  }
}

void giveModeAndTime(const fs::path& folder, const Entry& like) {
  const std::array<timespec, 2> times = {timeOf(like.modified), timeOf(like.modified)};
  if (::chmod(folder.c_str(), like.mode) != 0 ||
      ::utimensat(AT_FDCWD, folder.c_str(), times.data(), AT_SYMLINK_NOFOLLOW) != 0) {
    failOn("Could not give its rights and time to", folder, errno);
  }
}

bool moveIfFree(const fs::path& from, const fs::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
    return true;
  }
  if (errno == EINVAL || errno == ENOSYS) {
    // A file system that does not know the flag: whoever looks and renames is alone in the folder, but for people.
    if (entryAt(to)) {
      return false;
    }
    if (::rename(from.c_str(), to.c_str()) == 0) {
      return true;
    }
  }
  if (errno == EEXIST || errno == ENOTEMPTY) {
    return false;
  }
  failOn("Could not move to " + to.string(), from, errno);
}

bool changePlaces(const fs::path& one, const fs::path& other) {
  if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) {
    return true;
  }
  if (errno == EINVAL || errno == ENOSYS) {
    return false;
  }
  failOn("Could not put it in the place of " + other.string() + ":", one, errno);
}

bool removeEntry(const fs::path& path) { return std::remove(path.c_str()) == 0; }

void removeTree(const fs::path& folder) {
  std::error_code ignored;
  if (fs::symlink_status(folder, ignored).type() != fs::file_type::directory) {
    removeEntry(folder);
    return;
  }
  openForOwner(folder);
  std::vector<fs::path> inside;
  for (fs::directory_iterator it(folder, ignored), end; !ignored && it != end; it.increment(ignored)) {
    inside.push_back(it->path());
  }
  std::for_each(inside.begin(), inside.end(), removeTree);
  removeEntry(folder);
}

}  // namespace boardpack::base
