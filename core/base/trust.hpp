#pragma once
#include <filesystem>
#include <optional>

namespace boardpack::base {

/// What lets somebody else change what lies at a path.
struct Untrusted {
  enum class Why {
    OtherOwner,     ///< it belongs to neither root nor the user
    AnyoneMayWrite  ///< and it is no folder in which each may only touch what is theirs, as /tmp is
  };
  std::filesystem::path path;  ///< the file or folder, or the link on the way, that it is about
  Why why = Why::OtherOwner;
};

/// Looks at the file or folder, at every folder above it, and at the links on the way with all that is above where they
/// lead. Who may write by being of a file's group is trusted: that right is given on purpose. A folder that holds this
/// program too may belong to anybody, since who owns it can change the program itself. Nothing when it is to be trusted
/// or cannot be looked at.
std::optional<Untrusted> untrusted(const std::filesystem::path& path);

}  // namespace boardpack::base
