#pragma once
#include "measure/evaluation/groups/tally.hpp"

#include <string>

namespace boardpack::measure {

/// The name by which the workspace keeps a group that rows fall into: of several columns its texts put together by
/// " > ", with each ">" of a text written twice.
std::string keptName(const std::string& group, const Breakdown& breakdown);
/// The group that was kept by a name.
std::string groupOfKept(const std::string& kept, const Breakdown& breakdown);

}  // namespace boardpack::measure
