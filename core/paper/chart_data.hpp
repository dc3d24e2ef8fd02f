#pragma once
#include "series/analysis.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::paper {

/// What a picture shows besides the values: decided here, since every writer of pictures must show the same.

/// Mean and limits of a control chart in the measure's own unit, one entry a month of its axis, nothing where there are
/// none. Where the rules look at the mean of a day or at the difference from a year before, these are the monthly
/// values at which a month would lie on them: a point is outside the lines exactly when the rules say that it is.
struct LimitLines {
  std::vector<std::optional<double>> mean, lower, upper;
  bool vary = false;               ///< from month to month within a step
  std::vector<std::string> notes;  ///< sentences on limits that are left out because no figure can lie beyond them
};
LimitLines limitLines(const series::Analysed& measure, std::size_t group, const base::MonthRange& shown);

/// A funnel as it is drawn: its points, in the unit of the comparators where it is of forces.
struct FunnelChart {
  const series::Funnel* funnel = nullptr;  ///< nullptr where there is none
  std::string unit;
  int decimals = 0;
};
FunnelChart funnelChart(const series::Analysed& measure, const series::ChartSpec& spec);

}  // namespace boardpack::paper
