#pragma once
#include "app/pack_folder/pack_folder.hpp"
#include "app/session.hpp"
#include "paper/pack.hpp"
#include "writer/writer.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::app {

/// What a pack holds after writing, and what of it could not be made.
struct Written {
  std::vector<std::string> files;  ///< of this run, relative to the pack, in order of name
  std::vector<writer::Omitted> omitted;
  std::vector<std::string> kept_words;  ///< what people should know of parts of an earlier run
};

/// Writes every part of the pack into the staged folder: the formats asked for, figures and manifest; and takes over
/// what stays of the earlier pack.
Written writePack(const Options& options, const Session& session, const paper::Pack& pack, PackFolder& place);

}  // namespace boardpack::app
