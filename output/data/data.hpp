#pragma once
#include "paper/pack.hpp"
#include "series/figure.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::data {

/// figures.csv: a header line, LF, quoted where a cell needs it; numbers by base::exactNumber.
std::string figuresCsv(const std::vector<series::Figure>& figures);
/// What figures.csv should hold when it is read again.
struct FiguresFile {
  std::string digest;
  std::size_t lines = 0;  ///< the header's among them
};
/// Writes it of every figure of the measures, some measures at a time, with so many threads: a thousand measures have
/// near a million lines. The bytes do not depend on the threads.
FiguresFile writeFiguresCsv(const std::filesystem::path& path, const std::string& force,
                            const std::vector<series::Analysed>& measures, int threads);

/// findings.json: what is found of each measure, with the figures that it rests on, and the words of a paper.
std::string findingsJson(const paper::Pack& pack);

/// What a run's figures and words come from, as a digest of each part of its manifest that tells it: "inputs" and its
/// digest. Two runs with the same ones tell the same.
using MadeFrom = std::vector<std::pair<std::string, std::string>>;

/// What the manifest tells besides the pack: no clock, no path of the machine.
struct ManifestFacts {
  struct File {
    std::string name;  ///< relative
    std::string digest;
    std::string instead_of = {};  ///< the name it would have, had a person not changed or put something there
  };
  /// A file of an earlier run that a run of other formats left as it was.
  struct Kept {
    File file;
    MadeFrom made_from;                ///< of the run that made it
    std::vector<std::string> differs;  ///< which of these are not the same in this run: names of MadeFrom
  };
  /// What the workspace changed of what is installed.
  struct Amendment {
    std::string subject;            ///< "measure", "pillar", "paper"
    std::string name, what;         ///< "robbery", "overridden"
    std::string by, over;           ///< file and line
    std::vector<std::string> keys;  ///< of what is overridden or extended
  };
  std::vector<std::string> command;  ///< the options that decide figures, paths left out
  std::vector<File> scripts, templates, registers, fonts, outputs;
  std::optional<File> published = {};  ///< figures last published, that this pack's are compared with
  std::vector<std::pair<std::string, std::string>> libraries;  ///< name, version
  std::vector<Amendment> amendments = {};
  std::vector<std::string> omitted;  ///< parts of the pack that were not made, and why
  std::vector<Kept> kept = {};
};
MadeFrom madeFrom(const paper::Pack& pack, const ManifestFacts& facts);
/// manifest.json: two-space indent, keys in a fixed order. Its last key is the digest of what stands above it.
std::string manifestJson(const paper::Pack& pack, const ManifestFacts& facts);

/// What a later run reads of a pack's manifest: the files that the program wrote, and what they were made from.
struct EarlierManifest {
  struct Listed {
    ManifestFacts::File file;
    MadeFrom made_from;
  };
  std::vector<Listed> files;
  bool is_as_written = false;  ///< nobody has changed the manifest itself
};
/// Nothing when the text is no manifest of a pack.
std::optional<EarlierManifest> readManifest(const std::string& text);

}  // namespace boardpack::data
