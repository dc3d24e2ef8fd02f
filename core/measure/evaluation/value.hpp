#pragma once
#include "measure/evaluation/population.hpp"
#include "measure/evaluation/windows.hpp"

#include <string>

namespace boardpack::measure {

/// How a definition makes a value of one group from its exact parts. `definition` and `population` must outlive it;
/// `population` is used by rates alone.
Value valueOf(const MeasureDefinition& definition, const Breakdown& breakdown, const std::string& group,
              const Population* population);

}  // namespace boardpack::measure
