#pragma once
#include "measure/definition/measure_definition.hpp"
#include "measure/evaluation/groups/shared_groups.hpp"
#include "measure/evaluation/registers_applied.hpp"
#include "series/series.hpp"

#include <map>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The series of a derive from those of the measures it reads, each with every window filled; `shared` is what it is
/// broken down by besides, as a part of others. Throws sdk::Error when a part failed, does not have a breakdown, or the
/// function refuses.
series::Series derivedSeries(const MeasureDefinition& definition, const AppliedInfo& applied,
                             const std::map<std::string, series::Series>& finished, const MeasureSet& measures,
                             const std::vector<SharedGroups>& shared);

}  // namespace boardpack::measure
