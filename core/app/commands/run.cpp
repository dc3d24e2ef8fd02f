#include "app/commands/commands.hpp"
#include "app/pack_folder/pack_folder.hpp"
#include "app/papers.hpp"
#include "app/prepare.hpp"
#include "app/write_pack.hpp"
#include "app/writers.hpp"
#include "base/digest.hpp"
#include "base/print.hpp"
#include "base/system.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace boardpack::app {
namespace {

/// "1 workbook, 24 pictures, 1 paper": all formats of pictures are counted together, where the first of them stands.
std::string madeWords(const std::vector<std::string>& files) {
  std::vector<std::string> parts;
  bool are_pictures_told = false;
  for (const writer::Format& format : formats()) {
    if (format.is_picture && std::exchange(are_pictures_told, true)) {
      continue;
    }
    const auto count = std::count_if(files.begin(), files.end(), [&](const std::string& file) {
      const writer::Format* own = formatOf(file);
      return own != nullptr && (own == &format || (own->is_picture && format.is_picture));
    });
    parts.push_back(base::countOf(count, format.one, format.many));
  }
  return base::join(parts, ", ");
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
  text += fmt::format("  {}; {}; figures.csv, findings.json, manifest.json\n",
                      base::countOf(static_cast<std::int64_t>(pack.measures.size()), "measure", "measures"),
                      madeWords(written.files));
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
  const bool any_paper = std::any_of(formats().begin(), formats().end(), [&](const writer::Format& format) {
    return format.is_paper && options.formats.contains(format.name);
  });
  if (any_paper) {
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
  for (const writer::Omitted& omitted : written.omitted) {
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
