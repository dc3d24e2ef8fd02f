#pragma once
#include "series/analysis.hpp"

#include <vector>

namespace boardpack::statistics {

/// The financial year that `month` lies in, to its March, if months go on as they did: the year so far and, for the
/// months left, the season of stl.hpp and the level of exponential smoothing, as forecast::stlf(y, etsmodel = "ANN");
/// with a 95% interval. README.md has what the interval counts in and how often it held in simulations.
///
/// Of counts, sums and what adds only them up, from the latest months on end that have a value, to `month`, 36 at least
/// and all after the latest of `breaks`, the events that break the group's series. None of an average under 5 a month,
/// nor of a year that has ended.
series::Forecast forecastOf(const series::Series& series, const series::GroupSeries& group, base::Month month,
                            const std::vector<const series::Event*>& breaks);

}  // namespace boardpack::statistics
