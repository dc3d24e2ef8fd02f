#pragma once
#include "series/analysis.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::paper {

/// Mean and limits of a control chart in the measure's own unit, one entry a month of its axis, nothing where there are
/// none. Where the rules look at the mean of a day or at the difference from a year before, these are the monthly
/// values at which a month would lie on them: a point is outside the lines exactly when the rules say that it is.
struct LimitLines {
  std::vector<std::optional<double>> mean, lower, upper;
  bool vary = false;  ///< from month to month within a step
};
LimitLines limitLines(const series::Analysed& measure, std::size_t group, const base::MonthRange& shown);

}  // namespace boardpack::paper
