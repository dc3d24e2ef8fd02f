#pragma once
#include "series/analysis.hpp"
#include "statistics/change/published_values.hpp"

#include <vector>

namespace boardpack::statistics {

/// Counts below this are small: words give both counts, not the percentage.
inline constexpr double kSmallBase = 50.0;
/// |√2(√a − √b)| below this is what chance gives to two counts of the same expectation, 95 times in 100.
inline constexpr double kChanceBound = 1.96;

/// True when two small counts differ by no more than chance gives. Never asked of counts whose base is kSmallBase or
/// more: the months of a force vary several times as much as Poisson, so it would find nearly every change beyond it.
bool isWithinChance(double now, double before);

/// The values of a group at `month` against earlier ones, for each window of the measure: a month against the previous
/// one and the same one last year; a rolling total and the year to date against those of a year before; a quarter and
/// a year against the one before, a quarter also against that of a year before; since, between and waves, and what
/// `compare` names, as GroupSeries::references has them; and the figure last published, where `compare` asks for it.
std::vector<series::Comparison> comparisonsOf(const series::Series& series, const series::GroupSeries& group,
                                              base::Month month, const Published& published);

/// True when the measure's changes are told in its own unit and never in per cent: percentages and rates.
bool changesInOwnUnit(const series::MeasureInfo& info);

}  // namespace boardpack::statistics
