#include "app/prepare.hpp"

#include "app/build_pack.hpp"
#include "app/peer_standings.hpp"
#include "base/log.hpp"
#include "base/print.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::app {
namespace {

/// A paper for a board cannot hold what was extracted after the board met.
void checkExtractedBefore(const Options& options) {
  for (const DataOption& data : options.data) {
    if (data.extracted_on > options.board_date) {
      throw sdk::Error(
          sdk::ErrorKind::Command,
          fmt::format("The data in {} were extracted on {}, after the board's day of {}. One of the two "
                      "dates is wrong.",
                      data.folder.string(), base::longDate(*data.extracted_on), base::longDate(*options.board_date)));
    }
  }
}

void warnOfLeftOut(const Options& options, const Session& session) {
  const std::vector<std::string> lines = leftOutLines(session);
  if (options.verbose) {
    for (const std::string& line : lines) {
      base::logWarning("Left out, since no pillar lists it: " + line);
    }
  } else if (!lines.empty()) {
    base::logWarning(fmt::format(
        "{} that no pillar lists {} left out, since the extracts of {} never hold what {} for; --verbose says which.",
        base::countOf(static_cast<std::int64_t>(lines.size()), "measure", "measures"), lines.size() == 1 ? "is" : "are",
        session.force->name, lines.size() == 1 ? "it asks" : "they ask"));
  }
}

/// A pack without a measure tells a board nothing, and nobody means to make one.
void requireMeasures(const Options& options, const Session& session) {
  if (!session.wanted(options).empty()) {
    return;
  }
  const std::string of = options.pillars.empty()
                             ? "No script declares a measure that " + session.force->name + " can answer"
                             : "No measure stands in " + base::joinWords(options.pillars);
  throw sdk::Error(
      sdk::ErrorKind::Script,
      fmt::format("{}, so the pack would be empty. Write a script with a measure in scripts/ of a folder and name the "
                  "folder with --workspace; scripts/README.md shows how, and `boardpack list measures {}` lists what "
                  "there is.",
                  of, session.force->code));
}

bool asksForPeers(const series::Analysed& measure) { return measure.series.info.peers.has_value(); }

}  // namespace

void checkDates(const Options& options) {
  if (options.board_date) {
    paper::checkBoardDate(*options.board_date, *options.month);
    checkExtractedBefore(options);
  }
}

Session openForPack(const Options& options) {
  Session session = openSession(options);
  warnOfLeftOut(options, session);
  requireMeasures(options, session);
  return session;
}

Prepared prepare(const Options& options, const Session& session, const FoundData& found, Progress& progress,
                 const std::filesystem::path& scratch) {
  Prepared prepared;
  LoadedData data = loadData(options, *session.force, found, progress, scratch);
  prepared.pack = buildPack(options, session, data, progress, &prepared.kept);
  if (std::any_of(prepared.pack.measures.begin(), prepared.pack.measures.end(), asksForPeers)) {
    prepared.peer_names = knownPeers(*data.warehouse);
  }
  warnOfUncovered(*session.force, found, *options.month);
  return prepared;
}

int tellFailures(const paper::Pack& pack) {
  int code = 0;
  for (const series::Analysed& measure : pack.measures) {
    if (!measure.series.failure.empty()) {
      base::printError(
          fmt::format("boardpack: The measure {} failed: {}\n", measure.series.info.name, measure.series.failure));
      code = 1;
    }
    for (const series::RefusedBreakdown& refused : measure.series.refused) {
      base::printError("boardpack: " + refused.why + "\n");
      code = 1;
    }
  }
  return code;
}

}  // namespace boardpack::app
