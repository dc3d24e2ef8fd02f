#pragma once
#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace boardpack::app {

/// What is wrong with a command line that could not be read, in our own words, and what would be right.
std::string commandLineWords(const CLI::App& app, const CLI::ParseError& error);

/// What is wrong with a value that could be read: a blank one, or one of an option that takes none. "" where all fit.
std::string unfitValueWords(const CLI::App& app);

}  // namespace boardpack::app
