#pragma once
#include "measure/evaluation/groups/grouping.hpp"
#include "measure/evaluation/kinds/prepared.hpp"
#include "series/series.hpp"

#include <boardpack/sdk/date.hpp>

#include <optional>
#include <vector>

namespace boardpack::measure {

/// What a snapshot needs besides the measure. `plan` answers by day: of rows with a date of their own to the board's
/// day, of others in all.
struct SnapshotSources {
  Plan& plan;
  Coverage& coverage;
  const Areas& areas;
  const series::Registers* registers = nullptr;
  base::MonthRange months;  ///< asked of the warehouse, as the other measures' are
  base::Month first_shown;
  std::optional<sdk::Date> board_date;
  std::optional<sdk::Date> extracted_on;     ///< of the table's rows
  const LargestOfShared* largest = nullptr;  ///< of the breakdowns by the largest groups of another measure
};

/// The last day after a month's end that rows without a date of their own may be extracted on, to tell the state of
/// that month: later they tell of another.
inline constexpr int kMostDaysAfter = 31;

/// A month's value is that of the latest day in it that rows are as at; a month without such a day has none. Rows
/// without a date of their own tell of the day of extraction: that is the pack's month's, earlier ones come from what
/// was kept.
series::Series snapshotSeries(const Prepared& prepared, const SnapshotSources& sources);

/// Of a snapshot of today's rows, what is kept of breakdowns by several columns, of trees and of the largest groups:
/// the groups that rows fall into, since another month shows others. `extracted_on` is known.
std::vector<series::KeptValue> leavesToKeep(const Prepared& prepared, const SnapshotSources& sources);

/// The largest groups of a breakdown with a `top`: by their state in the month reported.
Largest largestAsAt(const Prepared& prepared, const Breakdown& by, const SnapshotSources& sources);

/// Digest of what decides the values of a kept snapshot.
std::string snapshotDigest(const MeasureDefinition& definition);

/// Whether rows extracted on a day tell the state of a month: in it, or at most kMostDaysAfter after its end; up to the
/// board's day where the measure says so.
bool showsStateOf(const sdk::Date& extracted_on, base::Month month, bool until_board,
                  const std::optional<sdk::Date>& board_date);

}  // namespace boardpack::measure
