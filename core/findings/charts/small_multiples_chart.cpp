#include "base/text.hpp"
#include "findings/charts/chart_kind_rules.hpp"
#include "findings/charts/chart_months.hpp"
#include "findings/charts/chart_phrases.hpp"
#include "findings/measure_words.hpp"
#include "findings/rejected_words.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::findings {

namespace {

constexpr std::size_t kMostPanels = 12;

/// The groups with the largest totals, in the order of the measure.
DrawnGroups panelsOf(const series::Analysed& measure, const series::ChartSpec& spec, const base::MonthRange& shown) {
  std::vector<const series::GroupSeries*> groups = monthlyGroups(measure.series, spec.breakdown, shown);
  const std::size_t in_all = groups.size();
  if (in_all > kMostPanels) {
    std::stable_sort(groups.begin(), groups.end(), [&](const auto* a, const auto* b) {
      return std::abs(totalOf(drawnMonths(measure.series, *a, shown))) >
             std::abs(totalOf(drawnMonths(measure.series, *b, shown)));
    });
    groups.resize(kMostPanels);
    // All groups lie in one vector: their addresses have the measure's order.
    std::sort(groups.begin(), groups.end());
  }
  return {.drawn = namesOf(groups), .in_all = in_all};
}

/// Whether every group of the breakdown is drawn and has limits: then "each" may be said.
bool areAll(const ChartSubject& subject, const Flagged& flagged) {
  return flagged.with_limits == subject.groups_in_all;
}

std::string multiplesTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const Flagged flagged = flaggedOf(subject);
  if (flagged.with_limits == 0) {
    return largestTitle(subject);
  }
  if (flagged.groups.size() == 1) {
    return info.title + ": " + flagged.groups.front() + " " +
           controlMessage(*flagged.limits.front(), *flagged.points.front(), subject.month);
  }
  if (flagged.groups.empty()) {
    return areAll(subject, flagged)
               ? info.title + " stayed within the usual range in each " + breakdownWords(info, subject.spec.breakdown)
               : byBreakdown(subject) + ": " + withLimits(subject, flagged) + " stayed within the usual range";
  }
  return info.title + ": " + base::joinWords(flagged.groups) + " stood out in " + subject.month.longName();
}

std::string shortMultiplesTitle(const ChartSubject& subject) {
  const series::MeasureInfo info = besideTitle(subject.measure->series.info);
  const Flagged flagged = flaggedOf(subject);
  if (areAll(subject, flagged) && flagged.groups.size() == flagged.with_limits && flagged.with_limits > 0) {
    return info.title + " stood out in each " + breakdownWords(info, subject.spec.breakdown);
  }
  if (!flagged.groups.empty()) {
    const std::string among =
        areAll(subject, flagged) ? std::to_string(flagged.with_limits) : withLimits(subject, flagged);
    return byBreakdown(subject) + ": " + std::to_string(flagged.groups.size()) + " of " + among + " stood out";
  }
  return "";
}

std::vector<std::string> multiplesSentences(const ChartSubject& subject) {
  std::vector<std::string> sentences = groupSentences(subject, "Small line charts");
  const Flagged flagged = flaggedOf(subject);
  if (flagged.with_limits > 0) {
    const std::string among = flagged.with_limits == subject.groups.size() ? "" : " in " + withLimits(subject, flagged);
    sentences.push_back(flagged.groups.empty()
                            ? "No special cause in the latest month" + among + "."
                            : "Special cause in the latest month: " + base::joinWords(flagged.groups) + ".");
  }
  sentences.push_back(totalWords(subject));
  sentences.push_back(rejectedSentence(subject.measure->series, subject.month));
  return sentences;
}

}  // namespace

ChartKindRules rulesOfSmallMultiples() {
  return {.months = monthsOfGroups,
          .groups = panelsOf,
          .hindrance = groupsHindrance,
          .title = multiplesTitle,
          .short_title = shortMultiplesTitle,
          .subtitle = monthlySubtitle,
          .sentences = multiplesSentences};
}

}  // namespace boardpack::findings
