#pragma once
#include "app/command_line/options.hpp"

namespace boardpack::app {

/// Each command prints what it has to say and gives the exit code: 0 done, 1 the data or a script is wrong, 3 something
/// outside failed; what stops it at once is thrown as sdk::Error.
int runPack(const Options& options);
int check(const Options& options);
int explain(const Options& options);
int show(const Options& options);
int list(const Options& options);

}  // namespace boardpack::app
