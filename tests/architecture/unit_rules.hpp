#pragma once
#include "source_file.hpp"

#include <string>
#include <vector>

namespace architecture {

/// A unit is a .cpp with its .hpp. Circles of units of core and output that include each other, each with a shortest
/// way round.
std::vector<std::string> circleFaults(const std::vector<SourceFile>& files);

/// Includes of a header in a room of another folder. From outside only those are included that lie directly in the
/// folder: its doors. Tests of units may look inside.
std::vector<std::string> doorFaults(const std::vector<SourceFile>& files);

/// Names that units of more than one folder have, in core, output, plugins or tests.
std::vector<std::string> nameFaults(const std::vector<SourceFile>& files);

}  // namespace architecture
