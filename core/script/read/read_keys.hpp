#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// The kinds that count people or places: each once, or those that come again.
void readDistinct(KindReading& reading);
void readRepeats(KindReading& reading);

}  // namespace boardpack::script
