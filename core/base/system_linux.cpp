#include "base/system.hpp"

#include "base/entries.hpp"
#include "base/system_errors.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace boardpack::base {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(const std::string& what, const fs::path& path, int error) { failOn(what, path, error); }

/// A file descriptor with one owner.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) {
      ::close(number_);
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  void release() { number_ = -1; }
  bool isOpen() const { return number_ >= 0; }

 private:
  int number_;
};

void syncPath(const fs::path& path) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!descriptor.isOpen() && errno == EACCES) {
    return;  // closed by the person whose it is: it was on the disk before
  }
  if (!descriptor.isOpen() || ::fsync(descriptor.number()) != 0) {
    fail("Could not make sure that this reached the disk:", path, errno);
  }
}

/// What it is that is no file; "" of a file.
std::string kindOf(mode_t mode) {
  if (S_ISREG(mode)) {
    return "";
  }
  if (S_ISDIR(mode)) {
    return "a folder";
  }
  return S_ISFIFO(mode) ? "a pipe" : S_ISSOCK(mode) ? "a socket" : "a device";
}

void refuseOther(const fs::path& path, const std::optional<std::string>& why) {
  if (why) {
    throw sdk::Error(sdk::ErrorKind::Data,
                     fmt::format("{} {}. Put a file, or a link to one, in its place.", path.string(), *why));
  }
}

/// "32 MB", "4,096 bytes".
std::string sizeWords(std::uint64_t bytes) {
  constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20;
  return bytes % kMegabyte == 0 && bytes > 0 ? fmt::format("{} MB", bytes / kMegabyte)
                                             : countOf(static_cast<std::int64_t>(bytes), "byte", "bytes");
}

/// A name beside `path` that no other process uses.
fs::path besideOf(const fs::path& path) {
  static std::atomic<int> count = 0;
  return path.parent_path() / fmt::format(".{}.{}.{}.part", path.filename().string(), ::getpid(), ++count);
}

}  // namespace

std::optional<std::string> notAFile(const fs::path& path) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0) {
    return std::nullopt;
  }
  const std::string kind = kindOf(facts.st_mode);
  return kind.empty() ? std::nullopt : std::optional("is " + kind + ", not a file");
}

OpenFile openFile(const fs::path& path) {
  // Looked at before it is opened as well: to open some devices does something.
  refuseOther(path, notAFile(path));
  Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat facts {};
  if (!descriptor.isOpen() || ::fstat(descriptor.number(), &facts) != 0) {
    fail("Could not read", path, errno);
  }
  if (const std::string kind = kindOf(facts.st_mode); !kind.empty()) {
    refuseOther(path, "is " + kind + ", not a file");
  }
  OpenFile file(::fdopen(descriptor.number(), "rb"));
  if (!file) {
    fail("Could not read", path, errno);
  }
  descriptor.release();
  return file;
}

std::string readFile(const fs::path& path, std::uint64_t most_bytes) {
  const OpenFile file = openFile(path);
  // Blocks are large already; a second buffer would only copy them once more.
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  std::string bytes;
  std::array<char, 65536> block{};
  while (const std::size_t read = std::fread(block.data(), 1, block.size(), file.get())) {
    bytes.append(block.data(), read);
    if (bytes.size() > most_bytes) {
      throw sdk::Error(sdk::ErrorKind::Data,
                       fmt::format("{} has more than {}, which no file of its kind should. Is it the file that was "
                                   "meant?",
                                   path.string(), sizeWords(most_bytes)));
    }
  }
  if (std::ferror(file.get()) != 0) {
    fail("Could not read", path, errno);
  }
  return bytes;
}

namespace {

/// False with errno set when not all could be written.
bool writeAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) {
      return false;
    }
    bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
  }
  return true;
}

