#include "app/write_pack.hpp"

#include "app/pack_folder/kept_parts.hpp"
#include "app/papers.hpp"
#include "audit/finished_files.hpp"
#include "base/digest.hpp"
#include "base/stop.hpp"
#include "base/system.hpp"
#include "base/text.hpp"
#include "chart/write_charts.hpp"
#include "data/data.hpp"
#include "document/write_documents.hpp"
#include "workbook/write_workbook.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <map>
#include <thread>
#include <tuple>

namespace boardpack::app {
namespace fs = std::filesystem;
namespace {

using File = data::ManifestFacts::File;

constexpr const char* kFigures = "data/figures.csv";
constexpr const char* kFindings = "data/findings.json";

std::vector<File> digestsOf(const std::vector<NamedFile>& files) {
  std::vector<File> digests;
  for (const NamedFile& file : files) {
    digests.push_back({file.shown_as, base::digestOfFile(file.path.string())});
  }
  return digests;
}

std::vector<NamedFile> filesBelow(const fs::path& folder) {
  std::vector<NamedFile> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files.push_back({entry.path(), fs::relative(entry.path(), folder).generic_string()});
    }
  }
  std::sort(files.begin(), files.end(), [](const NamedFile& a, const NamedFile& b) { return a.shown_as < b.shown_as; });
  return files;
}

/// Of what is in the pack's folder; the digest of the figures is known since they were written.
std::vector<File> digestsOfOutputs(const fs::path& folder, const std::string& digest_of_figures) {
  std::vector<File> digests;
  for (const NamedFile& file : filesBelow(folder)) {
    digests.push_back(
        {file.shown_as, file.shown_as == kFigures ? digest_of_figures : base::digestOfFile(file.path.string())});
  }
  return digests;
}

/// What the bytes of a pack depend on besides its inputs.
std::vector<std::pair<std::string, std::string>> librariesOf(const paper::Pack& pack, bool with_paper) {
  std::vector<std::pair<std::string, std::string>> libraries = chart::libraryVersions();
  libraries.emplace_back("engine", pack.engine);
  libraries.emplace_back("libxlsxwriter", workbook::libraryVersion());
  libraries.emplace_back("lua", script::luaVersion());
  if (with_paper) {
    libraries.emplace_back("pandoc", document::pandocVersion().value_or("not installed"));
  }
  return libraries;
}

/// The options that decide figures and words; folders are left out, for the same inputs give the same pack anywhere.
std::vector<std::string> commandOf(const Options& options, const Session& session) {
  std::vector<std::string> words = {"run", options.force, "--month", options.month->iso()};
  if (!options.pillars.empty()) {
    for (const measure::PillarDefinition& pillar : session.pillars(options)) {
      words.insert(words.end(), {"--pillar", pillar.id});
    }
  }
  if (options.board_date) {
    words.insert(words.end(), {"--board-date", base::isoDate(*options.board_date)});
  }
  words.insert(words.end(), {"--formats", base::join({options.formats.begin(), options.formats.end()}, ",")});
  return words;
}

/// A folder to work in, gone when the work is done or has failed. It lies in the staged pack: what it holds is as
/// restricted as the pack, and after a kill it goes with it.
struct Scratch {
  fs::path path;
  explicit Scratch(const fs::path& pack) : path(base::makeTemporaryFolder(pack, ".work")) {}
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

void writePapers(const Session& session, const paper::Pack& pack, const fs::path& folder, Written& written) {
  const fs::path board = folder / "papers" / base::slug(session.force->body);
  base::makeFolder(board);
  for (const Paper& paper : makePapers(session, pack)) {
    if (!paper.document) {
      written.omitted.push_back({omittedSentence(paper), 1});
      continue;
    }
    base::throwIfStopped();
    const Scratch scratch(folder);
    try {
      const std::optional<std::string> reason =
          document::writeWord(*paper.document, pack, board / (paper.document->name + ".docx"),
                              {session.layout.templates / "reference-docx", folder / "charts", scratch.path});
      if (reason) {
        written.omitted.push_back(
            {fmt::format("The paper {}.docx was not made: {}", paper.document->name, *reason), 3});
      }
    } catch (const sdk::Error& error) {
      if (error.kind() == sdk::ErrorKind::Outside) {
        throw;
      }
      written.omitted.push_back(
          {fmt::format("The paper {}.docx was not made: {}", paper.document->name, error.sentence()), 1});
    }
  }
  std::error_code not_empty;
  fs::remove(board, not_empty);
  fs::remove(board.parent_path(), not_empty);
}

/// Pictures that only the papers needed.
void removePictures(const fs::path& charts) {
  for (const fs::directory_entry& entry : fs::directory_iterator(charts)) {
    if (entry.path().extension() == ".png") {
      fs::remove(entry.path());
    }
  }
  std::error_code not_empty;
  fs::remove(charts, not_empty);
}

}  // namespace

