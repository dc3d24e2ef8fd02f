#pragma once
#include "app/pack_folder/carry_over.hpp"
#include "base/month.hpp"
#include "base/stop.hpp"
#include "base/system.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace boardpack::app {

/// The place of one pack, OUT/FORCE/YYYY-MM/restricted, and the folder beside it in which the next one is written.
/// Until publish() the earlier pack stays as it was; whatever happens, nothing half-written takes its place, and
/// nothing that people put there or changed there is lost.
class PackFolder {
 public:
  /// `part` names the pillars of a run of some pillars, which stands beside the whole pack, as "restricted.victims"; ""
  /// for the whole. Throws sdk::Error(Outside) when the folder cannot be written, another run is writing a pack of the
  /// month, or a file or link stands in the pack's place.
  PackFolder(const std::filesystem::path& out, const std::string& force, base::Month month, const std::string& part);
  ~PackFolder();
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  const std::filesystem::path& staged() const { return staged_; }
  const std::filesystem::path& target() const { return target_; }
  /// Takes over what stays of the earlier pack (carry_over.hpp), once the outputs of the run stand in staged().
  CarriedOver takeOver(std::vector<data::ManifestFacts::File> outputs, const std::set<std::string>& formats);
  /// Syncs what was written, puts it in the earlier pack's place in one step, and brings over what people saved in the
  /// meantime.
  void publish();
  /// What people should know of their own files in the pack, a sentence each.
  const std::vector<std::string>& sentences() const { return sentences_; }
  /// Not empty when the pack is published, but what it displaced could not be removed.
  const std::string& leftBehind() const { return left_behind_; }

 private:
  void takeLock();
  void clearLeftovers();

  std::filesystem::path target_;
  std::filesystem::path staged_;
  std::vector<std::filesystem::path> made_;  ///< folders that were not there before, the outermost first
  std::unique_ptr<base::FileLock> lock_;
  std::optional<base::WorkingFolder> working_;
  std::vector<base::Entry> carried_;
  std::vector<std::string> sentences_;
  std::string left_behind_;
  bool is_published_ = false;
};

}  // namespace boardpack::app
