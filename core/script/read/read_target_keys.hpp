#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"

struct lua_State;

namespace boardpack::script {

/// Reads `target` and `targets`. Of a share a target is 0.9 or "90%", of others a number in the unit of the values.
void readTargets(lua_State* state, TableReader& reader, MeasureDraft& draft);

}  // namespace boardpack::script
