#include "findings/statistics_words.hpp"

#include "base/text.hpp"
#include "findings/event_words.hpp"
#include "findings/finding.hpp"
#include "findings/measure_words.hpp"
#include "findings/rejected_words.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::findings {

namespace {

using series::Mark;
using series::Window;

/// The marks of the latest value over the shortest window and over 12 months.
series::Marks latestMarks(const series::Series& series, base::Month month) {
  series::Marks marks;
  for (const Window window : {series.info.shortest(), Window::Mrt}) {
    if (series.info.has(window)) {
      marks.add(series.at(series.force(), window, month).marks);
    }
  }
  return marks;
}

std::string metWords(const series::MeasureInfo& info, double value, double target) {
  const std::optional<bool> is_met = meetsTarget(info, value, target);
  if (!is_met) {
    return "";
  }
  return *is_met ? "met" : "missed";
}

}  // namespace

std::string statusSentence(const series::Analysed& measure, base::Month pack_month) {
  const series::Series& series = measure.series;
  const base::Month told = series.toldFor(pack_month);
  std::vector<std::string> parts;
  if (series.as_at) {
    parts.push_back("As at " + base::longDate(*series.as_at) + ".");
  }
  if (told != pack_month) {
    const std::string expected = series.info.expected.empty() ? "" : "; expected by " + series.info.expected;
    parts.push_back("Figures to " + told.longName() + expected + (series.is_overdue ? "; overdue." : "."));
  }
  return base::join(parts, " ");
}

std::string reportingWords(const series::Analysed& measure, base::Month pack_month) {
  const series::MeasureInfo& info = measure.series.info;
  std::vector<std::string> parts;
  const std::string status = statusSentence(measure, pack_month);
  if (!status.empty()) {
    parts.push_back(status);
  } else if (!info.expected.empty()) {
    parts.push_back("Expected by " + info.expected + ".");
  }
  if (info.settles_after > 0) {
    parts.push_back("Figures still grow for " + base::countOf(info.settles_after, "month", "months") +
                    " after the period.");
  }
  if (!info.wanted.empty()) {
    parts.push_back(wantedSentence(info));
  }
  return base::join(parts, " ");
}

std::string marksSentence(const series::Analysed& measure, base::Month month) {
  const series::Series& series = measure.series;
  const series::Marks marks = latestMarks(series, month);
  std::vector<std::string> parts;
  if (marks.has(Mark::Break)) {
    parts.emplace_back("Break in the series: an event lies within the period.");
  }
  if (marks.has(Mark::Provisional)) {
    parts.emplace_back(series.info.settles_after > 0
                           ? "Provisional: the latest figures still grow, for " +
                                 base::countOf(series.info.settles_after, "month", "months") + " after the period."
                           : "Provisional: the extracts are not complete for the period.");
  }
  if (marks.has(Mark::Revised)) {
    parts.emplace_back("Revised since it was last published.");
  }
  if (marks.has(Mark::LowReliability)) {
    parts.emplace_back("Low reliability: it comes from few rows.");
  }
  return base::join(parts, " ");
}

std::string targetSentence(const series::Analysed& measure, base::Month month) {
  const series::Series& series = measure.series;
  const series::MeasureInfo info = besideTitle(series.info);
  const std::optional<double> target = info.targetAt(month);
  if (!target || series.groups.empty()) {
    return "";
  }
  std::string text = "The target is " + numberWords(info, *target);
  if (!info.target_set_by.empty()) {
    text += ", set by " + info.target_set_by;
  }
  const Window window = info.shortest();
  const series::Cell cell = series.at(series.force(), window, month);
  const std::string met = cell.has() ? metWords(info, *cell.value, *target) : "";
  return text + (met.empty() ? "." : ": " + met + " in " + periodWords(series, window, month) + ".");
}

std::string wantedSentence(const series::MeasureInfo& info) {
  if (info.wanted.empty()) {
    return "";
  }
  std::string wanted = info.wanted;
  if (wanted.front() >= 'a' && wanted.front() <= 'z') {
    wanted.front() = static_cast<char>(wanted.front() - 'a' + 'A');
  }
  return wanted + " is wanted.";
}

std::vector<std::string> eventSentences(const series::Analysed& measure, const base::MonthRange& shown) {
  std::vector<std::string> sentences;
  for (const series::Event& event : measure.series.events) {
    if (shown.contains(event.month())) {
      sentences.push_back(eventSentence(event));
    }
  }
  return sentences;
}

std::vector<std::string> furtherSentences(const series::Analysed& measure, base::Month pack_month) {
  std::vector<std::string> all;
  if (!measure.series.failure.empty() || measure.series.groups.empty() || measure.groups.empty()) {
    return all;
  }
  const base::Month month = measure.series.toldFor(pack_month);
  const auto add = [&](std::vector<std::string> sentences) {
    for (std::string& sentence : sentences) {
      if (!sentence.empty()) {
        all.push_back(std::move(sentence));
      }
    }
  };
  add({statusSentence(measure, pack_month), marksSentence(measure, month), rejectedSentence(measure.series, month),
       targetSentence(measure, month), wantedSentence(measure.series.info)});
  add(contributionSentences(measure));
  add({seasonSentence(measure)});
  add(changePointSentences(measure));
  add({forecastSentence(measure, month), peersSentence(measure)});
  const std::vector<base::Month>& months = measure.series.months;
  if (!months.empty()) {
    constexpr int kShownMonths = 36;
    add(eventSentences(measure, {std::max(months.front(), month - (kShownMonths - 1)), month}));
  }
  return all;
}

}  // namespace boardpack::findings
