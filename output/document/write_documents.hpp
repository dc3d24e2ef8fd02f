#pragma once
#include "paper/document.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace boardpack::document {

struct WordSettings {
  std::filesystem::path reference;  ///< folder of the reference document's parts
  std::filesystem::path charts;     ///< folder of the pack's PNG charts
  std::filesystem::path scratch;    ///< an empty folder for pandoc to work in
};

/// Writes a board paper as a Word file, by pandoc. Gives the reason in words, and writes nothing, where pandoc is why
/// the paper cannot be made: it is not on the machine, fails, or passes its limits of time and memory. Throws
/// sdk::Error(Outside) for what would stop other papers too, such as a full disk.
std::optional<std::string> writeWord(const paper::Document& document, const paper::Pack& pack,
                                     const std::filesystem::path& file, const WordSettings& settings);

/// Version of the pandoc on this machine, for the manifest: "2.17.1.1"; nothing when there is none.
std::optional<std::string> pandocVersion();

}  // namespace boardpack::document
