#pragma once
#include <string>

struct lua_State;

namespace boardpack::script {

/// Marks an error message as a sentence of ours; what Lua itself says has no mark and is put into plain words first.
inline constexpr char kOurs = '\x01';

/// Raises a Lua error that carries `sentence`. File and line are added by the message handler of protectedCall().
[[noreturn]] void raise(lua_State* state, const std::string& sentence);

/// The line of the script that is running, 0 when none is.
int currentLine(lua_State* state);

}  // namespace boardpack::script
