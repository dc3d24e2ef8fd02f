#pragma once
#include "script/draft.hpp"
#include "script/read/table_reader.hpp"

struct lua_State;

namespace boardpack::script {

/// Reads what is said about a measure besides what it works out: `note`, `owner`, `source`, `target_set_by`,
/// `last_reviewed`, `wanted`, `format`, `expected`, `settles_after`, `per_day` and `limits`. After its unit.
void readAbout(lua_State* state, TableReader& reader, MeasureDraft& draft);

/// The keys it reads.
const std::vector<std::string>& keysAbout();

}  // namespace boardpack::script
