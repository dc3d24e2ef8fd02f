#include "app/write_pack.hpp"

#include "app/pack_folder/kept_parts.hpp"
#include "app/papers.hpp"
#include "app/writers.hpp"
#include "audit/finished_files.hpp"
#include "base/digest.hpp"
#include "base/system.hpp"
#include "base/text.hpp"
#include "data/data.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <future>
#include <map>
#include <thread>

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

/// The order that manifests have the libraries in; those that it does not name stand last.
constexpr std::array kLibraries{"cairo", "pango", "engine", "libxlsxwriter", "lua", "pandoc"};

/// What the bytes of a pack depend on besides its inputs.
std::vector<writer::Library> librariesOf(const paper::Pack& pack, const std::set<std::string>& formats) {
  std::vector<writer::Library> libraries = {{"engine", pack.engine}, {"lua", script::luaVersion()}};
  for (const writer::Writer& writer : writers()) {
    const std::vector<writer::Library> of_writer = writer.libraries(formats);
    libraries.insert(libraries.end(), of_writer.begin(), of_writer.end());
  }
  const auto place = [](const writer::Library& library) {
    return std::find(kLibraries.begin(), kLibraries.end(), library.first) - kLibraries.begin();
  };
  std::stable_sort(libraries.begin(), libraries.end(),
                   [&](const auto& one, const auto& other) { return place(one) < place(other); });
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

std::vector<writer::BoardPaper> boardPapers(const Session& session, const paper::Pack& pack) {
  std::vector<writer::BoardPaper> papers;
  for (Paper& paper : makePapers(session, pack)) {
    std::string mistake = paper.document ? "" : omittedSentence(paper);
    papers.push_back({std::move(paper.document), std::move(mistake)});
  }
  return papers;
}

bool isAsked(const writer::Writer& writer, const std::set<std::string>& formats) {
  return std::any_of(writer.formats.begin(), writer.formats.end(),
                     [&](const writer::Format& format) { return formats.contains(format.name); });
}

bool needsOthers(const writer::Writer& writer) {
  return std::any_of(writer.formats.begin(), writer.formats.end(),
                     [](const writer::Format& format) { return !format.needs.empty(); });
}

/// Removes files that only other formats needed, and folders of the pack that have nothing in them then.
void removeUnasked(const fs::path& folder, const std::set<std::string>& asked) {
  for (const NamedFile& file : filesBelow(folder)) {
    const writer::Format* format = formatOf(file.shown_as);
    if (format != nullptr && !asked.contains(format->name)) {
      fs::remove(file.path);
    }
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    std::error_code not_empty;
    if (entry.is_directory()) {
      fs::remove(entry.path(), not_empty);
    }
  }
}

/// Asks the writers for the formats, and calls `meanwhile` while those with threads of their own are at work.
void writeFormats(const writer::Request& request, writer::Result& result, const std::function<void()>& meanwhile) {
  std::vector<const writer::Writer*> first;
  std::vector<const writer::Writer*> last;
  std::vector<std::future<void>> beside;
  for (const writer::Writer& writer : writers()) {
    if (!isAsked(writer, request.formats)) {
      continue;
    }
    if (writer.has_threads_of_its_own) {
      beside.push_back(std::async(std::launch::async, [&] { writer.write(request, result); }));
    } else {
      (needsOthers(writer) ? last : first).push_back(&writer);
    }
  }
  for (const writer::Writer* writer : first) {
    writer->write(request, result);
  }
  meanwhile();
  for (std::future<void>& each : beside) {
    each.get();
  }
  for (const writer::Writer* writer : last) {
    writer->write(request, result);
  }
}

}  // namespace

Written writePack(const Options& options, const Session& session, const paper::Pack& pack, PackFolder& place) {
  const fs::path& folder = place.staged();
  Written written;
  const int threads =
      options.jobs > 0 ? options.jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));

  writer::Request request{.pack = pack,
                          .folder = folder,
                          .formats = withNeeded(options.formats),
                          .fonts = session.layout.fonts,
                          .templates = session.layout.templates,
                          .threads = threads,
                          .papers = [&] { return boardPapers(session, pack); }};
  writer::Result result;
  data::FiguresFile figures;
  writeFormats(request, result, [&] {
    base::makeFolder(folder / "data");
    figures = data::writeFiguresCsv(folder / kFigures, pack.force.code, pack.measures, threads);
  });
  audit::Written& expected = result.expected;
  expected.lines[kFigures] = figures.lines;
  expected.digests[kFigures] = figures.digest;
  const std::string findings = data::findingsJson(pack);
  base::writeFileWhole(folder / kFindings, findings);
  expected.digests[kFindings] = base::digestOf(findings);
  if (request.formats != options.formats) {
    removeUnasked(folder, options.formats);
  }
  written.omitted = std::move(result.omitted);

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
  audit::checkFinished(folder, expected, static_cast<std::size_t>(threads));
  CarriedOver over = place.takeOver(digestsOfOutputs(folder, figures.digest), options.formats);
  facts.outputs = std::move(over.outputs);
  facts.kept = std::move(over.kept);
  facts.libraries = librariesOf(pack, options.formats);
  for (const writer::Omitted& omitted : written.omitted) {
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
