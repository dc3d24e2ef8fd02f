#include "app/pack_folder/pack_folder.hpp"

#include "app/pack_folder/displaced_pack.hpp"
#include "app/pack_folder/leftovers.hpp"
#include "base/entries.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

constexpr const char* kEdition = "restricted";
constexpr const char* kLock = ".lock";
constexpr int kMostTries = 10;
constexpr std::size_t kLongestPath = 4096;

std::string shown(const fs::path& path) { return base::printable(path.string(), kLongestPath); }

void refuseOtherThanFolder(const fs::path& target) {
  const std::optional<base::Entry> there = base::entryAt(target);
  if (there && there->kind != base::Entry::Kind::Folder) {
    throw sdk::Error(
        sdk::ErrorKind::Outside,
        fmt::format("The pack belongs into the folder {}, but {} stands there. It is left as it is: move it "
                    "away, or name another folder with --out.",
                    shown(target), there->kind == base::Entry::Kind::Link ? "a link" : "a file"));
  }
}

/// Folders on the way to `folder` that are not there yet, the outermost first.
std::vector<fs::path> missingAbove(const fs::path& folder) {
  std::vector<fs::path> missing;
  std::error_code ignored;
  for (fs::path at = folder; !at.empty() && !fs::exists(at, ignored); at = at.parent_path()) {
    missing.insert(missing.begin(), at);
    if (at == at.parent_path()) {
      break;
    }
  }
  return missing;
}

}  // namespace

PackFolder::PackFolder(const fs::path& out, const std::string& force, base::Month month, const std::string& part)
    : target_(out / force / month.iso() / (part.empty() ? std::string(kEdition) : kEdition + ("." + part))),
      made_(missingAbove(target_.parent_path())) {
  takeLock();
  try {
    refuseOtherThanFolder(target_);
    clearLeftovers();
    staged_ = base::makeTemporaryFolder(target_.parent_path(), stagedStem(target_));
    working_.emplace(staged_);
  } catch (...) {
    removeLockIfAlone(target_.parent_path() / kLock, made_);
    throw;
  }
}

PackFolder::~PackFolder() {
  if (!staged_.empty()) {
    base::removeTree(staged_);
  }
  if (!is_published_) {
    removeLockIfAlone(target_.parent_path() / kLock, made_);
  }
}

void PackFolder::takeLock() {
  const fs::path folder = target_.parent_path();
  for (int tries = 0; tries < kMostTries; ++tries) {
    // A run that failed removes the folder and its lock when nothing else is in it, perhaps between these steps.
    try {
      base::makeFolder(folder);
      lock_ = std::make_unique<base::FileLock>(folder / kLock);
    } catch (const sdk::Error&) {
      if (tries + 1 == kMostTries || base::entryAt(folder)) {
        throw;
      }
      continue;
    }
    if (lock_->tryTake()) {
      return;
    }
    if (base::entryAt(folder / kLock)) {
      break;
    }
  }
  throw sdk::Error(
      sdk::ErrorKind::Outside,
      fmt::format("Another run is writing the pack {} now. Wait until it has ended and run again.", shown(target_)));
}

/// What runs that were stopped in the middle have left beside the packs of the month.
void PackFolder::clearLeftovers() {
  for (const Leftover& left : leftoversIn(target_.parent_path())) {
    try {
      for (std::string& sentence : clearLeftover(left)) {
        sentences_.push_back(std::move(sentence));
      }
    } catch (const sdk::Error& error) {
      left_behind_ += (left_behind_.empty() ? "" : " ") + error.sentence();
    }
  }
}

CarriedOver PackFolder::takeOver(std::vector<data::ManifestFacts::File> outputs, const std::set<std::string>& formats) {
  CarriedOver over = carryOver(target_, staged_, std::move(outputs), formats);
  carried_ = over.carried;
  sentences_.insert(sentences_.end(), over.sentences.begin(), over.sentences.end());
  return over;
}

void PackFolder::publish() {
  // The restricted edition is for the force: its group may read it, others may not.
  fs::permissions(staged_, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec);
  base::syncTree(staged_);
  base::finishDespiteStops();
  working_.reset();
  // Under this name it is looked through before it is removed, whoever removes it: from the next step on it may hold
  // what people have saved.
  const fs::path exchanged = exchangedName(staged_);
  fs::rename(staged_, exchanged);
  staged_.clear();
  const bool has_displaced = base::exchangeFolder(exchanged, target_, asideName(exchanged));
  if (!has_displaced) {
    is_published_ = true;
    return;
  }
  const std::optional<base::Entry> displaced = base::entryAt(exchanged);
  if (displaced && displaced->kind != base::Entry::Kind::Folder) {
    base::changePlaces(exchanged, target_);
    staged_ = exchanged;
    refuseOtherThanFolder(target_);
  }
  is_published_ = true;
  try {
    for (std::string& sentence : removeDisplaced(exchanged, target_, carried_)) {
      sentences_.push_back(std::move(sentence));
    }
  } catch (const sdk::Error& error) {
    left_behind_ += (left_behind_.empty() ? "" : " ") + error.sentence();
  }
}

}  // namespace boardpack::app
