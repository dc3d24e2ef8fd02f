#pragma once
#include "measure/definition/measure_definition.hpp"

#include <string>

namespace boardpack::measure {

/// What a definition says of its periods, groups and target, in English, each sentence after a space: " The target is
/// 90% from April 2025 (set by the Chief Constable). Told since October 2018. By offence: the 10 largest …".
std::string tellingWords(const MeasureDefinition& definition);

/// The same as far as it decides values, for canonicalText(): lines of "key = value".
std::string tellingText(const series::MeasureInfo& info);

}  // namespace boardpack::measure
