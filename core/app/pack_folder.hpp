#pragma once
#include "base/month.hpp"
#include "base/stop.hpp"
#include "base/system.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace boardpack::app {

/// The place of one pack, OUT/FORCE/YYYY-MM/restricted, and the folder beside it in which the next one is written.
/// Until publish() the earlier pack stays as it was; whatever happens, nothing half-written takes its place.
class PackFolder {
 public:
  /// Throws sdk::Error(Outside) when the folder cannot be written, or another run is writing the same pack.
  PackFolder(const std::filesystem::path& out, const std::string& force, base::Month month);
  ~PackFolder();
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  const std::filesystem::path& staged() const { return staged_; }
  const std::filesystem::path& target() const { return target_; }
  /// Syncs what was written and puts it in the earlier pack's place in one step.
  void publish();

 private:
  std::filesystem::path target_;
  std::filesystem::path staged_;
  std::unique_ptr<base::FileLock> lock_;
  std::optional<base::WorkingFolder> working_;
};

}  // namespace boardpack::app
