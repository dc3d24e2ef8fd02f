#pragma once
#include "app/command_line/options.hpp"

#include <optional>

namespace boardpack::app {

/// Reads the command line. Nothing when help or the version was asked for (and printed). Throws sdk::Error(Command).
std::optional<Options> readCommandLine(int count, const char* const* words);

}  // namespace boardpack::app
