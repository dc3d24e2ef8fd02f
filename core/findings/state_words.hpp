#pragma once
#include "series/analysis.hpp"

#include <string>

namespace boardpack::findings {

/// The state that a value stands for; "" when it is none: MeasureInfo::states[value - 1].
std::string stateName(const series::MeasureInfo& info, double value);

/// "Plan questions: the worst of 9 was amber in December 2025 (3 amber and 6 green), for the first time in the 14
/// months known." The force's own state where nobody enters groups.
std::string stateSentence(const series::Series& series, base::Month month);

}  // namespace boardpack::findings
