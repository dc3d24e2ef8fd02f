#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// state = { "red", "amber", "green" }, the worst first: states that people enter; or
/// state = { of = "plan_state", count = "red" } or { of = "plan_state", least = "amber" }: groups of another by state.
void readState(KindReading& reading);

}  // namespace boardpack::script
