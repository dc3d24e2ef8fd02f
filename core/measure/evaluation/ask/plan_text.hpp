#pragma once
#include "measure/evaluation/ask/plan.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The tables of a plan that hold the `wanted` answers, each with the measures that are worked out from it, as plain
/// text.
std::string planText(const std::set<const Combinations*>& wanted, const std::vector<Plan::Made>& all,
                     const std::map<std::string, std::set<const Combinations*>>& answers_of);

}  // namespace boardpack::measure
