#pragma once
#include "script/draft.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/force.hpp>

struct lua_State;

namespace boardpack::script {

/// Reads the table of a `measure` at `index` into the draft, whose name, declaration and origin are set. What is wrong
/// is told in its declaration's problems. `registers`: what the workspace keeps by hand.
void readMeasure(lua_State* state, int index, const sdk::Force& force, const series::Registers& registers,
                 MeasureDraft& draft);

/// Lower-case letters, digits and underscores, a letter first, at most 60.
bool isMeasureName(const std::string& name);

}  // namespace boardpack::script
