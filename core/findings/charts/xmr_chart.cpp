#include "base/text.hpp"
#include "findings/charts/chart_kind_rules.hpp"
#include "findings/charts/chart_months.hpp"
#include "findings/charts/chart_phrases.hpp"
#include "findings/event_words.hpp"
#include "findings/measure_words.hpp"
#include "findings/rejected_words.hpp"

#include <algorithm>

namespace boardpack::findings {

namespace {

using series::Window;

std::string xmrHindrance(const ChartSubject& subject) {
  return valuesShown(subject, subject.measure->series.force(), Window::Month) < kFewestDrawn
             ? "fewer than two months have a value"
             : "";
}

std::string xmrTitle(const ChartSubject& subject) {
  const series::Limits& limits = subject.measure->force().limits;
  const bool has_class = limits.available && !limits.classes.empty() && !limits.no_variation &&
                         limits.classes.back().variation != series::Variation::Unknown;
  if (!has_class) {
    return plainMessage(subject, Window::Month);
  }
  return subject.measure->series.info.title + " " + controlMessage(limits, limits.classes.back(), subject.month);
}

std::string limitsWords(const series::MeasureInfo& info, const series::Limits& limits) {
  if (!limits.available) {
    return "No control limits: " + limits.reason + ".";
  }
  if (limits.no_variation) {
    return "Every month has the same value.";
  }
  const int decimals = std::max(info.decimals, 1);
  const std::string mean = limits.looked_at.empty() ? "Mean " : "Of " + limits.looked_at + ": mean ";
  return mean + base::formatNumber(limits.mean, decimals) + ", limits " + base::formatNumber(limits.lower, decimals) +
         " to " + base::formatNumber(limits.upper, decimals) + ".";
}

std::string specialCausesWords(const ChartSubject& subject) {
  const series::Limits& limits = subject.measure->force().limits;
  if (!limits.available || limits.no_variation) {
    return "";
  }
  std::int64_t marked = 0;
  const series::PointClass* latest = nullptr;
  base::Month latest_month;
  for (std::size_t i = 0; i < limits.classes.size(); ++i) {
    const base::Month month = subject.measure->series.months[limits.first + i];
    if (limits.classes[i].cause == series::SpecialCause::None || !subject.shown.contains(month)) {
      continue;
    }
    ++marked;
    latest = &limits.classes[i];
    latest_month = month;
  }
  if (latest == nullptr) {
    return "No month shows a special cause.";
  }
  return base::countOf(marked, "month shows a special cause", "months show special causes") + ", the latest " +
         latest_month.longName() + ": " + specialCauseWords(limits, *latest) + ".";
}

std::vector<std::string> xmrSentences(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  std::vector<std::string> sentences{"Line chart of " + info.title + " by month, " + subject.place + ", " +
                                     spanWords(subject) + "."};
  sentences.push_back(courseOfForce(subject, Window::Month));
  sentences.push_back(limitsWords(info, subject.measure->force().limits));
  sentences.push_back(specialCausesWords(subject));
  sentences.push_back(eventsDrawnWords(subject.measure->series, subject.shown));
  sentences.push_back(rejectedSentence(subject.measure->series, subject.month));
  return sentences;
}

}  // namespace

ChartKindRules rulesOfXmr() {
  return {.months = monthsOfForce,
          .hindrance = xmrHindrance,
          .title = xmrTitle,
          .subtitle = monthlySubtitle,
          .sentences = xmrSentences};
}

}  // namespace boardpack::findings
