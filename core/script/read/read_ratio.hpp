#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// The kinds that are made of other measures: ratio, whose parts may also be rows written in place, and derive.
void readRatio(KindReading& reading);
void readDerive(KindReading& reading);

}  // namespace boardpack::script
