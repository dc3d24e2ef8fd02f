#pragma once
#include "series/analysis.hpp"

#include <vector>

namespace boardpack::statistics {

/// Counts below this are small: words give both counts, not the percentage.
inline constexpr double kSmallBase = 50.0;
/// |√2(√a − √b)| below this is what chance gives to two counts of the same expectation, 95 times in 100.
inline constexpr double kChanceBound = 1.96;

/// True when two small counts differ by no more than chance gives. Never asked of counts whose base is kSmallBase or
/// more: the months of a force vary several times as much as Poisson, so it would find nearly every change beyond it.
bool isWithinChance(double now, double before);

/// The latest values of a group against earlier ones, for each window of the measure: month against the previous month
/// and the same month last year, rolling total against that of 12 months before, financial year to date against the
/// same months of the year before.
std::vector<series::Comparison> comparisonsOf(const series::Series& series, const series::GroupSeries& group,
                                              base::Month month);

/// True when the measure's changes are told in its own unit and never in per cent: percentages and rates.
bool changesInOwnUnit(const series::MeasureInfo& info);

}  // namespace boardpack::statistics
