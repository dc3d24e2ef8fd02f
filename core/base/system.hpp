#pragma once
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::base {

/// What depends on the operating system. All throw sdk::Error(Outside) that names the path, what failed and what to do.

/// A file open for reading.
struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

/// Why what stands at the path can never be read as a file, to go on after its name: "is a folder, not a file", "is a
/// pipe, not a file". Nothing for a file, a link to one, and where there is nothing.
std::optional<std::string> notAFile(const std::filesystem::path& path);
/// Every file of people's is opened by this. Never waits: a pipe would until somebody writes to it, and a device never
/// ends, so both are sdk::Error(Data), as is a folder. Links to files are followed.
OpenFile openFile(const std::filesystem::path& path);

/// More is no file that is read whole.
inline constexpr std::uint64_t kMostFileBytes = std::uint64_t{256} << 20;
/// The bytes of a file, opened by openFile(); sdk::Error(Data) when it has more than `most_bytes`.
std::string readFile(const std::filesystem::path& path, std::uint64_t most_bytes = kMostFileBytes);
/// Writes beside, syncs and renames: the file is there whole or not at all.
void writeFileWhole(const std::filesystem::path& path, std::string_view bytes, bool owner_only = false);
/// The same of bytes that come part by part, until an empty one.
void writeFileInParts(const std::filesystem::path& path, const std::function<std::string()>& next_part);
/// Writes the file as it is, neither synced nor beside: for files of a folder that is staged and synced as a whole.
void writeFile(const std::filesystem::path& path, std::string_view bytes);
/// The bytes of a file; when there is none yet it is made with `bytes`, for its owner alone. Of several processes that
/// make it at once one does, and all get what it wrote.
std::string readOrMakeFile(const std::filesystem::path& path, std::string_view bytes,
                           std::uint64_t most_bytes = kMostFileBytes);
/// From the system's source of randomness.
std::string randomBytes(std::size_t count);
/// Makes the folder and those above it; `owner_only` sets the mode of the last one to 0700.
void makeFolder(const std::filesystem::path& folder, bool owner_only = false);
/// A new folder of a name not used before, inside `parent`, for the owner alone; `stem` starts its name.
std::filesystem::path makeTemporaryFolder(const std::filesystem::path& parent, const std::string& stem);
/// Syncs every file and folder below `folder`; links are not followed.
void syncTree(const std::filesystem::path& folder);
/// Puts the folder `staged` in the place of `target` in one step: at any moment the earlier or the new one is there
/// whole. Both must lie on one file system. What was there before then stands at `staged`; false when nothing was.
/// Where the file system cannot do that in one step, the earlier folder stands at `aside` for a moment.
bool exchangeFolder(const std::filesystem::path& staged, const std::filesystem::path& target,
                    const std::filesystem::path& aside);
/// The folder of the running program.
std::filesystem::path programFolder();

/// A file that may not grow any more gives an error where it is written, instead of ending the program.
void takeFullFilesAsErrors();
/// Whatever the umask says, no file or folder that the program makes may be written by the group or others.
void closeNewFilesToOthers();

/// Opens as many files at once as the system lets this program. Throws sdk::Error(Outside) when that, or the memory
/// that it may address, is too little for any run: libraries end a program without a word when they get no more.
void checkLimits();

/// Why there is no room left in the folder, as a sentence with what to do: its disk is full, or files may not grow to
/// `bytes`. Nothing when there is room for them.
std::optional<std::string> noRoomFor(const std::filesystem::path& folder, std::uint64_t bytes);

/// While it lives, what libraries print to standard error themselves is not shown.
class QuietLibraries {
 public:
  QuietLibraries();
  ~QuietLibraries();
  QuietLibraries(const QuietLibraries&) = delete;
  QuietLibraries& operator=(const QuietLibraries&) = delete;

 private:
  std::FILE* shown_;
};

/// True when a person watches standard error.
bool errorsGoToTerminal();

/// A lock that one process holds on a file, and that ends with the process.
class FileLock {
 public:
  explicit FileLock(const std::filesystem::path& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  /// False when another process holds it, or the file was removed since it was opened.
  bool tryTake();
  /// Waits while another process holds it.
  void take();

 private:
  int descriptor_ = -1;
};

/// What a program that we run may take; 0 is no limit.
struct RunLimits {
  std::chrono::seconds time{0};
  std::uint64_t memory_bytes = 0;
};

struct RunResult {
  bool found = false;
  int exit_code = 0;  ///< 128 and the number of the signal when one ended it
  bool is_out_of_time = false;
  std::string output;  ///< of both streams, 64 KiB at the most
};

/// Runs a program with its arguments (no shell), in `folder`, with `environment` added ("NAME=value"), nothing on its
/// standard input. It ends with us, however we end; Stopped ends it.
RunResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                     const std::filesystem::path& folder, const std::vector<std::string>& environment,
                     const RunLimits& limits = {});

}  // namespace boardpack::base
