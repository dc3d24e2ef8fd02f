#pragma once
#include "measure/evaluation/groups/areas.hpp"
#include "series/series.hpp"

#include <set>
#include <string>

namespace boardpack::measure {

/// Gives a finished series the events of the register that touch it or a measure it reads (`names`, its own with them),
/// the earliest first, and marks with [b] every value that reads over a break (series/breaks.hpp). An event's areas are
/// joined by all areas that lie in them. What is of no area (`has_areas`: a number that is entered for the force alone,
/// a table without places) is not touched by an operation in some areas, unless that names it; a break there may lie in
/// its figures all the same. Areas that begin or end within the months are events of their own.
void addEvents(series::Series& made, const std::set<std::string>& names, const series::Registers* registers,
               const Areas& areas, bool has_areas);

}  // namespace boardpack::measure
