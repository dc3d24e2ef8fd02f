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

constexpr int kYear = 12;

/// Two years of rolling totals when each month of them has one a year before too, else one year: a second line that
/// begins half way would look like a change.
int rollingMonths(const series::Analysed& measure, base::Month month) {
  for (int back = 0; back < 2 * kYear; ++back) {
    if (!measure.series.at(measure.series.force(), Window::Mrt, month - back - kYear).has()) {
      return kYear;
    }
  }
  return 2 * kYear;
}

base::MonthRange rollingAxis(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month) {
  const int most = std::min(spec.months, rollingMonths(measure, month));
  return monthsWithValues(measure, {&measure.series.force()}, Window::Mrt, most, month);
}

std::string rollingHindrance(const ChartSubject& subject) {
  if (!subject.measure->series.info.has(Window::Mrt)) {
    return "the measure has no 12-month figure";
  }
  return valuesShown(subject, subject.measure->series.force(), Window::Mrt) < kFewestDrawn
             ? "a 12-month figure needs 12 months of data, and fewer than two months have one"
             : "";
}

std::string rollingTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const series::Comparison* comparison = subject.measure->force().find(Window::Mrt, series::Reference::PreviousMrt);
  if (comparison == nullptr || !comparison->change.has()) {
    return plainMessage(subject, Window::Mrt);
  }
  return info.title + " " + movement(info, *comparison) + " in " +
         periodWords(subject.measure->series, Window::Mrt, subject.month);
}

/// The movement without its period.
std::string shortRollingTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const series::Comparison* comparison = subject.measure->force().find(Window::Mrt, series::Reference::PreviousMrt);
  return comparison == nullptr || !comparison->change.has() ? "" : info.title + " " + movement(info, *comparison);
}

std::string rollingSubtitle(const ChartSubject& subject) {
  const series::MeasureInfo& info = subject.measure->series.info;
  return subtitleOf(subject, "12 months to each month, " + spanWords(subject),
                    info.titleSaysUnit() ? "" : unitPhrase(info));
}

std::vector<std::string> rollingSentences(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  std::vector<std::string> sentences{"Line chart of " + info.title + ", 12 months to each month from " +
                                     spanWords(subject) + ", against the year before, " + subject.place + "."};
  sentences.push_back(courseOfForce(subject, Window::Mrt));
  const series::Comparison* comparison = subject.measure->force().find(Window::Mrt, series::Reference::PreviousMrt);
  if (comparison != nullptr && comparison->change.has()) {
    const std::string words = changeWords(info, *comparison);
    sentences.push_back("The latest is " + words + " on the 12 months before.");
  }
  sentences.push_back(eventsDrawnWords(subject.measure->series, subject.shown));
  sentences.push_back(rejectedSentence(subject.measure->series, subject.month));
  return sentences;
}

}  // namespace

ChartKindRules rulesOfMrtAgainstYear() {
  return {.months = rollingAxis,
          .hindrance = rollingHindrance,
          .title = rollingTitle,
          .short_title = shortRollingTitle,
          .subtitle = rollingSubtitle,
          .sentences = rollingSentences};
}

}  // namespace boardpack::findings
