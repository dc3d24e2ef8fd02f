#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::app {

/// The names of the folders that a run keeps beside its pack, and what becomes of those that a run left when it was
/// stopped. "packs/…/restricted" is written as ".restricted.staged.Ab12Cd": no copy in it is the only one, so it is
/// removed. For the exchange it becomes ".restricted.exchanged.Ab12Cd": what has this name may be the earlier pack,
/// with what people saved in it last. Where a file system cannot exchange, the earlier pack is
/// ".restricted.aside.Ab12Cd" while the new one takes its place.
std::string stagedStem(const std::filesystem::path& target);
std::filesystem::path exchangedName(const std::filesystem::path& staged);
std::filesystem::path asideName(const std::filesystem::path& exchanged);

struct Leftover {
  enum class What { Staged, Exchanged, Aside } what = What::Staged;
  std::filesystem::path folder;
  std::filesystem::path target;  ///< the pack it belongs to
};

/// Those in a month's folder. Whoever asks must hold the month's lock.
std::vector<Leftover> leftoversIn(const std::filesystem::path& month_folder);

/// Removes one, after people's files in it were brought into its pack; returns what people should know. Throws
/// sdk::Error(Outside) when it has to stay.
std::vector<std::string> clearLeftover(const Leftover& left);

/// Removes a month's lock when no pack and nothing else stands beside it, and then the folders that the run had made.
void removeLockIfAlone(const std::filesystem::path& lock, const std::vector<std::filesystem::path>& made);

}  // namespace boardpack::app
