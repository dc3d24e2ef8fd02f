#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// figure = true: numbers that people enter.
void readFigure(KindReading& reading);

/// Windows of entered figures and snapshots, when `windows` has been read: entered figures have exactly one, and a
/// snapshot that tells the last value has the month alone where nothing is written.
void settleEnteredWindows(MeasureDraft& draft);

}  // namespace boardpack::script
