#pragma once
#include "measure/evaluation/groups/areas.hpp"
#include "series/series.hpp"

#include <vector>

namespace boardpack::measure {

/// In a finished series, an area has a value only over months that it is an area in: others are [z] with its dates. An
/// area that is none in any month shown has no group.
void explainAreaDates(series::Series& made, const Areas& areas);

/// The areas of the series' breakdowns that begin or end within its months, as events that break their series, one a
/// day. Days on which the register tells of a change of those areas itself are left out.
std::vector<series::Event> areaEvents(const series::Series& made, const series::Registers* registers,
                                      const Areas& areas);

}  // namespace boardpack::measure
