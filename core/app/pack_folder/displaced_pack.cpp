#include "app/pack_folder/displaced_pack.hpp"

#include "app/pack_folder/pack_contents.hpp"
#include "app/pack_folder/place_beside.hpp"
#include "base/system.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

using base::Entry;
using Item = PackContents::Item;

constexpr const char* kWordOfEdited = "edited";
constexpr const char* kWordOfManifest = "earlier";
constexpr int kMostRounds = 5;
constexpr std::size_t kLongestName = 200;

/// Which file it is, under whatever names.
using Identity = std::pair<std::uint64_t, std::uint64_t>;
Identity identityOf(const Entry& entry) { return {entry.device, entry.inode}; }

bool haveSameBytes(const fs::path& one, const fs::path& other) {
  try {
    return base::readFile(one) == base::readFile(other);
  } catch (const sdk::Error&) {
    return false;
  }
}

class Removal {
 public:
  Removal(const fs::path& displaced, const fs::path& target, const std::vector<Entry>& carried)
      : displaced_(displaced), target_(target) {
    for (const Entry& entry : carried) {
      carried_.emplace(entry.name, entry);
    }
  }

  std::vector<std::string> run() {
    // People may go on saving into the displaced folder until its last folder is gone.
    for (int round = 0; round < kMostRounds; ++round) {
      clear();
      if (base::removeEntry(displaced_)) {
        return std::move(sentences_);
      }
    }
    throw sdk::Error(
        sdk::ErrorKind::Outside,
        fmt::format("{} could not be removed. It is what stood here before this run; look whether something "
                    "of yours is in it. The next run tries again.",
                    base::printable(displaced_.string(), kLongestName)));
  }

 private:
  void clear() {
    saveOverCarried();
    const PackContents contents = lookInto(displaced_);
    present_.clear();
    if (base::entryAt(target_)) {
      for (const Entry& entry : base::entriesBelow(target_)) {
        present_.insert(identityOf(entry));
      }
    }
    for (const Item& item : contents.items) {
      if (item.entry.kind == Entry::Kind::Folder) {
        openForRemoval(item.entry.name);
      } else if (item.is_programs) {
        removeSeen(item.entry);
      } else {
        secure(item.entry);
      }
    }
    for (auto item = contents.items.rbegin(); item != contents.items.rend(); ++item) {
      if (item->entry.kind == Entry::Kind::Folder) {
        secureFolder(*item);
        base::removeEntry(displaced_ / item->entry.name);
      }
    }
  }

  /// A person saved again what the run had taken over: the later one is what they want to see there. This is done
  /// before anything else is judged by what stands in the new pack.
  void saveOverCarried() {
    for (const auto& [name, seen] : carried_) {
      const fs::path from = displaced_ / name;
      const fs::path to = target_ / name;
      const std::optional<Entry> later = base::entryAt(from);
      const std::optional<Entry> there = base::entryAt(to);
      if (!later || !there || later->kind == Entry::Kind::Folder || identityOf(*later) == identityOf(*there) ||
          !isStill(*there, seen) || !base::changePlaces(from, to)) {
        continue;
      }
      // What came back instead, since somebody has just changed it, is looked at like everything else.
      if (const std::optional<Entry> returned = base::entryAt(from); returned && isStill(*returned, seen)) {
        base::removeEntry(from);
      }
    }
  }

  static bool isStill(const Entry& now, const Entry& seen) {
    return identityOf(now) == identityOf(seen) && now.modified == seen.modified && now.size == seen.size;
  }

  /// A folder closed for writing gives nothing away; it is our own, and its like stands in the new pack.
  void openForRemoval(const std::string& name) const {
    std::error_code ignored;
    fs::permissions(displaced_ / name, fs::perms::owner_all, fs::perm_options::add | fs::perm_options::nofollow,
                    ignored);
  }

  /// Only what is as it was looked at; the next round looks again at what is not.
  void removeSeen(const Entry& seen) const {
    const std::optional<Entry> now = base::entryAt(displaced_ / seen.name);
    if (now && base::isUntouched(*now, seen)) {
      base::removeEntry(displaced_ / seen.name);
    }
  }

  void secure(const Entry& entry) {
    const fs::path from = displaced_ / entry.name;
    const fs::path at_its_place = target_ / entry.name;
    const std::optional<Entry> there = base::entryAt(at_its_place);
    const bool is_same_file = there && entry.kind == Entry::Kind::File && there->kind == Entry::Kind::File &&
                              there->size == entry.size && haveSameBytes(from, at_its_place);
    if (present_.contains(identityOf(entry)) || is_same_file || isSameLink(from, at_its_place)) {
      removeSeen(entry);
      return;
    }
    bringOver(entry);
  }

  static bool isSameLink(const fs::path& one, const fs::path& other) {
    std::error_code error;
    const fs::path goal = fs::read_symlink(one, error);
    return !error && goal == fs::read_symlink(other, error) && !error;
  }

  void bringOver(const Entry& entry) {
    // The program's manifest keeps its name.
    const std::string wanted = entry.name == kManifest ? withWord(kManifest, kWordOfManifest, 1) : entry.name;
    const auto is_free = [&](const std::string& name) { return !base::entryAt(target_ / name); };
    const auto may_be_folder = [&](const std::string& name) {
      const std::optional<Entry> there = base::entryAt(target_ / name);
      return !there || there->kind == Entry::Kind::Folder;
    };
    for (int tries = 0; tries < kMostRounds; ++tries) {
      const std::string place = placeBeside(wanted, kWordOfEdited, may_be_folder, is_free);
      base::makeFolder((target_ / place).parent_path());
      if (base::moveIfFree(displaced_ / entry.name, target_ / place)) {
        tell(entry.name, place);
        return;
      }
    }
  }

  void tell(const std::string& name, const std::string& place) {
    if (isOfficeMark(name)) {
      return;
    }
    const std::string shown = base::printable(name, kLongestName);
    sentences_.push_back(place == name
                             ? fmt::format("{} was put into the pack while a run was going on; it stands there.", shown)
                             : fmt::format("{} was changed while a run was going on. What was saved then stands as {}.",
                                           shown, base::printable(place, kLongestName)));
  }

  /// An empty folder of people's that the new pack lacks.
  void secureFolder(const Item& folder) const {
    const fs::path place = target_ / folder.entry.name;
    if (folder.is_programs || base::entryAt(place)) {
      return;
    }
    base::makeFolder(place);
    base::giveModeAndTime(place, folder.entry);
  }

  const fs::path& displaced_;
  const fs::path& target_;
  std::map<std::string, Entry> carried_;  ///< by its place in the new pack
  std::set<Identity> present_;            ///< everything that stands in the new pack
  std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> removeDisplaced(const fs::path& displaced, const fs::path& target,
                                         const std::vector<Entry>& carried) {
  return Removal(displaced, target, carried).run();
}

}  // namespace boardpack::app
