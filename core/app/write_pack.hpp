#pragma once
#include "app/session.hpp"
#include "paper/pack.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace boardpack::app {

/// What a pack holds after writing, and what of it could not be made.
struct Written {
  std::vector<std::string> files;    ///< relative to the pack, in order of name
  std::vector<std::string> omitted;  ///< sentences
};

/// Writes every part of the pack into `folder`: workbook, charts, papers, figures, manifest.
Written writePack(const Options& options, const Session& session, const paper::Pack& pack,
                  const std::filesystem::path& folder);

/// The board papers of the force, from its templates. Throws sdk::Error(Script) for what is wrong in a template.
std::vector<paper::Document> makePapers(const Session& session, const paper::Pack& pack);

}  // namespace boardpack::app
