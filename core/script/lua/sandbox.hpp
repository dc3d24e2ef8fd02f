#pragma once
#include <string>
#include <vector>

struct lua_State;

namespace boardpack::script {

/// What scripts and templates may call; the list itself stands at the top of sandbox.cpp. To be called once a state.
/// Stack: +1, the table of the allowed names.
void pushAllowed(lua_State* state);

/// The globals of one file: the names of the table at `allowed`, which the file can read and not change. Any other name
/// is told with the near one. `what` names the place in messages: "scripts", "templates".
/// Stack: +1.
void pushEnvironment(lua_State* state, int allowed, const std::string& what);

/// Puts a read-only view in the place of the table at the top of the stack. A field that it does not have is told with
/// the near one; `what` names the table in messages: "'string'". `words`, where not empty, is its tostring.
void makeReadOnly(lua_State* state, const std::string& what, const std::string& words = {});

/// The text keys of the table at `index`, in order.
std::vector<std::string> textKeys(lua_State* state, int index);

}  // namespace boardpack::script
