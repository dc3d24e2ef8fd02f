#pragma once
#include "writer/writer.hpp"

#include <set>
#include <string>
#include <vector>

namespace boardpack::app {

/// Those of the list in output/CMakeLists.txt, in its order.
const std::vector<writer::Writer>& writers();
/// What they make, in the same order.
const std::vector<writer::Format>& formats();

/// Names of all formats: what a run makes unless it is told otherwise.
std::vector<std::string> formatNames();
std::set<std::string> everyFormat();

/// The format whose ending a file's name has; nullptr for other files.
const writer::Format* formatOf(const std::string& file);
/// Formats with those that they need.
std::set<std::string> withNeeded(const std::set<std::string>& formats);

}  // namespace boardpack::app
