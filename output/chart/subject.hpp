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

/// The months of the axis: those that the chart says it shows, since its words speak of them; for a chart that does
/// not say, the latest of its spec (`most` at the most) up to the pack's month, from the first that the measure has.
std::vector<base::Month> shownMonths(const Subject& subject, int most);
/// True when the chart says which months it shows.
bool saysMonths(const Subject& subject);
/// A group's values in those months; a value that is not a finite number counts as missing.
Values valuesOf(const Subject& subject, const series::GroupSeries& group, series::Window window,
                const std::vector<base::Month>& months);

/// Index of a group in the measure: its place among the series and among the analyses.
std::vector<std::size_t> groupsOf(const Subject& subject);
/// A group's name as it may be written: no control characters; words for a name that is empty.
std::string groupName(const series::GroupSeries& group);

bool hasGap(const Values& values);
bool hasValue(const Values& values);
double total(const Values& values);

}  // namespace boardpack::chart
