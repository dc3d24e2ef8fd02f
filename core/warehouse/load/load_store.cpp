#include "warehouse/load/load_store.hpp"

#include "base/digest.hpp"
#include "base/system.hpp"
#include "warehouse/load/extract_loader.hpp"
#include "warehouse/load/sidecar.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>

namespace boardpack::warehouse {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kKeyDigits = 32;
constexpr std::uint64_t kRoomToKeep = 1ULL << 20U;
constexpr const char* kStagingStem = "staging-";
constexpr const char* kTemporaryStem = "boardpack-warehouse-";
constexpr const char* kNewStem = ".boardpack-new";
constexpr const char* kLockName = "lock";
constexpr const char* kFolderLock =
    ".lock";  ///< held while a run cleans a kept warehouse and makes its own folder there
constexpr std::chrono::minutes kTimeToLock{1};  ///< a folder that has no lock by then is nobody's
constexpr const char* kSidecarName = "load.json";

bool isMonthly(const sdk::Feed& feed) { return feed.covers == sdk::Covers::FileMonth; }

bool usesDay(const sdk::Feed& feed) {
  return std::any_of(feed.routes.begin(), feed.routes.end(), [](const sdk::RowRoute& route) {
    return std::any_of(route.columns.begin(), route.columns.end(),
                       [](const sdk::ColumnMap& map) { return map.parse == sdk::Parse::ExtractedOn; });
  });
}

bool startsWithKey(const std::string& name) {
  return name.size() > kKeyDigits && name[kKeyDigits] == '.' &&
         std::all_of(name.begin(), name.begin() + kKeyDigits,
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// The folder's rights are set to the owner alone: that must not happen to a folder of something else.
void refuseOtherFolder(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!startsWithKey(name) && name.rfind(kStagingStem, 0) != 0 && name.front() != '.') {
      throw sdk::Error(sdk::ErrorKind::Command,
                       fmt::format("The warehouse folder {} holds other things ({}, for one). Name an empty or a new "
                                   "folder with --warehouse: its files are kept for their owner alone.",
                                   folder.string(), name));
    }
  }
}

/// True when the file is as long as it was written and ends as Parquet does.
bool isWhole(const fs::path& file, std::uint64_t bytes) {
  std::error_code error;
  if (fs::file_size(file, error) != bytes || error) {
    return false;
  }
  std::ifstream stream(file, std::ios::binary);
  std::array<char, 4> tail{};
  stream.seekg(-4, std::ios::end);
  stream.read(tail.data(), tail.size());
  return stream.good() && std::string_view(tail.data(), tail.size()) == "PAR1";
}

void ownerOnly(const fs::path& file) { fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write); }

fs::path temporaryParent(const Options& options) {
  if (!options.temporary_parent.empty()) {
    return fs::absolute(options.temporary_parent);
  }
  std::error_code error;
  const fs::path parent = fs::temp_directory_path(error);
  return error ? fs::path("/tmp") : parent;
}

[[noreturn]] void failToKeep(const fs::path& folder) {
  if (const std::optional<std::string> reason = base::noRoomFor(folder, kRoomToKeep)) {
    throw sdk::Error(sdk::ErrorKind::Outside, *reason);
  }
  throw sdk::Error(sdk::ErrorKind::Outside,
                   fmt::format("Files could not be kept in the warehouse folder {}. Check that the disk has room and "
                               "that you may write there, then run again; nothing was half-written.",
                               folder.string()));
}

void moveTo(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) {
    failToKeep(to.parent_path());
  }
}

/// The lock goes last, so that a folder whose removal was cut off is still known as nobody's.
void removeLocked(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().filename() != kLockName) {
      fs::remove_all(entry.path(), ignored);
    }
  }
  fs::remove_all(folder, ignored);
}

/// Whether the run whose folder it is has ended. Without a lock it is being made, or was left when it was made or
/// removed; `is_alone` says that no other run makes one now.
bool isLeftBehind(const fs::path& folder, bool is_alone) {
  std::error_code error;
  if (fs::exists(folder / kLockName, error)) {
    try {
      return base::FileLock(folder / kLockName).tryTake();
    } catch (const sdk::Error&) {
      return false;  // another person's
    }
  }
  const fs::file_time_type changed = fs::last_write_time(folder, error);
  return is_alone || (!error && fs::file_time_type::clock::now() - changed > kTimeToLock);
}

/// Folders of runs that were killed. They may hold rows, so they are removed.
void removeLeftBehind(const fs::path& parent, const std::string& stem, bool is_alone) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(parent, ignored)) {
    const std::string name = entry.path().filename().string();
    const bool is_one = name.starts_with(stem) || name.starts_with(std::string(kNewStem) + ".");
    if (is_one && entry.is_directory(ignored) && !entry.is_symlink(ignored) && isLeftBehind(entry.path(), is_alone)) {
      removeLocked(entry.path());
    }
  }
}

/// Files of loads whose run was killed before the sidecar, so that they do not count. The caller holds the lock that
/// whoever publishes a load holds.
void removeUnsealed(const fs::path& folder) {
  std::error_code ignored;
  std::vector<fs::path> files;
  std::set<std::string> sealed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (startsWithKey(name)) {
      files.push_back(entry.path());
      if (name.substr(kKeyDigits) == ".json") {
        sealed.insert(name.substr(0, kKeyDigits));
      }
    }
  }
  for (const fs::path& file : files) {
    if (!sealed.contains(file.filename().string().substr(0, kKeyDigits))) {
      fs::remove(file, ignored);
    }
  }
}