/// A new file beside `path` with what `write_to` writes to the open file, on the disk. `write_to` gives false with
/// errno set when it could not.
template <class WriteTo>
fs::path writeBeside(const fs::path& path, bool owner_only, const WriteTo& write_to) {
  const fs::path beside = besideOf(path);
  const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, owner_only ? 0600 : 0644));
  if (!file.isOpen()) {
    fail("Could not write", path, errno);
  }
  bool is_written = false;
  try {
    is_written = write_to(file.number());
  } catch (...) {
    ::unlink(beside.c_str());
    throw;
  }
  if (!is_written || ::fsync(file.number()) != 0) {
    const int error = errno;
    ::unlink(beside.c_str());
    fail("Could not write", path, error);
  }
  return beside;
}

fs::path writeBeside(const fs::path& path, std::string_view bytes, bool owner_only) {
  return writeBeside(path, owner_only, [&](int file) { return writeAll(file, bytes); });
}

void putInPlace(const fs::path& beside, const fs::path& path) {
  if (::rename(beside.c_str(), path.c_str()) != 0) {
    const int error = errno;
    ::unlink(beside.c_str());
    fail("Could not write", path, error);
  }
}

}  // namespace

void writeFileWhole(const fs::path& path, std::string_view bytes, bool owner_only) {
  putInPlace(writeBeside(path, bytes, owner_only), path);
}

void writeFile(const fs::path& path, std::string_view bytes) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!file.isOpen() || !writeAll(file.number(), bytes)) {
    fail("Could not write", path, errno);
  }
}

void writeFileInParts(const fs::path& path, const std::function<std::string()>& next_part) {
  const fs::path beside = writeBeside(path, false, [&](int file) {
    for (std::string part = next_part(); !part.empty(); part = next_part()) {
      if (!writeAll(file, part)) {
        return false;
      }
    }
    return true;
  });
  putInPlace(beside, path);
}

std::string readOrMakeFile(const fs::path& path, std::string_view bytes, std::uint64_t most_bytes) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    const fs::path beside = writeBeside(path, bytes, true);
    // A link, unlike a renaming, does not take the place of what another process has made in the meantime.
    const int error = ::link(beside.c_str(), path.c_str()) == 0 ? 0 : errno;
    ::unlink(beside.c_str());
    if (error != 0 && error != EEXIST) {
      fail("Could not write", path, error);
    }
  }
  return readFile(path, most_bytes);
}

std::string randomBytes(std::size_t count) {
  std::string bytes(count, '\0');
  std::size_t got = 0;
  while (got < count) {
    const ssize_t part = ::getrandom(bytes.data() + got, count - got, 0);
    if (part < 0 && errno != EINTR) {
      throw sdk::Error(sdk::ErrorKind::Outside, "The system gives no random numbers, so no secret can be made.");
    }
    got += part > 0 ? static_cast<std::size_t>(part) : 0;
  }
  return bytes;
}

void makeFolder(const fs::path& folder, bool owner_only) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    fail("Could not make the folder", folder, error.value());
  }
  if (!fs::is_directory(folder, error)) {
    fail("Could not make the folder", folder, ENOTDIR);
  }
  if (owner_only && ::chmod(folder.c_str(), 0700) != 0) {
    fail("Could not close to others the folder", folder, errno);
  }
}

fs::path makeTemporaryFolder(const fs::path& parent, const std::string& stem) {
  std::string pattern = (parent / (stem + ".XXXXXX")).string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    fail("Could not make a folder in", parent, errno);
  }
  return pattern;
}

void syncTree(const fs::path& folder) {
  for (const Entry& entry : entriesBelow(folder)) {
    if (entry.kind == Entry::Kind::File || entry.kind == Entry::Kind::Folder) {
      syncPath(folder / entry.name);
    }
  }
  syncPath(folder);
}

bool exchangeFolder(const fs::path& staged, const fs::path& target, const fs::path& aside) {
  if (moveIfFree(staged, target)) {
    syncPath(target.parent_path());
    return false;
  }
  if (!changePlaces(staged, target)) {
    // Without an exchange in one step the earlier folder waits under a name by which the next run finds it.
    if (::rename(target.c_str(), aside.c_str()) != 0) {
      fail("Could not put the new folder in the place of", target, errno);
    }
    if (::rename(staged.c_str(), target.c_str()) != 0) {
      const int error = errno;
      ::rename(aside.c_str(), target.c_str());
      fail("Could not put the new folder in the place of", target, error);
    }
    ::rename(aside.c_str(), staged.c_str());
  }
  syncPath(target.parent_path());
  return true;
}

