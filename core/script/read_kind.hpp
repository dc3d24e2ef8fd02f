#pragma once
#include "script/draft.hpp"
#include "script/table_reader.hpp"

#include <boardpack/sdk/force.hpp>

struct lua_State;

namespace boardpack::script {

/// The keys of which a measure has exactly one: "count", "sum", and so on.
const std::vector<std::string>& kindKeys();

/// Finds the kind and reads what belongs to it: from, where, date, of, unknown, and the field of the kind itself.
void readKind(lua_State* state, TableReader& reader, const sdk::Force& force, MeasureDraft& draft);

}  // namespace boardpack::script
