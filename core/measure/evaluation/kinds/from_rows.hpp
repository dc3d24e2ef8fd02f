#pragma once
#include "measure/evaluation/kinds/prepared.hpp"
#include "measure/evaluation/kinds/series_sources.hpp"
#include "series/series.hpp"

namespace boardpack::measure {

/// The month that a measure is reported for: its own, or the last asked for.
base::Month reportedMonth(const Prepared& prepared, const Sources& sources);

/// The series of a prepared measure, every window filled. Throws sdk::Error when it cannot be made.
series::Series assemble(const Prepared& prepared, const Sources& sources);

}  // namespace boardpack::measure
