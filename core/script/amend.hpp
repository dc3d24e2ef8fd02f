#pragma once
#include "script/draft.hpp"

struct lua_State;

namespace boardpack::script {

/// Puts together what an override says and what it overrides. Stack: +1, a table with every key of the table at `base`,
/// changed by the one at `own`: its keys, `add = { by = { … } }` to lists, `remove = { "target", by = { … } }`. What is
/// wrong is told in `declaration`, whose own keys are set.
void pushAmended(lua_State* state, int base, int own, Declaration& declaration);

}  // namespace boardpack::script
