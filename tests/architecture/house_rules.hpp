#pragma once
#include "source_file.hpp"

#include <string>
#include <vector>

namespace architecture {

/// Folders with code that have no README.md of their own.
std::vector<std::string> readmeFaults(const std::vector<SourceFile>& files);

/// Lines with a path of somebody's machine, in any text file.
std::vector<std::string> machinePathFaults(const std::vector<SourceFile>& files);

/// Code of the program that prints by another way than base/print.hpp and the log, which clean what they print.
std::vector<std::string> printFaults(const std::vector<SourceFile>& files);

/// Code outside `measure` and `script` that asks for a measure's kind. A kind is a word of the language; what its
/// values are is asked of series::Nature, so that a new kind is one row and no later stage forgets it.
std::vector<std::string> kindFaults(const std::vector<SourceFile>& files);

/// Code that changes the locale of the process.
std::vector<std::string> localeFaults(const std::vector<SourceFile>& files);

}  // namespace architecture
