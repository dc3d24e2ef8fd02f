#pragma once
#include "series/analysis.hpp"

namespace boardpack::statistics {

/// A comparison across a break has no meaning: its changes become [z] with the event's title and day. Two periods can
/// be compared when both end before the month of the break, or both begin after it, with all that their values read.
/// Where only a part of the group has the break, the changes stand, marked [b], and are not tested.
void forbidAcrossBreaks(const series::Series& series, const series::GroupSeries& group, series::Comparison& comparison);

}  // namespace boardpack::statistics
