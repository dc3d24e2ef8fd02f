#pragma once
#include "series/measure_info.hpp"

#include <string>

namespace boardpack::measure {

/// What a definition says of its periods, groups and target, in English, each sentence after a space: " The target is
/// 90% from April 2025 (set by the Chief Constable). Told since October 2018. By offence: the 10 largest …".
/// `largest` is what `top` keeps of its groups, as KindRow::largest.
std::string tellingWords(const series::MeasureInfo& info, const std::string& largest);

/// The same as far as it decides values, for canonicalText(): lines of "key = value".
std::string tellingText(const series::MeasureInfo& info);

}  // namespace boardpack::measure