fs::path programFolder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) {
    fail("Could not find the program's own folder by", "/proc/self/exe", error.value());
  }
  return program.parent_path();
}

void takeFullFilesAsErrors() { std::signal(SIGXFSZ, SIG_IGN); }

void checkLimits() {
  constexpr rlim_t kWishedFiles = 4096;
  constexpr rlim_t kLeastFiles = 32;
  constexpr rlim_t kLeastMegabytes = 1000;
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < kWishedFiles && files.rlim_cur < files.rlim_max) {
    files.rlim_cur = std::min(files.rlim_max, kWishedFiles);
    ::setrlimit(RLIMIT_NOFILE, &files);
    ::getrlimit(RLIMIT_NOFILE, &files);
  }
  if (files.rlim_cur < kLeastFiles) {
    throw sdk::Error(
        sdk::ErrorKind::Outside,
        fmt::format("This program may open only {} files at once, and needs {} at the least. Raise the limit "
                    "(see `ulimit -n`) and run again.",
                    files.rlim_cur, kLeastFiles));
  }
  rlimit memory{};
  if (::getrlimit(RLIMIT_AS, &memory) == 0 && memory.rlim_cur != RLIM_INFINITY &&
      memory.rlim_cur < kLeastMegabytes << 20U) {
    throw sdk::Error(
        sdk::ErrorKind::Outside,
        fmt::format("This program may address only {} MB of memory, and needs 1,000 at the least. Raise the "
                    "limit (see `ulimit -v`) and run again.",
                    memory.rlim_cur >> 20U));
  }
}

std::optional<std::string> noRoomFor(const fs::path& folder, std::uint64_t bytes) {
  const fs::path probe = besideOf(folder / "room");
  const Descriptor file(::open(probe.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  const int error = file.isOpen() ? ::posix_fallocate(file.number(), 0, static_cast<off_t>(bytes)) : errno;
  ::unlink(probe.c_str());
  if (error != ENOSPC && error != EDQUOT && error != EFBIG) {
    return std::nullopt;
  }
  if (error == EFBIG) {
    return fmt::format(
        "Files in {} may not grow as large as they must (see `ulimit -f`). Raise the limit and run again.",
        folder.string());
  }
  return fmt::format("The disk of {} is full. Free some space and run again.", folder.string());
}

QuietLibraries::QuietLibraries() : shown_(stderr) {
  // The C library lets a program set it like any other variable. It stays open: another thread may be writing to it.
  static std::FILE* const nowhere = std::fopen("/dev/null", "we");
  if (nowhere != nullptr) {
    stderr = nowhere;
  }
}

QuietLibraries::~QuietLibraries() { stderr = shown_; }

bool errorsGoToTerminal() { return ::isatty(STDERR_FILENO) != 0; }

FileLock::FileLock(const fs::path& path) : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) {
    fail("Could not open the lock", path, errno);
  }
}

FileLock::~FileLock() { ::close(descriptor_); }

void FileLock::take() {
  while (::flock(descriptor_, LOCK_EX) != 0) {
    if (errno != EINTR) {
      throw sdk::Error(sdk::ErrorKind::Outside, "The system gives no lock on files in a folder that a run writes to.");
    }
  }
}

bool FileLock::tryTake() {
  // Its last holder may have removed the file since it was opened here: a lock on what has no name excludes nobody.
  struct stat facts {};
  return ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 && ::fstat(descriptor_, &facts) == 0 && facts.st_nlink > 0;
}

void closeNewFilesToOthers() { ::umask(::umask(0) | S_IWGRP | S_IWOTH); }

}  // namespace boardpack::base
