#pragma once
#include "measure/evaluation/ask/coverage.hpp"
#include "measure/evaluation/ask/plan.hpp"
#include "measure/evaluation/groups/areas.hpp"
#include "measure/evaluation/groups/grouping.hpp"
#include "measure/evaluation/groups/population.hpp"
#include "series/register.hpp"

#include <boardpack/sdk/date.hpp>

#include <optional>

namespace boardpack::measure {

/// What a series of rows or of a snapshot is made from besides its measure: the same for all of a run, but for the plan
/// and the day of extraction.
struct Sources {
  /// That answers for the measure's kind. Of snapshots it answers by day: of rows with a date of their own to the
  /// board's day, of others in all.
  Plan& plan;
  Coverage& coverage;
  const Areas& areas;
  const std::optional<Population>& population;  ///< there where a measure is a rate
  const LargestOfShared& largest;               ///< of the breakdowns by the largest groups of another measure
  const series::Registers* registers = nullptr;
  base::MonthRange months;  ///< asked of the warehouse: the shown ones and what windows need before them
  base::Month first_made;   ///< derived measures may read months before the first shown one
  base::Month first_shown;
  sdk::Date as_of;  ///< the pack's day: what was due before it is overdue
  std::optional<sdk::Date> board_date;
  std::optional<sdk::Date> extracted_on;  ///< of the measure's table
};

}  // namespace boardpack::measure
