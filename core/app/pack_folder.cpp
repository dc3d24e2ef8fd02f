#include "app/pack_folder.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

constexpr const char* kStagedStem = ".restricted";

/// What runs that were stopped in the middle have left beside the pack.
void removeLeftovers(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().filename().string().starts_with(std::string(kStagedStem) + ".")) {
      fs::remove_all(entry.path(), ignored);
    }
  }
}

}  // namespace

PackFolder::PackFolder(const fs::path& out, const std::string& force, base::Month month)
    : target_(out / force / month.iso() / "restricted") {
  const fs::path parent = target_.parent_path();
  base::makeFolder(parent);
  lock_ = std::make_unique<base::FileLock>(parent / ".lock");
  if (!lock_->tryTake()) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     fmt::format("Another run is writing the pack {} now. Wait until it has ended and run again.",
                                 target_.string()));
  }
  removeLeftovers(parent);
  staged_ = base::makeTemporaryFolder(parent, kStagedStem);
  working_.emplace(staged_);
}

PackFolder::~PackFolder() {
  std::error_code ignored;
  if (!staged_.empty()) {
    fs::remove_all(staged_, ignored);
  }
}

void PackFolder::publish() {
  // The restricted edition is for the force: its group may read it, others may not.
  fs::permissions(staged_, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec);
  base::syncTree(staged_);
  base::finishDespiteStops();
  working_.reset();
  base::exchangeFolder(staged_, target_);
  staged_.clear();
}

}  // namespace boardpack::app
