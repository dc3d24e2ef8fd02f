#pragma once
#include "paper/pack.hpp"

struct lua_State;

namespace boardpack::script {

/// Adds what a template can read of a pack to the table at the top of the stack: force, month, month_end, board_date,
/// pillars, measures, sources and version, all read-only and in words.
void addTemplateValues(lua_State* state, const paper::Pack& pack);

}  // namespace boardpack::script
