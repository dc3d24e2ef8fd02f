#pragma once
#include "measure/evaluation/ask/coverage.hpp"
#include "series/series.hpp"

#include <array>
#include <functional>
#include <vector>

namespace boardpack::measure {

inline constexpr int kMrtMonths = 12;

/// The windows that a measure is made for: its own, and the three that every measure has, since a derived one may read
/// them.
std::vector<series::Window> windowsMade(const series::MeasureInfo& info);

/// The months that a measure is reported for, and those that its values need.
struct ReportedMonths {
  const series::MeasureInfo* info = nullptr;  ///< with `since` as a month
  std::vector<series::Wave> waves;            ///< of its survey
  std::vector<series::Window> windows;        ///< that values are made for
  /// Its own, and those of the derived measures that read it.
  std::vector<series::NamedReference> compare;
  base::MonthRange months;        ///< that rows are known of: from the earliest that any window or reference needs
  base::MonthRange shown;         ///< one value of each window for each of these
  base::Month latest;             ///< the month of `shown` that the latest values are of: what references are for
  bool name_table = false;        ///< in reasons, since the measure reads several
  std::vector<bool> provisional;  ///< of each of `months`
};

using WindowCells = std::array<std::vector<series::Cell>, series::kAllWindows.size()>;

/// A value over a stretch of months, all of them covered.
using RangeValue = std::function<series::Cell(base::MonthRange months)>;

/// The cells of one group in every window: [x] over a month with a gap, the months named; provisional where one of its
/// months is. `gaps` are those of `reported.months`; `value` is asked only for ranges without a gap.
WindowCells windowCells(const ReportedMonths& reported, const Gaps& gaps, const RangeValue& value);

/// What the latest value of each window is compared with besides earlier months of the same window.
std::vector<series::ReferenceValue> referenceValues(const ReportedMonths& reported, const Gaps& gaps,
                                                    const RangeValue& value);

/// The first month that the windows and references of a measure need for values from `first_shown` to `last`.
base::Month firstNeeded(const series::MeasureInfo& info, const std::vector<series::Wave>& waves,
                        const std::vector<series::NamedReference>& compare, base::Month first_shown, base::Month last);

/// Leaves the month and the windows that the definition asks for.
void dropWindows(series::Series& made);
void dropMonthsBefore(series::Series& made, base::Month first);

}  // namespace boardpack::measure
