#pragma once
#include <string>

namespace boardpack::script {

/// What the Lua library says, in the words of somebody who writes measures.
std::string plainWords(const std::string& message);

/// The message without the ":12: " that Lua puts in front of its own.
std::string withoutPosition(const std::string& message);

}  // namespace boardpack::script
