#include "statistics/change/significance.hpp"

#include "statistics/estimate/distributions.hpp"

#include <cmath>

namespace boardpack::statistics {

namespace {

using series::Cell;
using series::Significance;
using Test = series::Nature::Test;

constexpr const char* kOfCounts = "two counts, with the spread that the months show";
constexpr const char* kOfSums = "two sums, with the spread that the months show";
constexpr const char* kOfShares = "two proportions, with the spread that the months show";

Significance cannotTell(std::string reason) {
  Significance significance;
  significance.verdict = Significance::Verdict::CannotTell;
  significance.reason = std::move(reason);
  return significance;
}

/// `z` is that of Poisson or binomial; `wider` is what widening() gives for the periods.
Significance judged(double z, const Spread& spread, bool at_least_chance, double wider) {
  const bool is_wide = spread.dispersion > 1 || !at_least_chance || wider > 1;
  const double dispersion = spread.dispersion > 1 || !at_least_chance ? spread.dispersion : 1.0;
  if (!(dispersion > 0)) {
    return cannotTell("the months show no spread");
  }
  Significance significance;
  significance.z = z / std::sqrt(dispersion * wider);
  significance.p = is_wide ? twoSidedStudent(*significance.z, spread.degrees) : twoSidedNormal(*significance.z);
  significance.dispersion = dispersion;
  significance.verdict =
      *significance.p < kSignificance ? Significance::Verdict::Beyond : Significance::Verdict::Within;
  return significance;
}

/// The count of all months of an earlier period, which is told as the mean stretch of the window's length where it is
/// the longer one.
MonthlyCount wholeOf(const MonthlyCount& told, const series::Comparison& comparison) {
  const int months = comparison.months.count();
  const int before = comparison.before_months.count();
  const bool is_mean = !comparison.before.numerator && before > months;
  return is_mean ? MonthlyCount{.met = told.met * before / months, .of = told.of} : told;
}

/// The parts of a cell that a test is of; nothing when they are not known.
std::optional<MonthlyCount> partsOf(Test test, const Cell& cell) {
  if (!cell.has()) {
    return std::nullopt;
  }
  if (test != Test::Shares) {
    const std::optional<double> count = cell.numerator ? cell.numerator : cell.value;
    return MonthlyCount{.met = *count, .of = cell.denominator.value_or(0)};
  }
  const std::optional<double> of = cell.effective_base ? cell.effective_base : cell.denominator;
  if (!of || !(*of > 0)) {
    return std::nullopt;
  }
  // Of weighted answers the share itself, of as many answers as they are worth.
  const bool is_plain = !cell.effective_base && cell.numerator.has_value();
  constexpr double kPercent = 100.0;
  return MonthlyCount{.met = is_plain ? *cell.numerator : *cell.value / kPercent * *of, .of = *of};
}

bool share(const base::MonthRange& a, const base::MonthRange& b) { return a.first <= b.last && b.first <= a.last; }

bool isKnown(const base::MonthRange& range) { return range.first != base::Month(); }

double daysIn(const base::MonthRange& range) {
  double days = 0;
  for (base::Month month = range.first; month <= range.last; month = month + 1) {
    days += month.lastDay().day;
  }
  return days;
}

/// How much more there was to count in the latest period: months, or days of a measure told per day, times people of a
/// rate.
double ratioOf(const series::MeasureInfo& info, const series::Comparison& comparison, const MonthlyCount& now,
               const MonthlyCount& before) {
  double ratio = info.per_day ? daysIn(comparison.months) / daysIn(comparison.before_months)
                              : static_cast<double>(comparison.months.count()) / comparison.before_months.count();
  if (info.nature.is_rate && now.of > 0 && before.of > 0) {
    ratio *= now.of / before.of;
  }
  return ratio;
}

const char* methodOf(Test test) {
  switch (test) {
    case Test::Shares:
      return kOfShares;
    case Test::Sums:
      return kOfSums;
    case Test::Counts:
    case Test::None:
      break;
  }
  return kOfCounts;
}

}  // namespace

Significance testOfCounts(double now, double before, double ratio, const Spread& spread, bool at_least_poisson,
                          double wider) {
  if (!spread.known) {
    return cannotTell(spread.reason);
  }
  if (now < 0 || before < 0) {
    return cannotTell("a value is below 0");
  }
  const double z = 2 * (std::sqrt(now) - std::sqrt(ratio * before)) / std::sqrt(1 + ratio);
  return judged(z, spread, at_least_poisson, wider);
}

Significance testOfShares(const MonthlyCount& now, const MonthlyCount& before, const Spread& spread, double wider) {
  if (!spread.known) {
    return cannotTell(spread.reason);
  }
  const double pooled = (now.met + before.met) / (now.of + before.of);
  const double variance = pooled * (1 - pooled) * (1 / now.of + 1 / before.of);
  // All met, or none, in both.
  const double z = variance > 0 ? (now.met / now.of - before.met / before.of) / std::sqrt(variance) : 0.0;
  return judged(z, spread, true, wider);
}

GroupSpread spreadOf(const series::Series& series, const series::GroupSeries& group,
                     const std::vector<Stretch>& stretches) {
  GroupSpread known;
  known.test = series.info.nature.test;
  if (known.test == Test::None) {
    known.reason = series.info.nature.untested;
    return known;
  }
  const std::vector<Cell>& cells = group.in(series::Window::Month);
  if (series.info.nature.months_overlap) {
    known.spread.reason = "neighbouring monthly values share months";
    return known;
  }
  std::vector<std::optional<MonthlyCount>> months;
  months.reserve(cells.size());
  for (const Cell& cell : cells) {
    months.push_back(partsOf(known.test, cell));
  }
  const std::vector<int> levels = levelsOf(months.size(), stretches);
  known.spread = known.test == Test::Shares ? spreadOfShares(months, levels) : spreadOfCounts(months, levels);
  return known;
}

Significance significanceOf(const series::Series& series, const GroupSpread& known, const Cell& now,
                            const series::Comparison& comparison) {
  if (known.test == Test::None) {
    return known.reason.empty() ? Significance{} : cannotTell(known.reason);
  }
  if (!comparison.change.has()) {
    return {};
  }
  if (!isKnown(comparison.months) || !isKnown(comparison.before_months)) {
    return cannotTell("the months of the earlier value are not known");
  }
  const bool is_of_months = comparison.months.count() == 1 && comparison.before_months.count() == 1;
  const bool is_same_month = (comparison.months.last - comparison.before_months.last) % 12 == 0;
  if (known.has_season && is_of_months && !is_same_month) {
    return cannotTell("the months of the year differ as a rule, so one is not tested against another");
  }
  if (share(comparison.months, comparison.before_months)) {
    return cannotTell("the two periods share months");
  }
  const std::optional<MonthlyCount> parts = partsOf(known.test, now);
  const std::optional<MonthlyCount> earlier = partsOf(known.test, comparison.before);
  if (!parts || !earlier) {
    return cannotTell("the counts behind a value are not known");
  }
  const double wider = widening(known.spread.correlation, comparison.months, comparison.before_months);
  Significance significance = known.test == Test::Shares
                                  ? testOfShares(*parts, *earlier, known.spread, wider)
                                  : testOfCounts(parts->met, wholeOf(*earlier, comparison).met,
                                                 ratioOf(series.info, comparison, *parts, *earlier), known.spread,
                                                 known.test == Test::Counts, wider);
  significance.method = methodOf(known.test);
  return significance;
}

}  // namespace boardpack::statistics
