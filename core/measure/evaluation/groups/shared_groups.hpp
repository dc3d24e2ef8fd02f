#pragma once
#include "measure/definition/measure_definition.hpp"
#include "series/series.hpp"

#include <map>
#include <string>
#include <vector>

namespace boardpack::measure {

/// A breakdown by the largest groups of a derived measure. All that it is made from is broken down by the same
/// groups, the largest of one of its measures (the chooser), besides by its own; in a series they stand under `id`.
struct SharedGroups {
  series::BreakdownInfo info;
  std::string chooser;  ///< the measure whose largest groups they are
  std::string id;
};

/// The measure of rows whose largest groups a derived measure keeps: the one that it names first, or the chooser of
/// that.
std::string chooserOf(const MeasureDefinition& derive, const MeasureSet& measures);
/// That of one of a derived measure's own breakdowns.
SharedGroups sharedGroupsOf(const MeasureDefinition& derive, const series::BreakdownInfo& info,
                            const MeasureSet& measures);
/// What each measure shares with the derived ones of `order` that it is a part of.
std::map<std::string, std::vector<SharedGroups>> groupsSharedByMeasure(
    const std::vector<const MeasureDefinition*>& order, const MeasureSet& measures);
/// Leaves the groups that a measure is asked for.
void dropSharedGroups(series::Series& made);

}  // namespace boardpack::measure
