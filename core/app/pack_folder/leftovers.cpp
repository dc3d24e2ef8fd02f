#include "app/pack_folder/leftovers.hpp"

#include "app/pack_folder/displaced_pack.hpp"
#include "base/entries.hpp"

#include <algorithm>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

constexpr const char* kStaged = ".staged";
constexpr const char* kExchanged = ".exchanged";
constexpr const char* kAside = ".aside";
constexpr std::size_t kRandomLetters = 6;
/// How earlier versions named what they staged.
constexpr const char* kStemOfBefore = ".restricted";

/// ".restricted.staged.Ab12Cd" without its last part; "" when it has none of that length.
std::string withoutRandom(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos || name.size() - dot - 1 != kRandomLetters ? "" : name.substr(0, dot);
}

fs::path renamed(const fs::path& folder, const std::string& from, const std::string& to) {
  const std::string name = folder.filename().string();
  const std::string stem = withoutRandom(name);
  return folder.parent_path() / (stem.substr(0, stem.size() - from.size()) + to + name.substr(stem.size()));
}

/// The pack that a folder of this name belongs to: ".restricted.staged" to "restricted".
fs::path targetOf(const fs::path& month_folder, const std::string& stem, const std::string& state) {
  return month_folder / stem.substr(1, stem.size() - 1 - state.size());
}

/// What an earlier version left unfinished: random letters, no manifest, and nothing but parts of a pack. Whatever else
/// has such a name may be a copy that somebody made.
bool isStagedOfBefore(const fs::path& folder, const std::string& stem) {
  const std::string letters = folder.filename().string().substr(stem.size() + 1);
  const bool is_random = std::any_of(letters.begin(), letters.end(),
                                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
  if (stem != kStemOfBefore || !is_random) {
    return false;
  }
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (name != "charts" && name != "data" && name != "papers" && !name.ends_with(".xlsx")) {
      return false;
    }
  }
  return !error;
}

}  // namespace

std::string stagedStem(const fs::path& target) { return "." + target.filename().string() + kStaged; }
fs::path exchangedName(const fs::path& staged) { return renamed(staged, kStaged, kExchanged); }
fs::path asideName(const fs::path& exchanged) { return renamed(exchanged, kExchanged, kAside); }

std::vector<Leftover> leftoversIn(const fs::path& month_folder) {
  using What = Leftover::What;
  std::vector<Leftover> found;
  std::error_code ignored;
  for (fs::directory_iterator it(month_folder, ignored), end; !ignored && it != end; it.increment(ignored)) {
    const std::string name = it->path().filename().string();
    const std::string stem = withoutRandom(name);
    const std::optional<base::Entry> entry = base::entryAt(it->path());
    if (stem.empty() || name.front() != '.' || !entry || entry->kind != base::Entry::Kind::Folder) {
      continue;
    }
    bool is_named = false;
    for (const auto& [state, what] :
         {std::pair{kStaged, What::Staged}, {kExchanged, What::Exchanged}, {kAside, What::Aside}}) {
      if (stem.starts_with(".restricted") && stem.ends_with(state)) {
        found.push_back({what, it->path(), targetOf(month_folder, stem, state)});
        is_named = true;
      }
    }
    if (!is_named && isStagedOfBefore(it->path(), stem)) {
      found.push_back({What::Staged, it->path(), month_folder / "restricted"});
    }
  }
  // What stood aside is put back first: everything else is brought into it.
  std::sort(found.begin(), found.end(), [](const Leftover& a, const Leftover& b) {
    return std::pair(a.what != What::Aside, a.folder) < std::pair(b.what != What::Aside, b.folder);
  });
  return found;
}

std::vector<std::string> clearLeftover(const Leftover& left) {
  using What = Leftover::What;
  if (left.what == What::Staged) {
    base::removeTree(left.folder);
    return {};
  }
  if (left.what == What::Aside && base::moveIfFree(left.folder, left.target)) {
    return {};
  }
  return removeDisplaced(left.folder, left.target, {});
}

void removeLockIfAlone(const fs::path& lock, const std::vector<fs::path>& made) {
  std::error_code error;
  const fs::path folder = lock.parent_path();
  const auto entries = std::distance(fs::directory_iterator(folder, error), fs::directory_iterator());
  if (error || entries > 1) {
    return;
  }
  base::removeEntry(lock);
  if (!base::removeEntry(folder)) {
    return;
  }
  for (auto at = made.rbegin(); at != made.rend(); ++at) {
    base::removeEntry(*at);
  }
}

}  // namespace boardpack::app
