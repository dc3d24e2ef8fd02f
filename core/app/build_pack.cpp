#include "app/build_pack.hpp"

#include "app/peer_standings.hpp"
#include "app/version.hpp"
#include "base/in_order.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "chart/write_charts.hpp"
#include "findings/measure_words.hpp"
#include "findings/statistics_words.hpp"
#include "measure/evaluation/evaluate.hpp"
#include "statistics/analyse.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace boardpack::app {
namespace {

bool isCovered(const sdk::Force& force, const warehouse::Warehouse& warehouse, base::Month month,
               std::vector<base::Month>& covered) {
  for (const sdk::Feed& feed : force.feeds) {
    for (const sdk::RowRoute& route : feed.routes) {
      const std::vector<base::Month> months = warehouse.coveredMonths(route.table);
      covered.insert(covered.end(), months.begin(), months.end());
    }
  }
  return std::find(covered.begin(), covered.end(), month) != covered.end();
}

bool hasFigure(const series::Analysed& measure, base::Month pack_month) {
  const series::Series& series = measure.series;
  if (!series.failure.empty() || series.groups.empty()) {
    return false;
  }
  return std::any_of(series.groups.begin(), series.groups.end(), [&](const series::GroupSeries& group) {
    return series.at(group, series.info.shortest(), pack_month).has();
  });
}

/// A board is told of a month that some extract covers, or that somebody entered a figure for.
void checkTold(const sdk::Force& force, const warehouse::Warehouse& warehouse,
               const std::vector<series::Analysed>& measures, base::Month month) {
  std::vector<base::Month> covered;
  const bool is_told = isCovered(force, warehouse, month, covered) ||
                       std::any_of(measures.begin(), measures.end(), [&](const series::Analysed& measure) {
                         return measure.series.is_entered && hasFigure(measure, month);
                       });
  if (is_told) {
    return;
  }
  const std::string latest = covered.empty()
                                 ? ""
                                 : fmt::format(" The latest month they cover is {}.",
                                               std::max_element(covered.begin(), covered.end())->longName());
  throw sdk::Error(
      sdk::ErrorKind::Data,
      fmt::format("No extract covers {}, and no figure is entered for it.{} Add the month's extracts, or ask "
                  "for another month with --month.",
                  month.longName(), latest));
}

std::string headingOf(const sdk::Force& force, const measure::PillarDefinition& pillar) {
  for (const sdk::Pillar& known : force.pillars) {
    if (known.id == pillar.id && !known.reference.empty()) {
      return fmt::format("{} {}: {}", force.pillar_label, known.reference, pillar.title);
    }
  }
  return fmt::format("{}: {}", force.pillar_label, pillar.title);
}

paper::Pack beginPack(const Options& options, const Session& session, base::Month month) {
  paper::Pack pack;
  pack.force = *session.force;
  pack.month = month;
  pack.board_date = options.board_date;
  pack.version = kVersion;
  pack.plan_items = session.kept.registers.plan_items;
  pack.plan_updates = session.kept.registers.plan_updates;
  std::vector<std::string> placed;
  for (const measure::PillarDefinition& pillar : session.pillars(options)) {
    pack.pillars.push_back({pillar.id, headingOf(*session.force, pillar), pillar.measures});
    placed.insert(placed.end(), pillar.measures.begin(), pillar.measures.end());
  }
  paper::PillarSection others{"other", "Other measures", {}};
  for (const std::string& name : session.wanted(options)) {
    if (std::find(placed.begin(), placed.end(), name) == placed.end()) {
      others.measures.push_back(name);
    }
  }
  if (!others.measures.empty()) {
    pack.pillars.push_back(std::move(others));
  }
  return pack;
}

/// Rows whose crime cannot be told count with unknown columns; how many there are must be known to whoever reads them.
void addInherited(std::vector<base::Issue>& issues, warehouse::Warehouse& warehouse) {
  const auto tell = [&issues](const warehouse::Inherited& table, std::int64_t rows, const std::string& why) {
    if (rows > 0) {
      issues.push_back({"Crime not known", table.table,
                        fmt::format("Of {}, {} {}: what {} would have of a crime is not known.",
                                    base::countOf(table.rows, "row", "rows"),
                                    base::formatNumber(static_cast<double>(rows)), why, rows == 1 ? "it" : "they"),
                        rows});
    }
  };
  for (const warehouse::Inherited& table : warehouse.inherited()) {
    tell(table, table.without_identifier, "without a crime's identifier");
    tell(table, table.crime_not_there, "of crimes that no extract has");
    tell(table, table.crime_contradictory, "of crimes whose rows contradict each other");
  }
}

/// A box in a picture tells nobody what it stands for.
void addLettersLacking(paper::Pack& pack, const std::filesystem::path& fonts) {
  constexpr std::size_t kMostLetters = 20;
  for (const chart::LettersLacking& lacking : chart::lettersLacking(pack, fonts)) {
    std::vector<std::string> letters = lacking.letters;
    if (letters.size() > kMostLetters) {
      letters.resize(kMostLetters);
      letters.emplace_back("others");
    }
    const std::string sentence = fmt::format(
        "The font of the charts has no letter for {}, so the pictures show a box in {} place. Workbook, paper and "
        "figures have the text as it is.",
        base::joinWords(letters), lacking.letters.size() == 1 ? "its" : "their");
    base::logWarning(lacking.measure + ": " + sentence);
    pack.issues.push_back({"Characters", lacking.measure, sentence, static_cast<std::int64_t>(lacking.letters.size())});
  }
}

/// A pack without a breakdown that it had the month before says why.
void addRefusedBreakdowns(std::vector<base::Issue>& issues, const std::vector<series::Analysed>& measures) {
  for (const series::Analysed& measure : measures) {
    for (const series::RefusedBreakdown& refused : measure.series.refused) {
      issues.push_back({"Breakdown not shown", measure.series.info.name, refused.why, 1});
    }
  }
}

std::vector<series::Analysed> analyseAll(std::vector<series::Series> all, base::Month month,
                                         const statistics::Context& context, std::size_t threads) {
  std::vector<series::Analysed> analysed(all.size());
  base::inOrder(
      all.size(), threads,
      [&](std::size_t i, std::size_t) { analysed[i] = statistics::analyse(std::move(all[i]), month, context); },
      [](std::size_t) {});
  return analysed;
}

std::vector<paper::MeasureFindings> findingsOfAll(const paper::Pack& pack) {
  std::vector<paper::MeasureFindings> all;
  all.reserve(pack.measures.size());
  for (const series::Analysed& measure : pack.measures) {
    std::vector<std::string> words = {findings::measureSentence(measure, pack.month, pack.shared)};
    for (std::string& sentence : findings::furtherSentences(measure, pack.month)) {
      words.push_back(std::move(sentence));
    }
    all.push_back({measure.series.info.name, measure.series.info.title, std::move(words),
                   findings::findingsOf(measure, pack.month)});
  }
  return all;
}

std::size_t threadsOf(const Options& options) {
  return options.jobs > 0 ? static_cast<std::size_t>(options.jobs) : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

paper::Pack buildPack(const Options& options, const Session& session, LoadedData& data, Progress& progress,
                      std::vector<series::KeptValue>* keep) {
  const base::Month month = *options.month;
  paper::Pack pack = beginPack(options, session, month);
  pack.loads = data.loads;
  pack.issues = data.issues;
  pack.sources = data.sources;
  pack.engine = data.warehouse->engine();

  measure::EvaluationRequest request;
  request.month = month;
  request.force = session.force;
  request.measures = &session.measures();
  request.registers = &session.kept.registers;
  request.board_date = options.board_date;
  request.extracted_on = extractedOn(data.loads);
  request.keep = keep;
  request.threads = threadsOf(options);
  request.wanted = session.wanted(options);
  progress.stage(fmt::format("Working out {}",
                             base::countOf(static_cast<std::int64_t>(request.wanted.size()), "measure", "measures")));
  statistics::Context context;
  context.published = session.published ? &session.published->figures : nullptr;
  pack.measures = analyseAll(measure::evaluate(request, *data.warehouse), month, context, threadsOf(options));
  checkTold(*session.force, *data.warehouse, pack.measures, month);
  addInherited(pack.issues, *data.warehouse);
  addRefusedBreakdowns(pack.issues, pack.measures);
  addPeerStandings(pack.measures, {*session.force, month, options.board_date, session.kept.registers, *data.warehouse},
                   pack.issues);
  pack.shared = findings::sharedCaveats(pack.measures, month);
  pack.findings = findingsOfAll(pack);
  pack.charts = paper::chartsOf(pack);
  const std::set<std::string> made = withNeeded(options.formats);
  const bool any_picture = std::any_of(formats().begin(), formats().end(), [&](const writer::Format& format) {
    return format.is_picture && made.contains(format.name);
  });
  if (any_picture) {
    addLettersLacking(pack, session.layout.fonts);
  }
  return pack;
}

paper::Pack emptyPack(const Options& options, const Session& session, base::Month month) {
  paper::Pack pack = beginPack(options, session, month);
  for (const std::string& name : session.wanted(options)) {
    series::Series series;
    series.info = session.measures().find(name)->info;
    series.months = {month};
    series::GroupSeries force;
    for (std::vector<series::Cell>& cells : force.windows) {
      cells = {series::Cell::missing(series::Symbol::NotAvailable, "no extract was read")};
    }
    series.groups.push_back(std::move(force));
    pack.measures.push_back(statistics::analyse(std::move(series), month));
  }
  pack.charts = paper::chartsOf(pack);
  return pack;
}

}  // namespace boardpack::app
