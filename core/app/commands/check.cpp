#include "app/build_pack.hpp"
#include "app/commands/commands.hpp"
#include "app/papers.hpp"
#include "app/prepare.hpp"
#include "app/templates.hpp"
#include "base/print.hpp"
#include "base/text.hpp"
#include "document/write_documents.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::app {
namespace {

std::string countOf(std::size_t count, const char* one, const char* several) {
  return base::countOf(static_cast<std::int64_t>(count), one, several);
}

std::string scriptLines(const Options& options, const Session& session) {
  const std::size_t measures = session.measures().measures.size();
  const std::size_t unused = measures - session.wanted(options).size();
  std::string text = fmt::format(
      "Scripts: {} in {}, no problem{}.\n", countOf(measures, "measure", "measures"),
      countOf(session.script_files.size(), "file", "files"),
      unused == 0 ? "" : fmt::format("; {} of them {} not part of this pack", unused, unused == 1 ? "is" : "are"));
  if (!session.kept.files.empty()) {
    text += fmt::format("Small tables: {}, no problem.\n", session.kept.files.size());
    for (const registers::File& file : session.kept.files) {
      text += fmt::format("  registers/{}: {}\n", file.place, countOf(file.entries, "entry", "entries"));
    }
  }
  const std::vector<measure::Amendment>& amendments = session.measures().amendments;
  if (!amendments.empty()) {
    text += fmt::format("The workspace changes {} of what is installed:\n{}",
                        countOf(amendments.size(), "thing", "things"), amendmentLines(amendments));
  }
  return text;
}

/// The papers that can be made, and every mistake of the templates of the others.
struct TemplateCheck {
  std::size_t made = 0;
  std::string lines;
  std::string omitted;  ///< what a run would say of them
  int code = 0;
};

TemplateCheck checkTemplates(const Session& session, const paper::Pack& pack) {
  TemplateCheck result;
  std::vector<std::string> mistakes;
  for (const Paper& paper : makePapers(session, pack)) {
    result.made += paper.document ? 1 : 0;
    mistakes.insert(mistakes.end(), paper.mistakes.begin(), paper.mistakes.end());
    result.omitted += paper.document ? "" : "boardpack: " + omittedSentence(paper) + "\n";
  }
  if (result.made > 0 && !document::pandocVersion()) {
    result.made = 0;
    result.code = 3;
    result.omitted +=
        "boardpack: pandoc is not installed, so a run makes no paper. Install it (on Debian: apt install "
        "pandoc).\n";
  }
  if (mistakes.empty()) {
    result.lines = fmt::format("Templates: {}, no problem.\n", countOf(result.made, "paper", "papers"));
  } else {
    result.code = 1;
    result.lines = fmt::format("Templates: {}, {}:\n  {}\n", countOf(session.templates.size(), "paper", "papers"),
                               countOf(mistakes.size(), "problem", "problems"), base::join(mistakes, "\n  "));
  }
  return result;
}

std::string supersededLines(const Options& options, const FoundData& found) {
  std::string lines;
  std::size_t files = 0;
  for (std::size_t i = 0; i < found.found.extracts.size(); ++i) {
    if (!found.supersession.superseded[i].empty()) {
      ++files;
      lines += fmt::format("  {} is superseded by {}\n", found.found.extracts[i].shown_as,
                           found.supersession.superseded[i].front().by_file);
    }
  }
  if (options.verbose || files <= 1) {
    return lines;
  }
  return fmt::format("  {} superseded by later extractions; --verbose lists them\n",
                     countOf(files, "file is", "files are"));
}

/// "police.uk street-level crime: 36 files of January 2023 to December 2025; 269,438 rows read, 0 rejected", for each
/// feed.
std::string extractLines(const Options& options, const FoundData& found, const paper::Pack& pack) {
  std::string text = fmt::format("Extracts: {}.\n", countOf(found.found.extracts.size(), "file", "files"));
  for (const sdk::Feed& feed : pack.force.feeds) {
    std::size_t files = 0;
    std::int64_t read = 0;
    std::int64_t rejected = 0;
    std::optional<base::MonthRange> months;
    for (const base::LoadReport& load : pack.loads) {
      if (load.feed != feed.name) {
        continue;
      }
      ++files;
      read += load.rows_read;
      rejected += load.rows_rejected;
      if (!load.covers_everything) {
        months = months ? base::MonthRange{std::min(months->first, load.months.first),
                                           std::max(months->last, load.months.last)}
                        : load.months;
      }
    }
    if (files == 0) {
      continue;
    }
    const std::string of = months ? " of " + base::rangeInWords(*months) : std::string();
    text += fmt::format("  {}: {}{}; {} read, {} rejected\n", feed.title, countOf(files, "file", "files"), of,
                        base::countOf(read, "row", "rows"), base::formatNumber(static_cast<double>(rejected)));
  }
  return text + supersededLines(options, found) + leftAloneLine(options, pack.force, found);
}

/// Without --month, the latest month that there are extracts of.
void chooseMonth(Options& options, Session& session, const FoundData& found) {
  if (!options.month) {
    options.month = found.latestMonth();
    if (!options.month) {
      throw sdk::Error(sdk::ErrorKind::Data,
                       "No extract covers a month, so there is nothing to report on. Add the month's extracts.");
    }
    session.published = readPublished(options, session.force->code);
  }
  checkDates(options);
}

/// How many measures are set beside other forces, and what they may be set beside.
std::string peerLines(const Options& options, const Prepared& prepared) {
  std::size_t beside = 0;
  std::size_t alone = 0;
  for (const series::Analysed& measure : prepared.pack.measures) {
    if (measure.peers) {
      ++(measure.peers->available ? beside : alone);
    }
  }
  if (beside + alone == 0) {
    return {};
  }
  std::string text = fmt::format("Other forces: {} set beside them", countOf(beside, "measure is", "measures are"));
  text += alone == 0 ? "." : fmt::format(", {} not, as is said above.", alone);
  text += fmt::format(" {} known{}\n",
                      countOf(prepared.peer_names.size(), "name of the comparators is", "names of the comparators are"),
                      options.verbose || prepared.peer_names.empty() ? "." : "; --verbose lists them.");
  for (const std::string& name : options.verbose ? prepared.peer_names : std::vector<std::string>()) {
    text += "  " + name + "\n";
  }
  return text;
}

bool hasData(const Options& options) {
  return !options.data.empty() ||
         (!options.workspace.empty() && std::filesystem::is_directory(options.workspace / "data"));
}

int checkWithData(Options options, Session& session, std::string text) {
  const bool says_month = options.month.has_value();
  Progress progress(options.quiet, options.verbose);
  const FoundData found = findData(options, *session.force, progress, !session.kept.registers.figures.empty());
  chooseMonth(options, session, found);
  warnOfTemplates(options, session, *options.month);
  const Prepared prepared = prepare(options, session, found, progress);
  const TemplateCheck papers = checkTemplates(session, prepared.pack);
  progress.stage("");
  base::printError(papers.omitted);
  const int failed = tellFailures(prepared.pack);
  const int code = failed == 0 ? papers.code : failed;
  text += papers.lines;
  text += extractLines(options, found, prepared.pack);
  text += peerLines(options, prepared);
  text += fmt::format("A run for {}{} would make a pack of {} and {}{}\n", options.month->longName(),
                      says_month ? "" : " (the latest month of the extracts; --month asks for another)",
                      countOf(prepared.pack.measures.size(), "measure", "measures"),
                      countOf(papers.made, "paper", "papers"),
                      code == 0 ? "." : fmt::format(", and end with {}: what failed is said above.", code));
  base::print(text);
  return code;
}

}  // namespace

int check(const Options& asked) {
  Options options = asked;
  // Nothing of a check is kept, unless --warehouse asks for it.
  options.warehouse = options.warehouse.empty() ? "none" : options.warehouse;
  if (options.month) {
    checkDates(options);
  }
  Session session = openForPack(options);
  std::string text = scriptLines(options, session);
  if (hasData(options)) {
    return checkWithData(std::move(options), session, std::move(text));
  }
  const base::Month month = options.month.value_or(base::Month(2000, 1));
  const TemplateCheck papers = checkTemplates(session, emptyPack(options, session, month));
  text += papers.lines + "No extracts were looked at: --data DIR checks them too.\n";
  base::printError(papers.omitted);
  base::print(text);
  return papers.code;
}

}  // namespace boardpack::app
