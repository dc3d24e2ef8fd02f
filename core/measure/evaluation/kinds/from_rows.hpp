#pragma once
#include "measure/evaluation/kinds/prepared.hpp"
#include "measure/evaluation/kinds/row_answers.hpp"
#include "series/series.hpp"

namespace boardpack::measure {

/// The month that a measure is reported for: its own, or the last asked for.
base::Month reportedMonth(const Prepared& prepared, Coverage& coverage, base::MonthRange months,
                          base::Month first_shown, const sdk::Date& as_of);

/// The series of a prepared measure, every window filled. Throws sdk::Error when it cannot be made.
series::Series assemble(const Prepared& prepared, const Sources& sources);

}  // namespace boardpack::measure
