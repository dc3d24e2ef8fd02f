#pragma once
#include <string>
#include <string_view>

namespace boardpack::base {

/// The one way to a person's terminal. Names of files, folders and plugins come from elsewhere and may hold what a
/// terminal obeys (escape codes, marks that turn the direction of writing); none of it arrives there.

/// The text with its lines and tabs, and without anything else that is not to be shown (base/characters.hpp); bytes
/// that are no UTF-8 are shown as U+FFFD.
std::string forTerminal(std::string_view text);

/// To the standard output.
void print(std::string_view text);
/// To the standard error.
void printError(std::string_view text);

}  // namespace boardpack::base