Written writePack(const Options& options, const Session& session, const paper::Pack& pack, PackFolder& place) {
  const fs::path& folder = place.staged();
  Written written;
  const auto asked = [&](const char* format) { return options.formats.contains(format); };
  const int threads =
      options.jobs > 0 ? options.jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));

  // The charts take most of the time and have threads of their own; the workbook is written meanwhile.
  std::future<void> charts;
  if (asked("png") || asked("svg") || asked("docx")) {
    base::makeFolder(folder / "charts");
    charts = std::async(std::launch::async, [&] {
      chart::writeCharts(pack, folder / "charts", {asked("png") || asked("docx"), asked("svg")}, session.layout.fonts,
                         threads);
    });
  }
  audit::Written expected;
  if (asked("xlsx")) {
    const std::string name = fmt::format("{}-{}.xlsx", pack.force.code, pack.month.iso());
    const Scratch scratch(folder);
    expected.workbooks[name] = workbook::writeWorkbook(pack, folder / name, scratch.path);
  }
  base::makeFolder(folder / "data");
  const data::FiguresFile figures = data::writeFiguresCsv(folder / kFigures, pack.force.code, pack.measures, threads);
  expected.lines[kFigures] = figures.lines;
  expected.digests[kFigures] = figures.digest;
  const std::string findings = data::findingsJson(pack);
  base::writeFileWhole(folder / kFindings, findings);
  expected.digests[kFindings] = base::digestOf(findings);
  if (charts.valid()) {
    charts.get();
  }
  if (asked("docx")) {
    writePapers(session, pack, folder, written);
    if (!asked("png")) {
      removePictures(folder / "charts");
    }
  }

  data::ManifestFacts facts;
  facts.command = commandOf(options, session);
  facts.scripts = digestsOf(session.script_files);
  facts.templates = digestsOf(session.templates);
  for (const measure::Amendment& each : session.measures().amendments) {
    facts.amendments.push_back(
        {each.subject, each.name, measure::amendmentWord(each.what), each.place, each.over, each.keys});
  }
  std::map<std::string, std::filesystem::path> registers;  // one workbook may hold several tables
  for (const registers::File& file : session.kept.files) {
    registers.emplace("registers/" + file.name, file.path);
  }
  for (const auto& [name, path] : registers) {
    facts.registers.push_back({name, base::digestOfFile(path.string())});
  }
  std::vector<series::KeptValue> earlier = session.kept.registers.kept;
  std::erase_if(earlier, [&](const series::KeptValue& value) { return value.month >= pack.month; });
  if (!earlier.empty()) {
    // The pack's own month is added by the run itself: without it the same inputs give the same manifest.
    facts.registers.push_back({fmt::format("{}, months before {}", registers::kKeptFile, pack.month.iso()),
                               base::digestOf(registers::keptText(earlier))});
  }
  if (session.published) {
    facts.published = File{session.published->name, session.published->digest};
  }
  facts.fonts = digestsOf(filesBelow(session.layout.fonts));
  std::tie(expected.picture_width, expected.picture_height) = chart::pictureSize();
  audit::checkFinished(folder, expected, static_cast<std::size_t>(threads));
  CarriedOver over = place.takeOver(digestsOfOutputs(folder, figures.digest), options.formats);
  facts.outputs = std::move(over.outputs);
  facts.kept = std::move(over.kept);
  facts.libraries = librariesOf(pack, asked("docx"));
  for (const Omitted& omitted : written.omitted) {
    facts.omitted.push_back(omitted.sentence);
  }
  compareKept(facts.kept, data::madeFrom(pack, facts));
  written.kept_words = keptSentences(facts.kept);
  const std::string manifest = data::manifestJson(pack, facts);
  base::writeFileWhole(folder / kManifest, manifest);
  if (base::readFile(folder / kManifest) != manifest) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     "The manifest was read again before the pack was published, and is not as it was written. The "
                     "earlier pack is as it was. Check that the disk is sound and run again.");
  }
  for (const File& output : facts.outputs) {
    written.files.push_back(output.name);
  }
  return written;
}

}  // namespace boardpack::app
