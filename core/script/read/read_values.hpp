#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// The kinds of an amount that is not only added up: its median or a percentile, and the share of it where a condition
/// holds.
void readMedian(KindReading& reading);
void readPercentile(KindReading& reading);
void readShareOf(KindReading& reading);

}  // namespace boardpack::script
