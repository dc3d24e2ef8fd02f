#pragma once
#include "base/load_report.hpp"
#include "base/stop.hpp"
#include "base/system.hpp"
#include "warehouse/load/load_record.hpp"
#include "warehouse/warehouse.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <vector>

namespace boardpack::warehouse {

/// The folder of the warehouse: one immutable Parquet file an extract and table, the list of rejected rows, and last
/// a sidecar whose presence says that the load is whole. Files are written in a folder of this process alone, inside
/// it, and renamed; nothing that counts is changed or deleted afterwards, so several processes may use it at once. What
/// a kill has left is removed by the next run.
class LoadStore {
 public:
  /// Makes the folder when needed, for the owner alone. Throws sdk::Error(Command) for a folder that holds other
  /// things.
  explicit LoadStore(const Options& options);
  ~LoadStore();
  LoadStore(const LoadStore&) = delete;
  LoadStore& operator=(const LoadStore&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  bool isKept() const { return is_kept_; }
  std::filesystem::path engineFolder() const { return staging_ / "engine"; }

  /// The name of a load: of the extract's bytes, the mapping, and the months the file covers.
  static std::string keyOf(const std::string& extract_digest, const std::string& mapping_digest,
                           const Extract& extract);
  std::filesystem::path tableFile(const std::string& key, const std::string& table) const;
  std::filesystem::path rejectedFile(const std::string& key) const;

  /// Sizes of the extracts that are here: a file of another size need not be looked for.
  std::set<std::uint64_t> knownSizes() const;
  /// Nothing when the load is not here whole: its sidecar is missing, damaged or of another version, or a file of it
  /// is missing or cut.
  std::optional<LoadRecord> find(const std::string& key) const;

  /// A new folder for one load. The caller fills it with `<table>.parquet` and `rejected.csv`.
  std::filesystem::path newStage() const;
  /// Puts the files of `stage` into their places, the sidecar last.
  void publish(const std::string& key, const LoadRecord& record, const std::filesystem::path& stage) const;

 private:
  std::filesystem::path folder_;
  std::unique_ptr<base::FileLock> folder_lock_;  ///< of a temporary folder
  std::unique_ptr<base::FileLock> staging_lock_;
  std::filesystem::path staging_;
  std::optional<base::WorkingFolder> working_;
  bool is_kept_;
};

/// The folder of one load while it is written; removed with what is still in it.
class Stage {
 public:
  explicit Stage(const LoadStore& store) : folder_(store.newStage()) {}
  ~Stage() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace boardpack::warehouse
