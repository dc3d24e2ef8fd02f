#pragma once
#include "script/lua/state.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace boardpack::script {

/// What stopped a script, in plain words, and the line.
struct Failure {
  int line = 0;
  std::string sentence;
};

/// Calls the function below its `arguments` on the stack; its `results` are left there, or nothing when it fails.
std::optional<Failure> protectedCall(State& state, int arguments, int results);

/// Runs `work` where a Lua error may be raised. Whatever uses the Lua API stands in one of these.
std::optional<Failure> protectedDo(State& state, const std::function<void(lua_State*)>& work);

/// Reads `source` as text into a function on the stack with `environment` (a stack index) as its globals; compiled
/// chunks are refused.
std::optional<Failure> loadChunk(State& state, std::string_view source, int environment);

}  // namespace boardpack::script
