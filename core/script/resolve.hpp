#pragma once
#include "script/draft.hpp"
#include "script/lua/state.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

namespace boardpack::script {

/// Ties the declarations of all files together: names, ratios, derived measures, breakdowns, charts, pillars. What is
/// wrong is told; what is whole makes the set, with the targets that the workspace keeps.
measure::MeasureSet resolve(Drafts& drafts, const sdk::Force& force, const series::Registers& registers, State& state);

/// Takes the measures out that are switched off, after telling what cannot be; the rest are known.
KnownMeasures switchOffMeasures(Drafts& drafts);

/// Tells of the common measures that ask what the force's feeds never give, where a pillar lists them or a measure that
/// is shown reads them. Gives the others, and those that read them: they are left out.
std::vector<measure::LeftOut> leaveOutUnfit(Drafts& drafts);

/// Fills the pillars of the set, and the pillars of its measures.
void resolvePillars(Drafts& drafts, const KnownMeasures& known, const sdk::Force& force,
                    const std::vector<series::PlanItem>& items, measure::MeasureSet& set);

}  // namespace boardpack::script
