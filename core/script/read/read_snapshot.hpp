#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// snapshot = true, or a number of each row that is added up: what stands at a date, with `over` and `at`.
void readSnapshot(KindReading& reading);

}  // namespace boardpack::script
