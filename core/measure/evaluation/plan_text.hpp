#pragma once
#include "measure/evaluation/plan.hpp"

#include <string>
#include <vector>

namespace boardpack::measure {

/// One table of a plan and the measures that are worked out from it, as some lines of plain text.
std::string planTableText(const Plan::Made& made, const std::vector<std::string>& measures);

}  // namespace boardpack::measure
