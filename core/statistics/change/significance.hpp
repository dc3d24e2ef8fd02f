#pragma once
#include "series/analysis.hpp"
#include "statistics/estimate/spread.hpp"

namespace boardpack::statistics {

/// A change is significant when chance alone, with the spread that the months show, gives one as large less often.
inline constexpr double kSignificance = 0.05;

/// Two counts, `now` and `before`, of periods whose sizes (months, or people and months) are as `ratio` to 1:
/// z = 2(√now − √(ratio · before)) / √(φ(1 + ratio)), which for equal periods is √2(√a − √b)/√φ: Huffman, "An improved
/// approximate two-sample Poisson test", Applied Statistics 33(2), 1984, without its correction for tiny counts. φ is
/// the spread, of counts of things never below 1 (`at_least_poisson`). p is of Student's t with the spread's degrees of
/// freedom where φ was estimated, and normal where it is 1. `wider` multiplies the variance: see widening().
series::Significance testOfCounts(double now, double before, double ratio, const Spread& spread, bool at_least_poisson,
                                  double wider = 1);

/// Two shares: the pooled z of two proportions over √φ, φ never below 1.
series::Significance testOfShares(const MonthlyCount& now, const MonthlyCount& before, const Spread& spread,
                                  double wider = 1);

/// What the months of a group tell about its spread; known once, used for each comparison.
struct GroupSpread {
  series::Nature::Test test = series::Nature::Test::None;
  std::string reason;  ///< why nothing of the measure can be tested: a clause; "" where it is not a thing to test
  Spread spread = {};
  bool has_season = false;  ///< a strong one: a month is not tested against another month of the year
};
GroupSpread spreadOf(const series::Series& series, const series::GroupSeries& group,
                     const std::vector<Stretch>& stretches);

/// Whether the change of a comparison is more than chance gives. `now` is the latest cell of its window. Cannot be told
/// of periods that share months.
series::Significance significanceOf(const series::Series& series, const GroupSpread& known, const series::Cell& now,
                                    const series::Comparison& comparison);

}  // namespace boardpack::statistics
