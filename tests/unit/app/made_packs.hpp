#pragma once
#include "app/pack_folder/kept_parts.hpp"
#include "app/pack_folder/pack_folder.hpp"
#include "app/writers.hpp"
#include "base/digest.hpp"
#include "base/entries.hpp"
#include "base/system.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace boardpack::app_tests {

namespace fs = std::filesystem;

/// A folder that is gone when the test ends.
struct Scratch {
  fs::path path = base::makeTemporaryFolder(fs::temp_directory_path(), "boardpack-pack");
  ~Scratch() { base::removeTree(path); }
};

inline const std::set<std::string> kAllFormats = app::everyFormat();

/// One run: what it writes, by name. Made without scripts, figures or writers, so that thousands can be tried.
struct MadeRun {
  std::map<std::string, std::string> outputs;
  std::set<std::string> formats = kAllFormats;
  std::string scripts = "as ever";
  std::function<void()> before_publish = [] {};

  /// Publishes it; returns what it says.
  std::vector<std::string> into(const fs::path& out) const {
    app::PackFolder place(out, "cleveland", base::Month(2025, 12), "");
    std::vector<data::ManifestFacts::File> files;
    for (const auto& [name, bytes] : outputs) {
      base::makeFolder((place.staged() / name).parent_path());
      base::writeFileWhole(place.staged() / name, bytes);
      files.push_back({name, base::digestOf(bytes)});
    }
    app::CarriedOver over = place.takeOver(std::move(files), formats);
    paper::Pack pack;
    data::ManifestFacts facts;
    facts.scripts = {{"own.lua", base::digestOf(scripts)}};
    facts.outputs = over.outputs;
    facts.kept = over.kept;
    app::compareKept(facts.kept, data::madeFrom(pack, facts));
    base::writeFileWhole(place.staged() / app::kManifest, data::manifestJson(pack, facts));
    before_publish();
    place.publish();
    std::vector<std::string> said = place.sentences();
    for (const std::string& sentence : app::keptSentences(facts.kept)) {
      said.push_back(sentence);
    }
    if (!place.leftBehind().empty()) {
      said.push_back("LEFT: " + place.leftBehind());
    }
    return said;
  }
};

inline fs::path packIn(const fs::path& out) { return out / "cleveland" / "2025-12" / "restricted"; }

/// Writes as a person does: into the file itself.
inline void save(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::FILE* open = std::fopen(file.c_str(), "wb");
  std::fwrite(text.data(), 1, text.size(), open);
  std::fclose(open);
}

/// Name to bytes of every file below, "-> goal" of a link, "/" of a folder.
inline std::map<std::string, std::string> treeOf(const fs::path& folder) {
  std::map<std::string, std::string> tree;
  for (const base::Entry& entry : base::entriesBelow(folder)) {
    using Kind = base::Entry::Kind;
    const fs::path path = folder / entry.name;
    tree[entry.name] = entry.kind == Kind::Folder ? "/"
                       : entry.kind == Kind::Link ? "-> " + fs::read_symlink(path).string()
                       : entry.kind == Kind::File ? base::readFile(path)
                                                  : "special";
  }
  return tree;
}

}  // namespace boardpack::app_tests
