#include "app/commands/commands.hpp"
#include "app/papers.hpp"
#include "app/prepare.hpp"
#include "app/show/stages.hpp"
#include "base/print.hpp"
#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::app {
namespace {

/// The measures of --measure in the order of the pack, or all.
std::vector<const series::Analysed*> measuresAsked(const Options& options, const paper::Pack& pack) {
  std::vector<const series::Analysed*> asked;
  for (const series::Analysed& measure : pack.measures) {
    const std::vector<std::string>& names = options.measures;
    if (names.empty() || std::find(names.begin(), names.end(), measure.series.info.name) != names.end()) {
      asked.push_back(&measure);
    }
  }
  return asked;
}

/// Before anything is loaded: every --measure is one of the pack.
void checkMeasures(const Options& options, const Session& session) {
  const std::vector<std::string> wanted = session.wanted(options);
  for (const std::string& name : options.measures) {
    if (std::find(wanted.begin(), wanted.end(), name) == wanted.end()) {
      throw sdk::Error(sdk::ErrorKind::Command,
                       fmt::format("This pack has no measure '{}'.{} `boardpack list measures {}` lists them.",
                                   base::printable(name), base::didYouMean(name, wanted), session.force->code));
    }
  }
}

/// The papers that can be made; says of the others why not. The exit code that they give.
int showPapers(const Session& session, const paper::Pack& pack, std::string& text) {
  int code = 0;
  for (const Paper& paper : makePapers(session, pack)) {
    if (paper.document) {
      text += paperStage(*paper.document, paper.from->shown_as);
    } else {
      base::printError("boardpack: " + omittedSentence(paper) + "\n");
      code = 1;
    }
  }
  return code;
}

}  // namespace

int show(const Options& asked) {
  Options options = asked;
  // Nothing is kept, unless --warehouse asks for it.
  options.warehouse = options.warehouse.empty() ? "none" : options.warehouse;
  checkDates(options);
  const Session session = openForPack(options);
  checkMeasures(options, session);
  Progress progress(options.quiet, options.verbose);
  const FoundData found = findData(options, *session.force, progress, !session.kept.registers.figures.empty());
  const Prepared prepared = prepare(options, session, found, progress);
  const std::vector<const series::Analysed*> measures = measuresAsked(options, prepared.pack);
  progress.stage("");

  std::string text;
  int code = 0;
  for (const std::string& stage : options.stages) {
    text += fmt::format("stage {}\n", stage);
    if (stage == "series") {
      text += seriesStage(measures);
    } else if (stage == "findings") {
      text += findingsStage(measures, prepared.pack);
    } else if (stage == "paper") {
      code = showPapers(session, prepared.pack, text);
    } else {
      text += marksStage(measures, prepared.pack, session.layout.fonts);
    }
  }
  base::print(text);
  const int failed = tellFailures(prepared.pack);
  return failed == 0 ? code : failed;
}

}  // namespace boardpack::app
