#pragma once
#include "measure/definition/measure_definition.hpp"
#include "series/series.hpp"

#include <map>
#include <string>
#include <vector>

namespace boardpack::measure {

/// A breakdown by the largest groups of a derived measure. All that it is made from is told by the same groups, those
/// that are largest of the leader, besides by its own; in a series they stand under `id`.
struct Led {
  series::BreakdownInfo info;
  std::string leader;
  std::string id;
};

/// The measure of rows whose largest groups a derived measure keeps: the one that it names first, or the leader of
/// that.
std::string leaderOf(const MeasureDefinition& derive, const MeasureSet& measures);
/// That of one of a derived measure's own breakdowns.
Led ledBy(const MeasureDefinition& derive, const series::BreakdownInfo& info, const MeasureSet& measures);
/// What each measure is told by for the derived ones of `order` that it is a part of.
std::map<std::string, std::vector<Led>> ledMeasures(const std::vector<const MeasureDefinition*>& order,
                                                    const MeasureSet& measures);
/// Leaves the groups that a measure is asked for.
void dropLed(series::Series& made);

}  // namespace boardpack::measure
