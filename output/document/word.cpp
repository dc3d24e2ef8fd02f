#include "base/month.hpp"
#include "base/system.hpp"
#include "document/document.hpp"
#include "document/markdown.hpp"
#include "document/reference_document.hpp"
#include "ooxml/archive.hpp"
#include "ooxml/package.hpp"
#include "ooxml/properties.hpp"
#include "ooxml/word_parts.hpp"

#include <boardpack/sdk/error.hpp>

#include <system_error>

namespace boardpack::document {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMarkdownFile = "paper.md";
constexpr const char* kReferenceFile = "reference.docx";
constexpr const char* kMadeFile = "paper.docx";
constexpr long kSecondsADay = 86'400;

/// The day a pack's files are dated: the first after its month, since a clock would make each run another file.
sdk::Date dayOf(const paper::Pack& pack) { return (pack.month + 1).firstDay(); }

Placeholders placeholdersOf(const paper::Document& document, const paper::Pack& pack) {
  const std::string& colour = pack.force.colours.main;
  return {{"colour", colour.starts_with('#') ? colour.substr(1) : colour},
          {"marking", document.marking},
          {"footer", pack.board_date ? pack.force.body + ", " + base::longDate(*pack.board_date) : pack.force.body}};
}

void bringPictures(const Markdown& markdown, const paper::Document& document, const WordSettings& settings) {
  for (const Picture& picture : markdown.pictures) {
    if (picture.alternative.empty()) {
      throw sdk::Error(sdk::ErrorKind::Outside, "The chart '" + picture.chart + "' of the paper '" + document.name +
                                                    "' has no alternative text, so the paper was not made.");
    }
    const std::string name = picture.chart + ".png";
    std::error_code error;
    fs::copy_file(settings.charts / name, settings.scratch / (picture.mark + ".png"),
                  fs::copy_options::overwrite_existing, error);
    if (error) {
      throw sdk::Error(sdk::ErrorKind::Outside,
                       "The paper '" + document.name + "' shows the chart " + name +
                           ", which could not be read from the pack's charts folder. Papers need "
                           "the charts as png: add png to --formats.");
    }
  }
}

base::RunResult runPandoc(const std::vector<std::string>& arguments, const fs::path& folder, long epoch) {
  return base::runProgram("pandoc", arguments, folder,
                          {"SOURCE_DATE_EPOCH=" + std::to_string(epoch), "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC"});
}

/// Pandoc mixes its own styles, lists and settings into those of the reference document. A paper uses none of them, so
/// it gets the reference document's own again, and the parts for comments and custom properties, which are empty, go.
void keepToReference(ooxml::Parts& parts, const ooxml::Parts& reference) {
  for (const char* part : {"word/styles.xml", "word/numbering.xml", "word/settings.xml"}) {
    if (const auto own = reference.find(part); own != reference.end()) {
      parts[part] = own->second;
    }
  }
  ooxml::removePart(parts, "word/comments.xml");
  ooxml::removePart(parts, "docProps/custom.xml");
}

void describe(ooxml::Parts& parts, const Markdown& markdown, const paper::Document& document, const paper::Pack& pack) {
  std::map<std::string, std::string> by_mark;
  std::vector<std::string> expected;
  for (const Picture& picture : markdown.pictures) {
    by_mark[picture.mark] = picture.alternative;
    expected.push_back(picture.alternative);
  }
  ooxml::setPictureAlternatives(parts, by_mark);
  if (ooxml::pictureDescriptions(parts) != expected) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     "The Word paper '" + document.name +
                         "' does not describe each of its charts just once, so it was not kept. It "
                         "was made by a pandoc that boardpack has not been tried with (2.17 was).");
  }
  const std::string title =
      hasTitle(document) ? document.title : pack.force.body + ": performance to " + pack.month.longName();
  ooxml::setCoreProperties(parts, {.title = title,
                                   .author = pack.force.name,
                                   .subject = pack.force.body + ", " + pack.month.longName(),
                                   .keywords = {},
                                   .language = "en-GB",
                                   .date = dayOf(pack)});
}

}  // namespace

std::optional<std::string> writeWord(const paper::Document& document, const paper::Pack& pack, const fs::path& file,
                                     const WordSettings& settings) {
  const Markdown markdown = markdownOf(document, pack);
  const ooxml::Parts reference = referenceDocument(settings.reference, placeholdersOf(document, pack));
  bringPictures(markdown, document, settings);
  base::writeFileWhole(settings.scratch / kMarkdownFile, markdown.text);
  ooxml::writeParts(settings.scratch / kReferenceFile, reference);

  // The data folder is the scratch folder, since what a user keeps in their own would change the paper.
  const base::RunResult run =
      runPandoc({std::string("--from=") + kMarkdownFormat, "--to=docx", "--data-dir=.",
                 std::string("--reference-doc=") + kReferenceFile, std::string("--output=") + kMadeFile, kMarkdownFile},
                settings.scratch, base::daysSinceEpoch(dayOf(pack)) * kSecondsADay);
  if (!run.found) {
    return "pandoc is not installed: the Word paper was not made. Install it (on Debian: apt install pandoc) and run "
           "again";
  }
  if (run.exit_code != 0) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     "pandoc ended with code " + std::to_string(run.exit_code) + " instead of making the Word paper '" +
                         document.name +
                         "'. boardpack was tried with pandoc 2.17; `pandoc --version` tells which "
                         "one is installed.");
  }
  ooxml::Parts parts = ooxml::readParts(settings.scratch / kMadeFile);
  keepToReference(parts, reference);
  describe(parts, markdown, document, pack);
  ooxml::writeParts(file, parts);
  return std::nullopt;
}

std::optional<std::string> pandocVersion() {
  const base::RunResult run = base::runProgram("pandoc", {"--version"}, fs::temp_directory_path(), {"LC_ALL=C.UTF-8"});
  const std::string_view words = run.output;
  if (!run.found || run.exit_code != 0 || !words.starts_with("pandoc ")) {
    return std::nullopt;
  }
  return std::string(words.substr(7, words.find_first_of("\r\n ", 7) - 7));
}

}  // namespace boardpack::document
