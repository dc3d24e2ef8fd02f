#pragma once
#include "measure/definition/formula.hpp"
#include "script/draft.hpp"

#include <string>
#include <vector>

struct lua_State;

namespace boardpack::script {

/// The stand-ins for measures that a derive function is given, and what can be done with them. A stand-in has no
/// value; what is done with it grows its formula.
///
/// `and`, `or`, `not` and `if` look at a value without anybody being told: every stand-in is true to them, and a
/// formula that leaves half of the script out would come of it. So a function runs a second time with stand-ins that
/// are false. One that does the same things both times has looked at none.
struct Recording {
  bool is_second = false;
  std::string steps;  ///< what was done with stand-ins, one thing after another
};

/// Prepares the state for a run; `recording` must live until endRecording(), which may be called twice.
void beginRecording(lua_State* state, Recording& recording);
void endRecording(lua_State* state);

/// Stack: +1, the table `m` of these measures, which must live as long as the run.
void pushMeasures(lua_State* state, const KnownMeasures& known);

/// The formula of the value at `index`; nullptr when it is no stand-in.
measure::Formula formulaAt(lua_State* state, int index);
/// Whether the value at `index` is a stand-in of either run.
bool isStandIn(lua_State* state, int index);

/// Adds `where`, `max` and `min` to the table at the top of the stack: they take stand-ins, and plain numbers too.
void addSeriesFunctions(lua_State* state);

}  // namespace boardpack::script
