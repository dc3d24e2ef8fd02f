#pragma once
#include "measure/definition/measure_definition.hpp"
#include "series/series.hpp"

#include <string>

namespace boardpack::app {

/// The measure as `explain` begins: its sentence, how many rows of the period are not known and what became of them,
/// and the sentences of the measures it is made of, a line each.
std::string readBack(const measure::MeasureDefinition& definition, const measure::MeasureSet& set,
                     const series::Cell& cell, const std::string& period);

}  // namespace boardpack::app
