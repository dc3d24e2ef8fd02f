#include "app/pack_folder/carry_over.hpp"

#include "app/pack_folder/place_beside.hpp"
#include "app/writers.hpp"
#include "base/digest.hpp"
#include "base/system.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

using base::Entry;
using File = data::ManifestFacts::File;
using Item = PackContents::Item;

constexpr const char* kWordOfOutputs = "new";
constexpr const char* kWordOfManifest = "earlier";
constexpr std::size_t kMostTold = 10;
constexpr std::size_t kNamesTold = 3;
constexpr std::size_t kLongestName = 200;

/// True of a file that a run of other formats leaves as it is.
bool isOfOtherFormat(const std::string& name, const std::set<std::string>& formats) {
  const writer::Format* format = formatOf(name);
  return format != nullptr && !formats.contains(format->name);
}

std::string shown(const std::string& name) { return base::printable(name, kLongestName); }

class Settling {
 public:
  Settling(const fs::path& earlier, const fs::path& staged, std::vector<File> outputs)
      : earlier_(earlier), staged_(staged), contents_(lookInto(earlier)) {
    result_.outputs = std::move(outputs);
    for (const File& output : result_.outputs) {
      own_names_.insert(output.name);
    }
  }

  CarriedOver settle(const std::set<std::string>& formats) {
    sortOut(formats);
    placeManifest();
    placeOutputs();
    carry();
    tell();
    return std::move(result_);
  }

 private:
  void sortOut(const std::set<std::string>& formats) {
    for (const Item& item : contents_.items) {
      const std::string& name = item.entry.name;
      if (item.entry.kind == Entry::Kind::Folder) {
        if (!item.is_programs) {
          addFolder(name);
        }
      } else if (item.listed && isOfOtherFormat(name, formats)) {
        keep(item);
      } else if (!item.is_programs || (item.listed && contents_.isOpenElsewhere(name))) {
        people_.emplace(name, &item);
        addFolder(fs::path(name).parent_path().generic_string());
      }
    }
  }

  void addFolder(const std::string& name) {
    for (fs::path folder = name; !folder.empty(); folder = folder.parent_path()) {
      folders_.insert(folder.generic_string());
    }
  }

  /// What the program wrote and leaves as it is: listed, so that it is the program's in a later run too.
  void list(const Item& item) {
    File file = item.listed->file;
    file.name = item.entry.name;
    if (file.instead_of == file.name) {
      file.instead_of.clear();
    }
    result_.kept.push_back({std::move(file), item.listed->made_from, {}});
  }

  void keep(const Item& item) {
    list(item);
    kept_.push_back(&item);
    addFolder(fs::path(item.entry.name).parent_path().generic_string());
  }

  /// The program reads and writes its manifest under one name, so one that a person has changed stands aside.
  void placeManifest() {
    const Item* manifest = contents_.find(kManifest);
    if (manifest == nullptr || manifest->is_programs) {
      return;
    }
    const auto is_free = [&](const std::string& name) { return contents_.find(name) == nullptr; };
    manifest_ = firstFree(kManifest, kWordOfManifest, is_free);
    result_.sentences.push_back(
        fmt::format("{} is not as the program wrote it. It stands as {} now.", kManifest, manifest_));
  }

  /// Where what stands in the earlier pack stands in the new one.
  std::string placeOf(const std::string& name) const {
    const std::string first = name.substr(0, name.find('/'));
    return first == kManifest && !manifest_.empty() ? manifest_ + name.substr(first.size()) : name;
  }

  void placeOutputs() {
    for (File& output : result_.outputs) {
      const std::string wanted = output.name;
      const std::string place = placeBeside(
          wanted, kWordOfOutputs, [&](const std::string& name) { return !people_.contains(name); },
          [&](const std::string& name) { return mayStandAt(name, wanted, output.digest); });
      used_.insert(place);
      if (place == wanted) {
        continue;
      }
      base::makeFolder((staged_ / place).parent_path());
      fs::rename(staged_ / wanted, staged_ / place);
      removeEmptyFolders(fs::path(wanted).parent_path());
      output.name = place;
      output.instead_of = wanted;
      tellMoved(wanted, place);
    }
  }

  bool mayStandAt(const std::string& name, const std::string& wanted, const std::string& digest) {
    if (folders_.contains(name) || used_.contains(name) || (name != wanted && own_names_.contains(name))) {
      return false;
    }
    const auto there = people_.find(name);
    if (there == people_.end()) {
      return true;
    }
    // What a person's file has in common with the program's is then the program's again.
    if (there->second->entry.kind != Entry::Kind::File || !hasDigest(name, digest)) {
      return false;
    }
    people_.erase(there);
    return true;
  }

