#pragma once
#include "measure/definition/formula_roll.hpp"
#include "measure/definition/measure_definition.hpp"

#include <string>
#include <vector>

namespace boardpack::measure {

/// What a measure's values are: by its kind, and by the keys that decide more of it. Of a derive as if its formula were
/// not known.
series::Nature natureOf(const MeasureDefinition& definition);

/// Of a derive whose formula has been rolled down: by the formula, and by the measures that the script names (`reads`),
/// whose own natures are known.
series::Nature natureOfDerive(const MeasureDefinition& definition, const std::vector<std::string>& reads,
                              const DefinitionOf& definition_of);

}  // namespace boardpack::measure
