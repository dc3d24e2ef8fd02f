#pragma once
#include "script/lua/lua_tokens.hpp"

#include <optional>
#include <vector>

namespace boardpack::script {

/// The first line from `first` to `last` on which '==' or '~=' compares with anything but a text. Lua answers that of
/// a measure and a number without asking anybody, so the source is all that shows it.
std::optional<int> lineOfEquality(const std::vector<Token>& tokens, int first, int last);

}  // namespace boardpack::script
