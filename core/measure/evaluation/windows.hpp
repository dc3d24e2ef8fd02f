#pragma once
#include "measure/evaluation/coverage.hpp"
#include "measure/evaluation/tally.hpp"
#include "series/series.hpp"

#include <array>
#include <functional>
#include <vector>

namespace boardpack::measure {

inline constexpr int kMrtMonths = 12;

/// The months whose tallies a window that ends in `end` adds up.
base::MonthRange windowMonths(series::Window window, base::Month end);

using WindowCells = std::array<std::vector<series::Cell>, series::kAllWindows.size()>;

/// A value from its exact parts, for a window that ends in a month.
using Value = std::function<series::Cell(const Tally& tally, base::Month end)>;

/// The cells of one group in every window. Tallies and gaps run from `months.first`, which lies before `shown.first` as
/// far as the longest window needs.
WindowCells windowCells(const MonthlyTallies& tallies, const Gaps& gaps, base::MonthRange months,
                        base::MonthRange shown, bool name_table, const Value& value);

}  // namespace boardpack::measure
