#pragma once
#include "series/register.hpp"

#include <optional>
#include <vector>

namespace boardpack::series {

/// The months that a value told for `end` is over: those of Window's description. Nothing when there are none: a wave
/// that has not ended, a date after `end`.
std::optional<base::MonthRange> monthsOf(const MeasureInfo& info, const std::vector<Wave>& waves, Window window,
                                         base::Month end);

/// The window that a comparator's period is one of, by its length.
Window windowOf(const base::MonthRange& period);

}  // namespace boardpack::series
