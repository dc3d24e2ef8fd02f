#pragma once
#include "measure/evaluation/groups/grouping.hpp"
#include "measure/evaluation/kinds/prepared.hpp"
#include "measure/evaluation/kinds/series_sources.hpp"
#include "series/series.hpp"

#include <boardpack/sdk/date.hpp>

#include <optional>
#include <vector>

namespace boardpack::measure {

/// The last day after a month's end that rows without a date of their own may be extracted on, to tell the state of
/// that month: later they tell of another.
inline constexpr int kMostDaysAfter = 31;

/// A month's value is that of the latest day in it that rows are as at; a month without such a day has none. Rows
/// without a date of their own tell of the day of extraction: that is the pack's month's, earlier ones come from what
/// was kept.
series::Series snapshotSeries(const Prepared& prepared, const Sources& sources);

/// Values of the pack's month that are to be kept of a snapshot of today's rows: next month they cannot be made again.
/// Of breakdowns by several columns, of trees and of the largest groups these are the groups that rows fall into, since
/// another month shows others.
std::vector<series::KeptValue> valuesToKeep(const Prepared& prepared, const series::Series& made,
                                            const Sources& sources);

/// The largest groups of a breakdown with a `top`: by their state in the month reported.
Largest largestAsAt(const Prepared& prepared, const Breakdown& by, const Sources& sources);

/// Digest of what decides the values of a kept snapshot.
std::string snapshotDigest(const MeasureDefinition& definition);

/// Whether rows extracted on a day tell the state of a month: in it, or at most kMostDaysAfter after its end; up to the
/// board's day where the measure says so.
bool showsStateOf(const sdk::Date& extracted_on, base::Month month, bool until_board,
                  const std::optional<sdk::Date>& board_date);

}  // namespace boardpack::measure
