#pragma once
#include "app/pack_folder/pack_contents.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace boardpack::app {

/// What came of bringing a run's own files and people's together.
struct CarriedOver {
  std::vector<data::ManifestFacts::File> outputs;  ///< under the names under which they stand
  std::vector<data::ManifestFacts::Kept> kept;     ///< of an earlier run; how it differs is not known here
  std::vector<base::Entry> carried;                ///< people's, as they were seen; `name` is the place in the new pack
  std::vector<std::string> sentences;              ///< what people should know of it
};

/// Takes into `staged`, which holds the outputs of a run, what is to stay of the earlier pack: everything of people's
/// at its place, and the program's files of formats that the run does not make. An output whose place is a person's
/// stands beside it under a name of its own. Throws sdk::Error(Outside) for what cannot be taken.
CarriedOver carryOver(const std::filesystem::path& earlier, const std::filesystem::path& staged,
                      std::vector<data::ManifestFacts::File> outputs, const std::set<std::string>& formats);

}  // namespace boardpack::app
