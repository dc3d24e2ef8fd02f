#pragma once

struct lua_State;

namespace boardpack::script {

/// Functions of ours in place of Lua's, where Lua's would show an address, depend on the order of a hash table, or
/// take long where no budget reaches.
int safePairs(lua_State* state);     ///< keys in order: numbers, then texts
int safeToString(lua_State* state);  ///< no addresses
int safeError(lua_State* state);
int safeAssert(lua_State* state);
int safeFormat(lua_State* state);  ///< texts and numbers only, no %p
int safeRepeat(lua_State* state);  ///< up to 100,000 characters
/// Lua's own function, the upvalue, at a price for the texts that it is given.
int countedCall(lua_State* state);

}  // namespace boardpack::script
