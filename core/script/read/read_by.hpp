#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"

struct lua_State;

namespace boardpack::script {

/// Reads `by`: a text, or a list whose entries are texts or tables: { "category", "district" } for groups of both,
/// { tree = { "category", "subcategory" } } for groups within groups, { "offence", top = 10 } for the largest.
void readBy(lua_State* state, TableReader& reader, MeasureDraft& draft);

}  // namespace boardpack::script
