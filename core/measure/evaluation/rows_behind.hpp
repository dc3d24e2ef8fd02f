#pragma once
#include "measure/definition/measure_definition.hpp"
#include "measure/evaluation/rows_asked.hpp"
#include "warehouse/warehouse.hpp"

#include <string>

namespace boardpack::measure {

/// The rows behind a figure, as text: those that count, those that do not, those where it is not known; of a share, a
/// ratio or a derive those of each part. The numbers of rows are the exact parts of the figure.
std::string rowsBehind(const MeasureDefinition& definition, const MeasureSet& set, const RowsAsked& asked,
                       const sdk::Force& force, warehouse::Warehouse& warehouse);

}  // namespace boardpack::measure
