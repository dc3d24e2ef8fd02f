#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// Finds the kind, refuses the keys that have no meaning for it, and reads what belongs to it.
void readKind(lua_State* state, TableReader& reader, const sdk::Force& force, const series::Registers& registers,
              MeasureDraft& draft);

}  // namespace boardpack::script
