#include "findings/chart_words.hpp"
#include "findings/charts/chart_kind_rules.hpp"

#include <algorithm>

namespace boardpack::findings {

namespace {

/// Months and groups as the subject's kind has them.
void decide(ChartSubject& subject) {
  const ChartKindRules& rules = rulesOf(subject.spec.kind);
  subject.shown = rules.months(*subject.measure, subject.spec, subject.month);
  DrawnGroups groups =
      rules.groups == nullptr ? DrawnGroups{} : rules.groups(*subject.measure, subject.spec, subject.shown);
  subject.groups = std::move(groups.drawn);
  subject.groups_in_all = groups.in_all;
  subject.groups_without_change = groups.without_change;
}

}  // namespace

ChartSubject chartSubject(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month,
                          const std::string& place) {
  ChartSubject subject;
  subject.measure = &measure;
  subject.spec = spec;
  subject.month = month;
  subject.place = place;
  decide(subject);
  const auto fits = rulesOf(spec.kind).fits;
  if (fits != nullptr && !fits(subject)) {
    subject.spec.kind = series::rowOf(spec.kind).instead.value_or(spec.kind);
    decide(subject);
  }
  return subject;
}

std::string chartHindrance(const ChartSubject& subject) {
  const series::Series& series = subject.measure->series;
  if (!series.failure.empty()) {
    return "the measure failed";
  }
  const bool is_refused =
      std::any_of(series.refused.begin(), series.refused.end(),
                  [&](const series::RefusedBreakdown& refused) { return refused.breakdown == subject.spec.breakdown; });
  if (is_refused) {
    return "the breakdown has too many groups to be shown";
  }
  return rulesOf(subject.spec.kind).hindrance(subject);
}

}  // namespace boardpack::findings