  bool hasDigest(const std::string& name, const std::string& digest) const {
    try {
      return base::digestOfFile((earlier_ / name).string()) == digest;
    } catch (const sdk::Error&) {
      return false;  // closed to us: a person's
    }
  }

  void removeEmptyFolders(fs::path folder) const {
    for (; !folder.empty(); folder = folder.parent_path()) {
      if (!base::removeEntry(staged_ / folder)) {
        return;
      }
    }
  }

  void carry() {
    std::vector<const Entry*> made;
    for (const Item& item : contents_.items) {
      if (item.entry.kind == Entry::Kind::Folder && !item.is_programs) {
        base::makeFolder(staged_ / placeOf(item.entry.name));
        made.push_back(&item.entry);
      }
    }
    for (const Item* item : kept_) {
      carry(*item);
    }
    for (const auto& [name, item] : people_) {
      carry(*item);
      if (item->listed) {
        list(*item);  // open, but as it was written
      }
    }
    // What is put into a folder changes its time, and into one closed for writing nothing can be put.
    std::for_each(made.rbegin(), made.rend(),
                  [&](const Entry* folder) { base::giveModeAndTime(staged_ / placeOf(folder->name), *folder); });
  }

  void carry(const Item& item) {
    const std::string place = placeOf(item.entry.name);
    base::makeFolder((staged_ / place).parent_path());
    base::carryEntry(earlier_ / item.entry.name, staged_ / place);
    result_.carried.push_back(item.entry);
    result_.carried.back().name = place;
  }

  void tellMoved(const std::string& wanted, const std::string& place) {
    told_places_.insert(wanted);
    const Item* there = contents_.find(wanted);
    const char* why = "is not the program's";
    if (there != nullptr && there->is_programs) {
      why = "is open in another program";
    } else if (isListed(wanted)) {
      why = "was changed by hand";
    } else if (there == nullptr) {
      why = "would lie in what is not the program's";
    }
    moved_.push_back(
        fmt::format("{} {}, so it stays as it is. This run's is beside it: {}.", shown(wanted), why, shown(place)));
  }

  bool isListed(const std::string& name) const {
    return contents_.manifest && std::any_of(contents_.manifest->files.begin(), contents_.manifest->files.end(),
                                             [&](const auto& listed) { return listed.file.name == name; });
  }

  void tell() {
    for (std::size_t i = 0; i < std::min(moved_.size(), kMostTold); ++i) {
      result_.sentences.push_back(moved_[i]);
    }
    if (moved_.size() > kMostTold) {
      result_.sentences.push_back(
          fmt::format("So it is with {} more; manifest.json lists them.",
                      base::countOf(static_cast<std::int64_t>(moved_.size() - kMostTold), "file", "files")));
    }
    std::vector<std::string> others;
    for (const auto& [name, item] : people_) {
      if (!told_places_.contains(name) && !isOfficeMark(name) && placeOf(name) == name) {
        others.push_back(shown(name));
      }
    }
    if (others.empty()) {
      return;
    }
    const std::size_t count = others.size();
    others.resize(std::min(count, kNamesTold));
    result_.sentences.push_back(fmt::format("{} of people's in the pack {} as {} ({}{}).",
                                            base::countOf(static_cast<std::int64_t>(count), "file", "files"),
                                            count == 1 ? "stays" : "stay", count == 1 ? "it is" : "they are",
                                            base::join(others, ", "), count > kNamesTold ? ", …" : ""));
  }

  const fs::path& earlier_;
  const fs::path& staged_;
  PackContents contents_;
  CarriedOver result_;
  std::map<std::string, const Item*> people_;  ///< files and the like, by name
  std::vector<const Item*> kept_;
  std::set<std::string> folders_;  ///< of people's, or with something of theirs or kept in them
  std::set<std::string> own_names_, used_;
  std::string manifest_;  ///< where a person's manifest goes; "" when there is none
  std::vector<std::string> moved_;
  std::set<std::string> told_places_;
};

}  // namespace

CarriedOver carryOver(const fs::path& earlier, const fs::path& staged, std::vector<File> outputs,
                      const std::set<std::string>& formats) {
  return Settling(earlier, staged, std::move(outputs)).settle(formats);
}

}  // namespace boardpack::app
