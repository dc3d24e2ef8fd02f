#pragma once
#include "measure/definition/measure_definition.hpp"
#include "measure/evaluation/ask/coverage.hpp"
#include "series/series.hpp"

#include <string>

namespace boardpack::measure {

/// The force alone, every cell failed. The months are those of its tables, so that its place in a table stays.
series::Series failedSeries(const MeasureDefinition& definition, const std::string& sentence, Coverage& coverage,
                            base::Month first_shown, base::Month last);
/// Of a name that no measure has.
series::Series unknownSeries(const std::string& name, const MeasureSet& measures, base::Month month);

}  // namespace boardpack::measure
