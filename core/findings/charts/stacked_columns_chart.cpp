#include "findings/charts/chart_kind_rules.hpp"
#include "findings/charts/chart_months.hpp"
#include "findings/charts/chart_phrases.hpp"
#include "findings/rejected_words.hpp"

#include <algorithm>

namespace boardpack::findings {

namespace {

constexpr std::size_t kMostStacked = 6;

/// Lowest of the stack first: what is outside the force or not known stands on top.
DrawnGroups stackOf(const series::Analysed& measure, const series::ChartSpec& spec, const base::MonthRange& shown) {
  std::vector<const series::GroupSeries*> groups = monthlyGroups(measure.series, spec.breakdown, shown);
  std::stable_partition(groups.begin(), groups.end(),
                        [](const series::GroupSeries* group) { return !series::isRemainder(group->group); });
  return {.drawn = namesOf(groups), .in_all = groups.size()};
}

/// Stacked columns are for six groups at the most, that add up and have no value below 0.
bool canStack(const ChartSubject& subject) {
  const series::Series& series = subject.measure->series;
  if (!series.info.nature.adds_up || subject.groups.empty() || subject.groups.size() > kMostStacked) {
    return false;
  }
  return std::none_of(subject.groups.begin(), subject.groups.end(), [&](const std::string& name) {
    const std::vector<double> values = drawnMonths(series, *series.find(subject.spec.breakdown, name), subject.shown);
    return std::any_of(values.begin(), values.end(), [](double value) { return value < 0; });
  });
}

std::vector<std::string> stackedSentences(const ChartSubject& subject) {
  std::vector<std::string> sentences = groupSentences(subject, "Stacked columns");
  sentences.push_back(totalWords(subject));
  sentences.push_back(rejectedSentence(subject.measure->series, subject.month));
  return sentences;
}

}  // namespace

ChartKindRules rulesOfStackedColumns() {
  return {.months = monthsOfGroups,
          .groups = stackOf,
          .fits = canStack,
          .hindrance = groupsHindrance,
          .title = largestTitle,
          .subtitle = monthlySubtitle,
          .sentences = stackedSentences};
}

}  // namespace boardpack::findings
