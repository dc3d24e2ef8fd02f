#include "app/commands/commands.hpp"
#include "app/pack_folder/pack_folder.hpp"
#include "app/papers.hpp"
#include "app/prepare.hpp"
#include "app/write_pack.hpp"
#include "base/digest.hpp"
#include "base/print.hpp"
#include "base/system.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <chrono>
#include <thread>

namespace boardpack::app {
namespace {

/// How many files of the pack have an ending.
std::int64_t countEnding(const std::vector<std::string>& files, const std::string& ending) {
  std::int64_t count = 0;
  for (const std::string& file : files) {
    count += file.ends_with(ending) ? 1 : 0;
  }
  return count;
}

void printSummary(const paper::Pack& pack, const Written& written, const std::filesystem::path& target,
                  const std::string& left_alone, bool keeps_warehouse) {
  std::int64_t read = 0;
  std::int64_t rejected = 0;
  for (const base::LoadReport& load : pack.loads) {
    read += load.rows_read;
    rejected += load.rows_rejected;
  }
  std::string text = fmt::format("{}, {}: {}\n", pack.force.name, pack.month.longName(), target.string());
  text += fmt::format("  from {} ({}, {} rejected)\n",
                      base::countOf(static_cast<std::int64_t>(pack.loads.size()), "extract", "extracts"),
                      base::countOf(read, "row", "rows"), base::formatNumber(static_cast<double>(rejected)));
  text += left_alone;
  text += fmt::format(
      "  {}; {}, {}, {}; figures.csv, findings.json, manifest.json\n",
      base::countOf(static_cast<std::int64_t>(pack.measures.size()), "measure", "measures"),
      base::countOf(countEnding(written.files, ".xlsx"), "workbook", "workbooks"),
      base::countOf(countEnding(written.files, ".png") + countEnding(written.files, ".svg"), "picture", "pictures"),
      base::countOf(countEnding(written.files, ".docx"), "paper", "papers"));
  if (rejected > 0 && !keeps_warehouse) {
    text += "  to keep a list of the rejected rows, for you alone, run again with --warehouse DIR\n";
  }
  base::print(text);
}

/// Adds what was made to the file of the workspace. Another run may have added to it since it was read.
void keepSnapshots(const Options& options, const std::vector<series::KeptValue>& made) {
  if (made.empty() || options.workspace.empty()) {
    return;
  }
  const std::filesystem::path file = options.workspace / registers::kKeptFile;
  base::makeFolder(file.parent_path(), true);
  base::FileLock lock(file.parent_path() / "lock");
  for (int tries = 0; !lock.tryTake(); ++tries) {
    constexpr int kMostTries = 100;
    if (tries >= kMostTries) {
      throw sdk::Error(sdk::ErrorKind::Outside, fmt::format("Another run keeps {} in use, so the snapshots of this one "
                                                            "were not kept. Run again when it has ended.",
                                                            file.string()));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  base::writeFileWhole(file, registers::keptText(registers::withMade(registers::readKept(file), made)), true);
}

void tell(const std::vector<std::string>& sentences) {
  for (const std::string& sentence : sentences) {
    base::printError("boardpack: " + sentence + "\n");
  }
}

/// The pillars of a run of some, joined by "+": what its folder is named by. Names of files have an end.
std::string partOf(const Options& options, const Session& session) {
  constexpr std::size_t kLongestPart = 150;
  constexpr std::size_t kDigits = 8;
  std::vector<std::string> ids;
  if (!options.pillars.empty()) {
    for (const measure::PillarDefinition& pillar : session.pillars(options)) {
      ids.push_back(pillar.id);
    }
  }
  const std::string part = base::join(ids, "+");
  return part.size() <= kLongestPart
             ? part
             : fmt::format("{}-pillars-{}", ids.size(), base::digestOf(part).substr(0, kDigits));
}

}  // namespace

int runPack(const Options& options) {
  checkDates(options);
  const Session session = openForPack(options);
  Progress progress(options.quiet, options.verbose);
  if (options.formats.contains("docx")) {
    warnOfTemplates(options, session, *options.month);
  }
  const FoundData found = findData(options, *session.force, progress, !session.kept.registers.figures.empty());
  PackFolder place(options.out, session.force->code, *options.month, partOf(options, session));
  const Prepared prepared = prepare(options, session, found, progress, place.staged());
  const paper::Pack& pack = prepared.pack;
  progress.stage("Writing the pack");
  const Written written = writePack(options, session, pack, place);
  const std::filesystem::path target = place.target();
  place.publish();

  int code = place.leftBehind().empty() ? 0 : 3;
  tell(place.sentences());
  tell(written.kept_words);
  if (!place.leftBehind().empty()) {
    tell({place.leftBehind()});
  }
  for (const Omitted& omitted : written.omitted) {
    tell({omitted.sentence});
    code = code == 1 ? 1 : omitted.exit_code;
  }
  const int failed = tellFailures(pack);
  code = failed == 0 ? code : failed;
  printSummary(pack, written, target, leftAloneLine(options, *session.force, found), !warehouseFolder(options).empty());
  // Last: what is to be said of the pack that was published is said even where these cannot be kept.
  keepSnapshots(options, prepared.kept);
  return code;
}

}  // namespace boardpack::app
