#pragma once
#include "measure/definition/formula.hpp"
#include "script/draft.hpp"
#include "script/lua/state.hpp"

#include <string>
#include <vector>

namespace boardpack::script {

/// Calls the derive function of a draft once with stand-ins for the measures of a run and gives what it computed with
/// them. The stand-ins have no values, so nothing the function does can depend on one, and the formula is all it means.
/// nullptr after telling what is wrong.
measure::Formula recordDerive(State& state, const MeasureDraft& draft, const KnownMeasures& known);

}  // namespace boardpack::script
