#include "app/show/stages.hpp"
#include "app/show/value_text.hpp"

#include "base/text.hpp"
#include "findings/measure_words.hpp"
#include "findings/significance_words.hpp"
#include "findings/statistics_words.hpp"

#include <fmt/format.h>

namespace boardpack::app {
namespace {

std::string lineOf(const char* what, const std::string& words) {
  return words.empty() ? std::string() : fmt::format("  {}: {}\n", what, words);
}

std::string groupWords(const series::Analysed& measure, std::size_t at, base::Month month) {
  const series::MeasureInfo& info = measure.series.info;
  const series::GroupSeries& group = measure.series.groups[at];
  const series::GroupAnalysis& analysis = measure.groups[at];
  std::string text = fmt::format("  {}\n", groupName(group));
  for (const series::Window window : info.windows) {
    const series::Cell cell = measure.series.at(group, window, month);
    const std::string unknown = findings::unknownWords(info, cell);
    text += fmt::format("    {}: {}{}\n", findings::periodWords(measure.series, window, month),
                        findings::valueWords(info, cell), unknown.empty() ? "" : "; not known of " + unknown);
  }
  for (const series::Comparison& comparison : analysis.comparisons) {
    const std::string marks = series::marksText(comparison.change.marks);
    text += fmt::format("    {} against {}: {}{}; significance: {}\n",
                        findings::periodWords(measure.series, comparison, month),
                        findings::referenceWords(measure.series, comparison), findings::changeWords(info, comparison),
                        marks.empty() ? "" : " " + marks, findings::significanceWords(comparison));
  }
  return text + fmt::format("    variation: {}\n", findings::variationWords(analysis));
}

std::string chartWords(const paper::Chart& chart) {
  std::string text = fmt::format("  chart {}: {} to {}\n", chart.id, chart.shown.first.iso(), chart.shown.last.iso());
  if (!chart.drawable) {
    return text + fmt::format("    not drawn: {}\n", chart.reason);
  }
  text += chart.groups.empty() ? ""
                               : fmt::format("    groups ({} of {}): {}\n", chart.groups.size(), chart.groups_in_all,
                                             base::join(chart.groups, "; "));
  return text + fmt::format("    title: {}\n    subtitle: {}\n    alternative: {}\n    source: {}\n", chart.title,
                            chart.subtitle, chart.alternative, chart.source);
}

std::string findingWords(const findings::Finding& finding) {
  std::string text =
      fmt::format("  finding {}: {} {} to {}", findings::rowOf(finding.kind).key, series::windowName(finding.window),
                  finding.period.first.iso(), finding.period.last.iso());
  const auto add = [&](const std::string& part) { text += part.empty() ? "" : "; " + part; };
  add(finding.group.empty() ? finding.breakdown : finding.breakdown + " " + finding.group);
  add(finding.direction == findings::Direction::None ? "" : findings::directionKey(finding.direction));
  add(finding.size ? base::exactNumber(*finding.size) : "");
  add(finding.meaning == findings::Meaning::None ? "" : findings::meaningKey(finding.meaning));
  add(finding.about);
  for (const findings::Evidence& evidence : finding.evidence) {
    std::string key = evidence.statistic;
    for (const std::string& part : {evidence.reference, evidence.breakdown, evidence.group, evidence.period}) {
      key += part.empty() ? "" : " " + part;
    }
    add(key);
  }
  return text + "\n";
}

}  // namespace

std::string findingsStage(const std::vector<const series::Analysed*>& measures, const paper::Pack& pack) {
  std::string text = "shared\n";
  for (const std::string& sentence : pack.shared.sentences) {
    text += fmt::format("  {}\n", sentence);
  }
  for (const series::Analysed* measure : measures) {
    const base::Month month = measure->series.toldFor(pack.month);
    text += fmt::format("measure {}\n", measure->series.info.name);
    text += lineOf("title", measure->series.info.title);
    text += lineOf("definition", measure->series.info.sentence);
    text += lineOf("failed", measure->series.failure);
    text += lineOf("sentence", findings::measureSentence(*measure, month, pack.shared));
    for (const std::string& sentence : findings::furtherSentences(*measure, pack.month)) {
      text += lineOf("further", sentence);
    }
    for (const paper::MeasureFindings& of_measure : pack.findings) {
      if (of_measure.measure == measure->series.info.name) {
        for (const findings::Finding& finding : of_measure.findings) {
          text += findingWords(finding);
        }
      }
    }
    text += lineOf("no peers", findings::noPeersSentence(*measure));
    for (std::size_t at = 0; at < measure->series.groups.size() && at < measure->groups.size(); ++at) {
      text += groupWords(*measure, at, month);
    }
    for (const paper::Chart& chart : pack.charts) {
      text += chart.measure == measure->series.info.name ? chartWords(chart) : "";
    }
  }
  return text;
}

}  // namespace boardpack::app
