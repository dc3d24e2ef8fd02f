#pragma once
#include "measure/evaluation/groups/population.hpp"
#include "measure/evaluation/groups/tally.hpp"
#include "series/series.hpp"

#include <functional>
#include <string>

namespace boardpack::measure {

/// A value from its exact parts, over months that end with `end`.
using Value = std::function<series::Cell(const Tally& tally, base::Month end)>;

/// How a definition makes a value of one group from its exact parts. `definition` and `population` must outlive it;
/// `population` is used by rates alone.
Value valueOf(const MeasureDefinition& definition, const Breakdown& breakdown, const std::string& group,
              const Population* population);

}  // namespace boardpack::measure
