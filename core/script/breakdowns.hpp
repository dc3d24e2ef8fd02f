#pragma once
#include "script/draft.hpp"

#include <boardpack/sdk/force.hpp>

#include <vector>

namespace boardpack::script {

/// The breakdowns that `by` names, over the tables whose rows the measure reads: text columns, levels of the force's
/// areas, or "areas" for every level. What is wrong is told.
std::vector<series::BreakdownInfo> breakdownsOf(const MeasureDraft& draft, const sdk::Force& force);

/// The breakdowns of a derived measure: those it names must be in every measure it reads.
std::vector<series::BreakdownInfo> breakdownsOfDerive(const MeasureDraft& draft,
                                                      const std::vector<const MeasureDraft*>& reads,
                                                      const sdk::Force& force);

/// Checks the charts that the script asks for, or makes the default ones.
void settleCharts(MeasureDraft& draft, const sdk::Force& force);

}  // namespace boardpack::script
