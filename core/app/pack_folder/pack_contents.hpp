#pragma once
#include "base/entries.hpp"
#include "data/data.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::app {

inline constexpr const char* kManifest = "manifest.json";

/// What stands in a pack's folder, told apart: what the program wrote there and is as it wrote it, and what is
/// people's, which is all the rest. Without a manifest that can be read everything is people's.
struct PackContents {
  struct Item {
    base::Entry entry;
    /// Of a file: its bytes are those that the manifest lists for this place. Of a folder: what is listed lies in it.
    bool is_programs = false;
    std::optional<data::EarlierManifest::Listed> listed =
        {};  ///< of a file of the program, but for the manifest itself
  };
  std::optional<data::EarlierManifest> manifest;
  std::vector<Item> items;  ///< a folder before what is in it

  const Item* find(const std::string& name) const;
  /// True of a file beside which an office program's mark of an open document stands.
  bool isOpenElsewhere(const std::string& name) const;
};

/// Nothing in it when there is no folder. Throws sdk::Error(Outside) when a folder in it cannot be listed.
PackContents lookInto(const std::filesystem::path& folder);

/// "~$paper.docx" and ".~lock.paper.docx#": what office programs put beside a document while it is open.
bool isOfficeMark(const std::string& name);

}  // namespace boardpack::app
