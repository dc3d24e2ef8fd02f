#include "base/month.hpp"
#include "base/system.hpp"
#include "document/markdown.hpp"
#include "document/reference_document.hpp"
#include "document/write_documents.hpp"
#include "ooxml/archive.hpp"
#include "ooxml/package.hpp"
#include "ooxml/properties.hpp"
#include "ooxml/word_parts.hpp"

#include <boardpack/sdk/error.hpp>

#include <chrono>
#include <set>
#include <string_view>
#include <system_error>

namespace boardpack::document {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMarkdownFile = "paper.md";
constexpr const char* kTreeFile = "paper.json";
constexpr const char* kReferenceFile = "reference.docx";
constexpr const char* kMadeFile = "paper.docx";
constexpr long kSecondsADay = 86'400;
constexpr base::RunLimits kLimits{std::chrono::seconds(60), 900ULL * 1024 * 1024};
constexpr std::uint64_t kRoomForAPaper =
    16ULL * 1024 * 1024;  // less is taken for the reason why pandoc could not write

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
    if (!fs::is_regular_file(settings.charts / name, error)) {
      throw sdk::Error(sdk::ErrorKind::Outside,
                       "The paper '" + document.name + "' shows the chart " + name +
                           ", which could not be read from the pack's charts folder. Papers need "
                           "the charts as png: add png to --formats.");
    }
  }
  std::error_code error;
  fs::create_directory_symlink(fs::absolute(settings.charts), settings.scratch / kChartsLink, error);
  if (error) {
    throw sdk::Error(sdk::ErrorKind::Outside, "The folder " + settings.scratch.string() +
                                                  " takes no links, by which pandoc finds the charts. Name a folder on "
                                                  "another disk.");
  }
}

/// Pandoc is why this paper cannot be made; others may be. Does not leave this file.
struct NotMade {
  std::string reason;
};

/// Why pandoc failed, with what to do. Its own words are not shown: they may quote the paper. A full disk is no fault
/// of this paper alone: sdk::Error(Outside).
std::string failureOf(const base::RunResult& run, const std::string& name, const fs::path& folder) {
  constexpr int kUnknownOption = 6;
  constexpr int kHeapExhausted = 251;
  constexpr int kFirstSignal = 129;
  const std::string paper = "the Word paper '" + name + "'";
  if (run.is_out_of_time) {
    return "pandoc was stopped after 60 seconds without having made " + paper +
           ". Run again when the machine is less busy, or make the paper shorter.";
  }
  if (const std::optional<std::string> full = base::noRoomFor(folder, kRoomForAPaper)) {
    throw sdk::Error(sdk::ErrorKind::Outside, *full);
  }
  if (run.exit_code == kHeapExhausted || (run.exit_code >= kFirstSignal && run.exit_code < kHeapExhausted)) {
    return "pandoc found not enough memory for " + paper +
           " (it may use 900 MB). Make the paper shorter, or end other programs, and run again.";
  }
  if (run.output.find("Too many open files") != std::string::npos) {
    return "pandoc could not open its files for " + paper +
           ": too many are open at once (see `ulimit -n`). Raise the limit and run again.";
  }
  if (run.exit_code == kUnknownOption) {
    return "The pandoc on this machine is too old for " + paper +
           ": boardpack needs 2.15 or later, which reads a paper without touching other files. "
           "`pandoc --version` tells which one is installed.";
  }
  return "pandoc ended with code " + std::to_string(run.exit_code) + " instead of making " + paper +
         ". boardpack was tried with pandoc 2.17; `pandoc --version` tells which one is installed.";
}

/// Runs pandoc within its limits.
void runPandoc(const std::vector<std::string>& arguments, const std::string& name, const fs::path& folder, long epoch) {
  const base::RunResult run = base::runProgram(
      "pandoc", arguments, folder,
      {"SOURCE_DATE_EPOCH=" + std::to_string(epoch), "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC"}, kLimits);
  if (!run.found) {
    throw NotMade{"pandoc is not installed. Install it (on Debian: apt install pandoc) and run again."};
  }
  if (run.exit_code != 0) {
    throw NotMade{failureOf(run, name, folder)};
  }
}

std::size_t timesIn(std::string_view text, std::string_view word) {
  std::size_t times = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
    ++times;
  }
  return times;
}

/// What pandoc has read is looked at before it is written: no picture but the pack's charts, no link. A quotation mark
/// within a text has a backslash before it there, so that no text looks like one of these.
void checkTree(const std::string& tree, const Markdown& markdown, const std::string& name) {
  std::size_t pictures = 0;
  std::set<std::string> charts;
  for (const Picture& picture : markdown.pictures) {
    charts.insert(picture.chart);
  }
  for (const std::string& chart : charts) {
    pictures += timesIn(tree, "[\"" + pictureFile(chart) + "\",\"\"]");
  }
  if (timesIn(tree, R"("t":"Image")") != markdown.pictures.size() || pictures != markdown.pictures.size() ||
      timesIn(tree, R"("t":"Link")") != 0) {
    throw NotMade{"pandoc found pictures or links in the Word paper '" + name +
                  "' that are not the pack's charts. Look for brackets in its template and report it."};
  }
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
    throw NotMade{"the Word paper '" + document.name +
                  "' does not describe each of its charts just once, so it was not kept. It was made by a pandoc that "
                  "boardpack has not been tried with (2.17 was)."};
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

void makeWord(const paper::Document& document, const paper::Pack& pack, const fs::path& file,
              const WordSettings& settings) {
  const Markdown markdown = markdownOf(document, pack);
  const ooxml::Parts reference = referenceDocument(settings.reference, placeholdersOf(document, pack));
  bringPictures(markdown, document, settings);
  base::writeFile(settings.scratch / kMarkdownFile, markdown.text);
  ooxml::writeParts(settings.scratch / kReferenceFile, reference);
  const long epoch = base::daysSinceEpoch(dayOf(pack)) * kSecondsADay;

  // The text is read in pandoc's sandbox, where it can name no file; Word files cannot be written there, since Debian's
  // pandoc keeps what it needs for them in files. The data folder is the scratch folder, since what a user keeps in
  // their own would change the paper.
  runPandoc({"--sandbox", std::string("--from=") + kMarkdownFormat, "--to=json", std::string("--output=") + kTreeFile,
             kMarkdownFile},
            document.name, settings.scratch, epoch);
  checkTree(base::readFile(settings.scratch / kTreeFile), markdown, document.name);
  runPandoc({"--from=json", "--to=docx", "--data-dir=.", std::string("--reference-doc=") + kReferenceFile,
             std::string("--output=") + kMadeFile, kTreeFile},
            document.name, settings.scratch, epoch);
  ooxml::Parts parts = ooxml::readParts(settings.scratch / kMadeFile);
  keepToReference(parts, reference);
  describe(parts, markdown, document, pack);
  ooxml::writeParts(file, parts);
}

}  // namespace

std::optional<std::string> writeWord(const paper::Document& document, const paper::Pack& pack, const fs::path& file,
                                     const WordSettings& settings) {
  try {
    makeWord(document, pack, file, settings);
  } catch (const NotMade& fault) {
    return fault.reason;
  }
  return std::nullopt;
}

std::optional<std::string> pandocVersion() {
  const base::RunResult run = base::runProgram("pandoc", {"--version"}, "/", {"LC_ALL=C.UTF-8"});
  const std::string_view words = run.output;
  if (!run.found || run.exit_code != 0 || !words.starts_with("pandoc ")) {
    return std::nullopt;
  }
  return std::string(words.substr(7, words.find_first_of("\r\n ", 7) - 7));
}

}  // namespace boardpack::document
