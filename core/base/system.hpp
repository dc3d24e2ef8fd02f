#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::base {

/// What depends on the operating system. All throw sdk::Error(Outside) that names the path, what failed and what to do.

std::string readFile(const std::filesystem::path& path);
/// Writes beside, syncs and renames: the file is there whole or not at all.
void writeFileWhole(const std::filesystem::path& path, std::string_view bytes, bool owner_only = false);
/// The same of bytes that come part by part, until an empty one.
void writeFileInParts(const std::filesystem::path& path, const std::function<std::string()>& next_part);
/// The bytes of a file; when there is none yet it is made with `bytes`, for its owner alone. Of several processes that
/// make it at once one does, and all get what it wrote.
std::string readOrMakeFile(const std::filesystem::path& path, std::string_view bytes);
/// From the system's source of randomness.
std::string randomBytes(std::size_t count);
/// Makes the folder and those above it; `owner_only` sets the mode of the last one to 0700.
void makeFolder(const std::filesystem::path& folder, bool owner_only = false);
/// A new folder of a name not used before, inside `parent`, for the owner alone; `stem` starts its name.
std::filesystem::path makeTemporaryFolder(const std::filesystem::path& parent, const std::string& stem);
bool isWorldWritable(const std::filesystem::path& folder);
/// Syncs every file and folder below `folder`.
void syncTree(const std::filesystem::path& folder);
/// Puts the folder `staged` in the place of `target` in one step: at any moment the earlier or the new one is there
/// whole. Both must lie on one file system. What was there before is removed afterwards.
void exchangeFolder(const std::filesystem::path& staged, const std::filesystem::path& target);
/// The folder of the running program.
std::filesystem::path programFolder();

/// A file that may not grow any more gives an error where it is written, instead of ending the program.
void takeFullFilesAsErrors();

/// True when a person watches standard error.
bool errorsGoToTerminal();

/// A lock that one process holds on a file, and that ends with the process.
class FileLock {
 public:
  explicit FileLock(const std::filesystem::path& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  /// False when another process holds it.
  bool tryTake();

 private:
  int descriptor_ = -1;
};

/// Runs a program with its arguments (no shell), in `folder`, with `environment` added ("NAME=value"), nothing on its
/// standard input. Returns its exit code, or nothing when there is no such program; `output` takes what it printed on
/// both streams, 64 KiB at the most.
struct RunResult {
  bool found = false;
  int exit_code = 0;
  std::string output;
};
RunResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                     const std::filesystem::path& folder, const std::vector<std::string>& environment);

}  // namespace boardpack::base
