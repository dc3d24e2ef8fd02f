#include "app/build_pack.hpp"
#include "app/commands/commands.hpp"
#include "app/explain/reads_back.hpp"
#include "app/explain/rows_text.hpp"
#include "app/peer_standings.hpp"
#include "base/print.hpp"
#include "base/text.hpp"
#include "findings/measure_words.hpp"
#include "findings/rejected_words.hpp"
#include "findings/significance_words.hpp"
#include "findings/statistics_words.hpp"
#include "measure/evaluation/evaluate.hpp"
#include "measure/evaluation/rows_behind.hpp"
#include "series/window_months.hpp"
#include "statistics/analyse.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace boardpack::app {
namespace {

measure::GroupName readGroup(const std::string& text) {
  if (text.empty()) {
    return {};
  }
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) {
    throw sdk::Error(sdk::ErrorKind::Command,
                     fmt::format("--group takes BREAKDOWN=GROUP, such as district=Hartlepool; '{}' has no '='.",
                                 base::printable(text)));
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

const series::GroupSeries& findGroup(const series::Series& series, const measure::GroupName& name) {
  if (const series::GroupSeries* found = series.find(name.breakdown, name.group)) {
    return *found;
  }
  std::vector<std::string> known;
  for (const series::GroupSeries& group : series.groups) {
    if (!group.isForce()) {
      known.push_back(group.breakdown + "=" + group.group);
    }
  }
  throw sdk::Error(sdk::ErrorKind::Command,
                   fmt::format("The measure {} has no group {}={}.{} It has: {}.", series.info.name, name.breakdown,
                               base::printable(name.group), base::didYouMean(name.breakdown + "=" + name.group, known),
                               known.empty() ? "none besides the force" : base::join(known, ", ")));
}

/// Where it is declared, and what is said about it there.
std::string aboutText(const series::MeasureInfo& info) {
  std::string text = fmt::format("Declared in {}.", info.script);
  const std::pair<const char*, const std::string*> lines[] = {
      {"Owner", &info.owner}, {"Source", &info.source}, {"Last reviewed", &info.last_reviewed}};
  for (const auto& [name, value] : lines) {
    if (!value->empty()) {
      text += fmt::format(" {}: {}.", name, *value);
    }
  }
  return text + (info.note.empty() ? "\n" : "\nNote: " + info.note + "\n");
}

/// The window of --window, which the measure must have.
series::Window windowAsked(const series::MeasureInfo& info, const std::string& name) {
  for (const series::Window window : series::kAllWindows) {
    const bool has_months =
        window != series::Window::Since && window != series::Window::Between && window != series::Window::Wave;
    if (name == series::windowName(window) && (has_months || info.has(window))) {
      return window;
    }
  }
  std::vector<std::string> has;
  for (const series::Window window : info.windows) {
    has.emplace_back(series::windowName(window));
  }
  throw sdk::Error(sdk::ErrorKind::Command, fmt::format("The measure {} has no window '{}'. It has: {}.", info.name,
                                                        name, base::join(has, ", ")));
}

/// A number with its thousands apart and all its places: "2,634", "1,300.25".
std::string amountText(double value) {
  const std::string exact = base::exactNumber(value);
  const std::size_t point = exact.find('.');
  const bool is_plain = exact.find('e') == std::string::npos;
  return is_plain ? base::formatNumber(
                        value, point == std::string::npos ? 0 : std::min(6, static_cast<int>(exact.size() - point - 1)))
                  : exact;
}

/// "significantly higher, p = 0.012"; "" of what is not a thing to test.
std::string testText(const series::Comparison& comparison) {
  using Verdict = series::Significance::Verdict;
  const series::Significance& tested = comparison.significance;
  if (!comparison.change.has() || tested.verdict == Verdict::NotTested) {
    return {};
  }
  if (tested.verdict == Verdict::CannotTell) {
    return "whether it is significant " + findings::significanceWords(comparison);
  }
  constexpr double kLeastShown = 0.001;
  const std::string p = !tested.p                 ? ""
                        : *tested.p < kLeastShown ? ", p below " + base::formatNumber(kLeastShown, 3)
                                                  : ", p = " + base::formatNumber(*tested.p, 3);
  return findings::significanceWords(comparison) + p;
}

std::string figureText(const series::Analysed& analysed, const series::GroupSeries& group, base::Month month) {
  const series::MeasureInfo& info = analysed.series.info;
  std::string text;
  for (const series::Window window : info.windows) {
    const series::Cell cell = analysed.series.at(group, window, month);
    const std::string marks = series::marksText(cell.marks);
    text += fmt::format("  {}: {}{}", findings::periodWords(analysed.series, window, month),
                        findings::valueWords(info, cell), marks.empty() ? "" : " " + marks);
    if (!cell.has() && !cell.reason.empty()) {
      text += fmt::format(" ({})", cell.reason);
    }
    if (cell.numerator && cell.denominator) {
      text += fmt::format(" ({} of {})", amountText(*cell.numerator), amountText(*cell.denominator));
    }
    if (cell.unknown > 0) {
      text += fmt::format("; not known: {}", base::formatNumber(static_cast<double>(cell.unknown)));
    }
    if (const auto rejected = analysed.series.rejectedIn(window, month); rejected && rejected->rows > 0 && cell.has()) {
      text += fmt::format("; {} could not be read and {} left out{}", findings::rejectedWords(*rejected),
                          rejected->rows == 1 ? "is" : "are", group.isForce() ? "" : " of the force's figure");
    }
    text += "\n";
  }
  const auto at = static_cast<std::size_t>(&group - analysed.series.groups.data());
  for (const series::Comparison& comparison : analysed.groups[at].comparisons) {
    const std::string marks = series::marksText(comparison.change.marks);
    const std::string tested = testText(comparison);
    text += fmt::format("  {} against {}: {}{}{}\n", findings::periodWords(analysed.series, comparison, month),
                        findings::referenceWords(analysed.series, comparison), findings::changeWords(info, comparison),
                        marks.empty() ? "" : " " + marks, tested.empty() ? "" : " (" + tested + ")");
  }
  text += fmt::format("  {}\n", findings::variationWords(analysed.groups[at]));
  return text;
}

std::string exactText(const series::Cell& cell) {
  return cell.has() ? base::exactNumber(*cell.value)
                    : std::string(series::symbolText(cell.symbol)) + " (" + cell.reason + ")";
}

/// The standing among other forces with all its parts; the reason where there is none.
std::string peersText(const series::Analysed& analysed) {
  if (!analysed.peers) {
    return {};
  }
  const series::PeerStanding& peers = *analysed.peers;
  std::string text = "\nBeside other forces:\n";
  if (!peers.available) {
    return text + fmt::format("  none: {}\n", peers.reason);
  }
  text +=
      fmt::format("  {}\n  own {} ({}), mean of {} {}, national {}\n", findings::peersSentence(analysed),
                  exactText(peers.own), peers.own_from, peers.group, exactText(peers.mean), exactText(peers.national));
  const std::pair<const char*, std::string> lines[] = {{"Unit", peers.unit},
                                                       {"Population", peers.population},
                                                       {"Members with a figure", base::joinWords(peers.members)},
                                                       {"Forces that rose are told by", peers.increases_from},
                                                       {"Source", peers.source}};
  for (const auto& [name, words] : lines) {
    text += words.empty() ? "" : fmt::format("  {}: {}\n", name, words);
  }
  return text;
}

}  // namespace

int explain(const Options& options) {
  const Session session = openSession(options);
  const measure::MeasureDefinition* definition = session.measures().find(options.measure);
  if (definition == nullptr) {
    std::vector<std::string> known;
    for (const measure::MeasureDefinition& other : session.measures().measures) {
      known.push_back(other.info.name);
    }
    for (const measure::Amendment& amendment : session.measures().amendments) {
      const bool is_off = amendment.subject == "measure" && amendment.name == options.measure &&
                          amendment.what == measure::Amendment::What::SwitchedOff;
      if (is_off) {
        throw sdk::Error(sdk::ErrorKind::Command, fmt::format("The measure '{}' of {} is switched off by {}.",
                                                              amendment.name, amendment.over, amendment.place));
      }
    }
    for (const measure::LeftOut& left_out : session.measures().left_out) {
      if (left_out.name == options.measure) {
        throw sdk::Error(sdk::ErrorKind::Command,
                         fmt::format("The measure '{}' of {} is left out of {}: {}", left_out.name, left_out.place,
                                     session.force->name, left_out.why));
      }
    }
    throw sdk::Error(
        sdk::ErrorKind::Command,
        fmt::format("There is no measure '{}'.{} `boardpack list measures {}` lists them.",
                    base::printable(options.measure), base::didYouMean(options.measure, known), session.force->code));
  }
  const measure::GroupName group_name = readGroup(options.group);
  Progress progress(options.quiet);
  const FoundData found = findData(options, *session.force, progress, !session.kept.registers.figures.empty());
  LoadedData data = loadData(options, *session.force, found, progress);

  measure::EvaluationRequest request;
  request.month = *options.month;
  request.force = session.force;
  request.measures = &session.measures();
  request.registers = &session.kept.registers;
  request.board_date = options.board_date;
  request.extracted_on = extractedOn(data.loads);
  if (options.plan) {
    for (const measure::MeasureDefinition& other : session.measures().measures) {
      if (!other.offered) {
        request.wanted.push_back(other.info.name);
      }
    }
    const std::string plan = measure::planText(options.measure, request, *data.warehouse);
    progress.stage("");
    base::print(fmt::format("{}\n{}\n\n{}", definition->info.title, definition->info.sentence, plan));
    return 0;
  }
  request.wanted = {options.measure};
  statistics::Context context;
  context.published = session.published ? &session.published->figures : nullptr;
  std::vector<series::Analysed> all;
  all.push_back(
      statistics::analyse(std::move(measure::evaluate(request, *data.warehouse).front()), *options.month, context));
  addPeerStandings(all, {*session.force, *options.month, options.board_date, session.kept.registers, *data.warehouse},
                   data.issues);
  const series::Analysed& analysed = all.front();
  const series::GroupSeries& group = findGroup(analysed.series, group_name);
  const base::Month month = analysed.series.toldFor(*options.month);

  const series::Window window = windowAsked(analysed.series.info, options.window);
  std::string text = definition->info.title + "\n" +
                     readBack(*definition, session.measures(), analysed.series.at(group, window, month),
                              findings::periodWords(analysed.series, window, month));
  text += aboutText(definition->info);
  if (!analysed.series.failure.empty()) {
    text += fmt::format("The measure failed: {}\n", analysed.series.failure);
  }
  for (const series::RefusedBreakdown& refused : analysed.series.refused) {
    text += fmt::format("Not shown: {}\n", refused.why);
  }
  text += fmt::format("\n{}\n{}", options.group.empty() ? session.force->name : group_name.group,
                      figureText(analysed, group, month));
  text += group.isForce() ? peersText(analysed) : "";
  text += "\nWhat the engine was asked (all months and groups at once):\n";
  for (const std::string& statement : measure::statementsOf(*definition, request, *data.warehouse)) {
    text += fmt::format("  {}\n", statement);
  }
  const auto months = series::monthsOf(analysed.series.info, analysed.series.waves, window, month);
  if (months) {
    measure::RowsAsked asked{.months = *months,
                             .group = group_name,
                             .most = static_cast<std::size_t>(options.rows),
                             .series = &analysed.series};
    text += fmt::format(
        "\nRows behind {}{}\n", findings::periodWords(analysed.series, window, month),
        rowsText(measure::rowsBehind(*definition, session.measures(), asked, *session.force), *data.warehouse));
  }
  progress.stage("");
  base::print(text);
  return analysed.series.failure.empty() && analysed.series.refused.empty() ? 0 : 1;
}

}  // namespace boardpack::app