/// A new folder of ours whose lock we hold. It gets its name only then: whoever removes what was left behind never
/// sees it unlocked.
fs::path makeLockedFolder(const fs::path& parent, const std::string& stem, std::unique_ptr<base::FileLock>& lock) {
  const fs::path unnamed = base::makeTemporaryFolder(parent, kNewStem);
  lock = std::make_unique<base::FileLock>(unnamed / kLockName);
  if (!lock->tryTake()) {
    failToKeep(parent);
  }
  const fs::path named = parent / (stem + unnamed.filename().string().substr(std::string(kNewStem).size() + 1));
  moveTo(unnamed, named);
  return named;
}

}  // namespace

LoadStore::LoadStore(const Options& options) : is_kept_(!options.folder.empty()) {
  if (is_kept_) {
    folder_ = fs::absolute(options.folder).lexically_normal();
    if (!folder_.has_filename()) {
      folder_ = folder_.parent_path();
    }
    refuseOtherFolder(folder_);
    base::makeFolder(folder_, true);
  } else {
    removeLeftBehind(temporaryParent(options), kTemporaryStem, false);
    folder_ = makeLockedFolder(temporaryParent(options), kTemporaryStem, folder_lock_);
  }
  // DuckDB compares names, so the folder must be named as the system names it.
  folder_ = fs::canonical(folder_);
  {
    base::FileLock alone(folder_ / kFolderLock);
    alone.take();
    removeLeftBehind(folder_, kStagingStem, true);
    if (is_kept_) {
      removeUnsealed(folder_);
    }
    staging_ = makeLockedFolder(folder_, kStagingStem, staging_lock_);
  }
  working_.emplace(is_kept_ ? staging_ : folder_);
  base::makeFolder(engineFolder(), true);
}

LoadStore::~LoadStore() { removeLocked(is_kept_ ? staging_ : folder_); }

std::string LoadStore::keyOf(const std::string& extract_digest, const std::string& mapping_digest,
                             const Extract& extract) {
  const bool has_none =
      extract.feed->covers == sdk::Covers::Everything || extract.feed->covers == sdk::Covers::Editions;
  std::string months =
      has_none ? std::string("everything") : extract.months.first.iso() + " to " + extract.months.last.iso();
  // Where the day of extraction decides which rows are taken, or is a value of theirs.
  if (extract.extracted_on && (usesDay(*extract.feed) || !(has_none || isMonthly(*extract.feed)))) {
    months += " on " + base::isoDate(*extract.extracted_on);
  }
  return base::digestOf(extract_digest + "\n" + mapping_digest + "\n" + months).substr(0, kKeyDigits);
}

fs::path LoadStore::tableFile(const std::string& key, const std::string& table) const {
  return folder_ / (key + "." + table + ".parquet");
}

fs::path LoadStore::rejectedFile(const std::string& key) const { return folder_ / (key + ".rejected.csv"); }

std::set<std::uint64_t> LoadStore::knownSizes() const {
  std::set<std::uint64_t> sizes;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
    if (startsWithKey(entry.path().filename().string()) && entry.path().extension() == ".json") {
      if (const std::optional<LoadRecord> record = readSidecar(base::readFile(entry.path()))) {
        sizes.insert(record->bytes);
      }
    }
  }
  return sizes;
}

std::optional<LoadRecord> LoadStore::find(const std::string& key) const {
  const fs::path sidecar = folder_ / (key + ".json");
  std::error_code error;
  if (!fs::is_regular_file(sidecar, error)) {
    return std::nullopt;
  }
  std::optional<LoadRecord> record = readSidecar(base::readFile(sidecar));
  if (!record) {
    return std::nullopt;
  }
  for (const LoadRecord::TableFile& table : record->tables) {
    const fs::path file = tableFile(key, table.table);
    if (!isWhole(file, table.bytes) || (is_kept_ && base::digestOfFile(file.string()) != table.digest)) {
      return std::nullopt;
    }
  }
  if (record->rows_rejected > 0 && !fs::is_regular_file(rejectedFile(key), error)) {
    return std::nullopt;
  }
  return record;
}

fs::path LoadStore::newStage() const { return base::makeTemporaryFolder(staging_, "load-"); }

void LoadStore::publish(const std::string& key, const LoadRecord& record, const fs::path& stage) const {
  // Another process may have kept the same load in the meantime; its files may be in use.
  if (find(key)) {
    return;
  }
  // A kept file is read again on another day: its digest tells one damaged bit, which the engine may not see.
  LoadRecord sealed = record;
  for (LoadRecord::TableFile& table : sealed.tables) {
    table.digest = is_kept_ ? base::digestOfFile((stage / (table.table + ".parquet")).string()) : "";
  }
  base::writeFile(stage / kSidecarName, writeSidecar(sealed));
  for (const fs::directory_entry& entry : fs::directory_iterator(stage)) {
    ownerOnly(entry.path());
  }
  if (is_kept_) {
    base::syncTree(stage);
  }
  base::FileLock alone(folder_ / kFolderLock);
  alone.take();
  for (const LoadRecord::TableFile& table : record.tables) {
    moveTo(stage / (table.table + ".parquet"), tableFile(key, table.table));
  }
  if (record.rows_rejected > 0) {
    moveTo(stage / kRejectedFileName, rejectedFile(key));
  }
  moveTo(stage / kSidecarName, folder_ / (key + ".json"));
}

}  // namespace boardpack::warehouse
