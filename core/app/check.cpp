#include "app/build_pack.hpp"
#include "app/commands.hpp"
#include "app/load_data.hpp"
#include "app/peer_standings.hpp"
#include "app/templates.hpp"
#include "app/write_pack.hpp"
#include "base/log.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace boardpack::app {
namespace {

/// The force with the feeds of comparators alone, so that nothing else is read for their names.
sdk::Force withComparatorsOnly(const sdk::Force& force) {
  sdk::Force with = force;
  std::erase_if(with.feeds, [](const sdk::Feed& feed) {
    return std::none_of(feed.routes.begin(), feed.routes.end(),
                        [](const sdk::RowRoute& route) { return route.table == "comparators"; });
  });
  return with;
}

/// What measures are set beside, as the comparators of the data name it; a line for each name that they do not have.
std::string peerLines(const Options& options, const Session& session) {
  std::vector<const series::MeasureInfo*> asking;
  for (const measure::MeasureDefinition& each : session.measures().measures) {
    if (each.info.peers) {
      asking.push_back(&each.info);
    }
  }
  if (asking.empty()) {
    return {};
  }
  const sdk::Force force = withComparatorsOnly(*session.force);
  Options reading = options;
  reading.warehouse = "none";
  Progress silent(true);
  base::setLogLevel(base::LogLevel::Warning);
  const LoadedData data = loadData(reading, force, silent);
  const std::vector<std::string> known = knownPeers(*data.warehouse);
  std::string text = fmt::format("Other forces: {} beside them, {} known.\n",
                                 base::countOf(static_cast<std::int64_t>(asking.size()), "measure set", "measures set"),
                                 base::countOf(static_cast<std::int64_t>(known.size()), "name is", "names are"));
  for (const series::MeasureInfo* info : asking) {
    const std::string unknown = unknownPeer(*info->peers, known);
    text += unknown.empty() ? "" : fmt::format("  {}: {}\n", info->name, unknown);
  }
  return text;
}

}  // namespace

int check(const Options& options) {
  const Session session = openSession(options);
  std::string text =
      fmt::format("Scripts: {} in {}, no problem.\n",
                  base::countOf(static_cast<std::int64_t>(session.measures().measures.size()), "measure", "measures"),
                  base::countOf(static_cast<std::int64_t>(session.script_files.size()), "file", "files"));

  if (const std::vector<std::string> left_out = leftOutLines(session); !left_out.empty()) {
    text += fmt::format(
        "Left out, since the extracts of {} never hold what they ask for, and no pillar lists them:\n  {}\n",
        session.force->name, base::join(left_out, "\n  "));
  }
  if (!session.kept.files.empty()) {
    text += fmt::format("Small tables: {}, no problem.\n", session.kept.files.size());
    for (const registers::File& file : session.kept.files) {
      text += fmt::format("  registers/{}: {}\n", file.place,
                          base::countOf(static_cast<std::int64_t>(file.entries), "entry", "entries"));
    }
  }

  const std::vector<measure::Amendment>& amendments = session.measures().amendments;
  if (!amendments.empty()) {
    text += fmt::format("The workspace changes {} of what is installed:\n{}",
                        base::countOf(static_cast<std::int64_t>(amendments.size()), "thing", "things"),
                        amendmentLines(amendments));
  }

  const base::Month month = options.month.value_or(base::Month(2000, 1));
  const std::vector<paper::Document> papers = makePapers(session, emptyPack(options, session, month));
  text += fmt::format("Templates: {}, no problem.\n",
                      base::countOf(static_cast<std::int64_t>(papers.size()), "paper", "papers"));

  if (!options.data.empty() || std::filesystem::is_directory(options.workspace / "data")) {
    const feed::Found found = feed::findExtracts(dataFolders(options), *session.force);
    const feed::Supersession supersession = feed::supersede(found.extracts);
    text += fmt::format("Extracts: {}, names, headers and dates fit.\n",
                        base::countOf(static_cast<std::int64_t>(found.extracts.size()), "file", "files"));
    for (std::size_t i = 0; i < found.extracts.size(); ++i) {
      if (!supersession.superseded[i].empty()) {
        text += fmt::format("  {} is superseded by {}\n", found.extracts[i].shown_as,
                            supersession.superseded[i].front().by_file);
      }
    }
    for (const std::string& file : found.ignored) {
      text += fmt::format("  {} is not an extract of {} and is left alone\n", file, session.force->name);
    }
    text += peerLines(options, session);
  }
  std::fputs(text.c_str(), stdout);
  return 0;
}

}  // namespace boardpack::app
