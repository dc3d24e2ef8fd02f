#pragma once
#include <string>

struct lua_State;

namespace boardpack::script {

/// Reports an unknown name and pushes a value that absorbs whatever is done with it; raises when nobody collects.
int complain(lua_State* state, const std::string& sentence);
/// Pushes that value alone.
void pushAbsorber(lua_State* state);
/// Whether the value at `index` is what complain() pushed: what is wrong with it has been said.
bool isAbsorbed(lua_State* state, int index);

}  // namespace boardpack::script
