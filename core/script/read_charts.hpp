#pragma once
#include "script/draft.hpp"
#include "script/table_reader.hpp"

struct lua_State;

namespace boardpack::script {

/// Reads `chart`: false, one table, or a list of tables.
void readCharts(lua_State* state, TableReader& reader, MeasureDraft& draft);

/// The word of scripts for a window ("month", "12 months" or "mrt", "financial year to date" or "ytd").
std::optional<series::Window> windowOf(const std::string& word);
/// "\"month\", \"12 months\" (or \"mrt\"), …": for messages.
std::string windowWords();

}  // namespace boardpack::script
