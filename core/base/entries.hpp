#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::base {

/// Something that stands in a folder, as the system has it: a link is a link, and is never followed.
struct Entry {
  enum class Kind { File, Folder, Link, Other };
  std::string name;  ///< path below the folder, with "/"; bytes as they are, in whatever encoding
  Kind kind = Kind::File;
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t modified = 0, changed = 0;  ///< nanoseconds; `changed` moves with every change of bytes or rights
  unsigned mode = 0;                       ///< the rights alone
};

/// True when nothing was written to the one since the other was seen.
bool isUntouched(const Entry& now, const Entry& seen);

/// Everything below a folder, a folder before what is in it, by name. Throws sdk::Error(Outside) that names a folder
/// which cannot be listed.
std::vector<Entry> entriesBelow(const std::filesystem::path& folder);
/// What stands at a path; nothing when there is nothing. `name` is empty.
std::optional<Entry> entryAt(const std::filesystem::path& path);

/// Lets the file, link or pipe at `from` stand at `to` too, where nothing may stand: by a hard link, so that it stays
/// one and the same file for whoever has it open; where there are none, by a copy with its rights and time. Throws.
void carryEntry(const std::filesystem::path& from, const std::filesystem::path& to);
/// Gives a folder the rights and time that `like` had.
void giveModeAndTime(const std::filesystem::path& folder, const Entry& like);

/// Moves what stands at `from` to `to` when nothing stands there; false when something does.
bool moveIfFree(const std::filesystem::path& from, const std::filesystem::path& to);
/// Lets the two change places in one step. False where the file system cannot.
bool changePlaces(const std::filesystem::path& one, const std::filesystem::path& other);

/// Removes a file, link or empty folder; false when it cannot be, or a folder is not empty.
bool removeEntry(const std::filesystem::path& path);
/// Removes a folder of our own with all in it, also below folders that were closed for writing; links are not followed.
void removeTree(const std::filesystem::path& folder);

}  // namespace boardpack::base
