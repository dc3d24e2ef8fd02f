#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"

struct lua_State;

namespace boardpack::script {

/// Reads `chart`: false, one table, or a list of tables.
void readCharts(lua_State* state, TableReader& reader, MeasureDraft& draft);

}  // namespace boardpack::script
