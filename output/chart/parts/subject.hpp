#pragma once
#include "paper/pack.hpp"
#include "series/analysis.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::chart {

/// What one chart is of: references into the pack, which outlives it.
struct Subject {
  const paper::Chart& chart;
  const series::Analysed& measure;
  base::Month month;  ///< of the pack
};

using Values = std::vector<std::optional<double>>;

/// The months of the axis, as the chart says.
std::vector<base::Month> shownMonths(const Subject& subject);
/// A group's values in those months; a value that is not a finite number counts as missing.
Values valuesOf(const Subject& subject, const series::GroupSeries& group, series::Window window,
                const std::vector<base::Month>& months);

/// The groups that the chart says it draws, in its order: the index of each in the measure, its place among the series
/// and among the analyses.
std::vector<std::size_t> groupsOf(const Subject& subject);
/// A group's name as it may be written: no control characters; words for a name that is empty.
std::string groupName(const series::GroupSeries& group);

bool hasGap(const Values& values);
bool hasValue(const Values& values);
double total(const Values& values);

}  // namespace boardpack::chart
