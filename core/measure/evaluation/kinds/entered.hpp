#pragma once
#include "measure/evaluation/groups/areas.hpp"
#include "measure/evaluation/registers_applied.hpp"
#include "series/series.hpp"

#include <map>
#include <string>

namespace boardpack::measure {

/// The series of a `figure` or of a state: what people entered, from the first month entered (`first_shown` at the
/// earliest) to `last`. The values are over the measure's one window. A month without an entry is [x]: nothing is
/// carried on from earlier months.
///
/// A state's value is its place in MeasureInfo::states, 1 the worst. The force's, where nobody entered it, is the worst
/// of its groups; while the state of a group is not known it has none, unless a known one is the worst there is. A
/// group is looked for from its first entry on.
series::Series enteredSeries(const MeasureDefinition& definition, const AppliedInfo& applied,
                             const series::Registers* registers, base::Month first_shown, base::Month last,
                             const Areas& areas);

/// How many groups of another state measure are at a state, or the share of them at it or better (in per cent, over
/// those whose state is known; the others are its unknowns). A month in which none is known has no value.
series::Series stateCounts(const MeasureDefinition& definition, const AppliedInfo& applied,
                           const std::map<std::string, series::Series>& finished);

}  // namespace boardpack::measure
