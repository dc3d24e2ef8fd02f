#pragma once
#include "series/analysis.hpp"

#include <string>

namespace boardpack::findings {

/// "more than chance gives", "no significant change", "cannot be told: fewer than 24 months with a value"; "not tested"
/// of what is no thing to test.
std::string significanceWords(const series::Comparison& comparison);
/// The same as the end of a clause: ", significantly higher", ", not a significant change"; "" where neither is known.
std::string significanceClause(const series::Comparison& comparison);

}  // namespace boardpack::findings
