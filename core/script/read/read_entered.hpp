#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// figure = true: numbers that people enter.
void readFigure(KindReading& reading);
/// state = { "red", "amber", "green" }, the worst first: states that people enter; or
/// state = { of = "plan_state", count = "red" } or { of = "plan_state", least = "amber" }: what is told of another.
void readState(KindReading& reading);
/// snapshot = true, or a number of each row that is added up: what stands at a date, with `over` and `at`.
void readSnapshot(KindReading& reading);

/// Windows of these kinds, when `windows` has been read: entered figures have exactly one, and a snapshot that tells
/// the last value has the month alone where nothing is written.
void settleEnteredWindows(MeasureDraft& draft);

}  // namespace boardpack::script
