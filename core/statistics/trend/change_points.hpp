#pragma once
#include "series/analysis.hpp"

#include <optional>
#include <span>
#include <vector>

namespace boardpack::statistics {

/// A level lasts this many months or more, or this part of the months if that is longer.
inline constexpr std::size_t kShortestLevel = 9;
inline constexpr double kShortestLevelPart = 0.15;
/// An event further from a change than this is not named beside it.
inline constexpr int kEventWithinMonths = 12;

/// Months with which the level of a series changed, with a 95% interval each: the least-squares levels of Bai and
/// Perron; how many, by the criterion of Liu, Wu and Zidek (Statistica Sinica 7, 1997). Of the latest months on end
/// that have a value, 36 at least, less their season where it is strong. None where a straight line fits as well, or
/// where what the levels leave still follows its neighbours: then the series drifts, and no month begins the change.
/// `months` begins with `first`; `events` are those that touch the series, `season` is what seasonOf says of it.
series::ChangePoints changePointsOf(std::span<const std::optional<double>> months, base::Month first,
                                    const std::vector<series::Event>& events, const series::Season& season);

/// Whether a change that starts within `interval` starts before or after a day: only where the whole interval lies on
/// one side of it.
series::ChangePoint::Order orderOf(const base::MonthRange& interval, const sdk::Date& day);

}  // namespace boardpack::statistics
