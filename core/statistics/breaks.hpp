#pragma once
#include "series/analysis.hpp"

#include <vector>

namespace boardpack::statistics {

/// Whether a period begins before a break and ends after it, or has its mixed month.
bool contains(const base::MonthRange& period, const series::Event& event);

/// Marks every value of the group whose period contains one of its breaks.
void markBreaks(const series::Series& series, const std::vector<const series::Event*>& breaks,
                series::GroupSeries& group);

/// A comparison across a break has no meaning: its changes become [z] with the event's title and day. The two periods
/// can be compared when both end before the month of the break, or both begin after it.
void forbidAcrossBreaks(const std::vector<const series::Event*>& breaks, series::Comparison& comparison);

}  // namespace boardpack::statistics
