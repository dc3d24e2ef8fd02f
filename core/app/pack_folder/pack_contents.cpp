#include "app/pack_folder/pack_contents.hpp"

#include "base/digest.hpp"
#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <set>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

using base::Entry;
using Item = PackContents::Item;
using Listed = data::EarlierManifest::Listed;

constexpr std::uint64_t kLargestManifest = 64 * 1024 * 1024;

/// Nothing for a file that cannot be read: its owner closed it, which the program never does.
std::optional<std::string> digestIn(const fs::path& folder, const Entry& entry) {
  try {
    return base::digestOfFile((folder / entry.name).string());
  } catch (const sdk::Error&) {
    return std::nullopt;
  }
}

std::optional<data::EarlierManifest> manifestIn(const fs::path& folder) {
  const std::optional<Entry> entry = base::entryAt(folder / kManifest);
  if (!entry || entry->kind != Entry::Kind::File || entry->size > kLargestManifest) {
    return std::nullopt;
  }
  try {
    return data::readManifest(base::readFile(folder / kManifest));
  } catch (const sdk::Error&) {
    return std::nullopt;
  }
}

/// What may stand at a place as the program's: the file listed there, and one that was written beside it for the time
/// being and that a person has given its proper name since.
using ByPlace = std::multimap<std::string, const Listed*>;

ByPlace byPlace(const data::EarlierManifest& manifest) {
  ByPlace places;
  for (const Listed& listed : manifest.files) {
    places.emplace(listed.file.name, &listed);
    if (!listed.file.instead_of.empty()) {
      places.emplace(listed.file.instead_of, &listed);
    }
  }
  return places;
}

std::set<std::string> foldersOf(const data::EarlierManifest& manifest) {
  std::set<std::string> folders;
  for (const Listed& listed : manifest.files) {
    for (fs::path above = fs::path(listed.file.name).parent_path(); !above.empty(); above = above.parent_path()) {
      folders.insert(above.generic_string());
    }
  }
  return folders;
}

void judgeFile(Item& item, const ByPlace& places, const fs::path& folder) {
  const auto [first, last] = places.equal_range(item.entry.name);
  const std::optional<std::string> digest = first == last ? std::nullopt : digestIn(folder, item.entry);
  for (auto at = first; digest && at != last; ++at) {
    if (at->second->file.digest == *digest) {
      item.is_programs = true;
      item.listed = *at->second;
      return;
    }
  }
}

}  // namespace

const PackContents::Item* PackContents::find(const std::string& name) const {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.entry.name == name; });
  return found == items.end() ? nullptr : &*found;
}

bool PackContents::isOpenElsewhere(const std::string& name) const {
  const std::size_t slash = name.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : name.substr(0, slash + 1);
  const std::string file = slash == std::string::npos ? name : name.substr(slash + 1);
  // The mark of Word takes the place of the first letters of a long name.
  for (const std::size_t cut : {0, 1, 2}) {
    if (file.size() > cut && find(folder + "~$" + file.substr(cut)) != nullptr) {
      return true;
    }
  }
  return find(folder + ".~lock." + file + "#") != nullptr;
}

PackContents lookInto(const fs::path& folder) {
  PackContents contents;
  if (!base::entryAt(folder)) {
    return contents;
  }
  contents.manifest = manifestIn(folder);
  const ByPlace places = contents.manifest ? byPlace(*contents.manifest) : ByPlace();
  const std::set<std::string> folders = contents.manifest ? foldersOf(*contents.manifest) : std::set<std::string>();
  for (Entry& entry : base::entriesBelow(folder)) {
    Item item{.entry = std::move(entry), .listed = {}};
    if (item.entry.kind == Entry::Kind::Folder) {
      item.is_programs = folders.contains(item.entry.name);
    } else if (item.entry.kind == Entry::Kind::File && item.entry.name == kManifest) {
      item.is_programs = contents.manifest && contents.manifest->is_as_written;
    } else if (item.entry.kind == Entry::Kind::File) {
      judgeFile(item, places, folder);
    }
    contents.items.push_back(std::move(item));
  }
  return contents;
}

bool isOfficeMark(const std::string& name) {
  const std::string file = name.substr(name.rfind('/') + 1);
  return file.starts_with("~$") || (file.starts_with(".~lock.") && file.ends_with("#"));
}

}  // namespace boardpack::app
