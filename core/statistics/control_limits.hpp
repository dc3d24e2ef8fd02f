#pragma once
#include "series/analysis.hpp"
#include "statistics/estimate/stretches.hpp"

#include <optional>
#include <vector>

namespace boardpack::statistics {

inline constexpr const char* kMeanOfADay = "the mean of a day in each month";
inline constexpr const char* kYearOnYear = "the difference from the same month a year before";
inline constexpr const char* kYearOnYearOfADay =
    "the difference of the mean of a day from the same month a year before";

/// What the rules of control charts look at: one value a month of the series, nothing for a gap.
struct Looked {
  std::vector<std::optional<double>> values;
  const char* at = "";       ///< "" for the monthly value itself
  bool differences = false;  ///< from a year before
};

/// The monthly values, or of a measure `per_day` that adds up (or is a rate) the mean of a day.
Looked monthsLookedAt(const series::Series& series, const series::GroupSeries& group);

/// The differences from 12 months before; nothing where a break lies between the two.
Looked differencesOf(const Looked& months, const std::vector<Stretch>& stretches);

/// Limits, special causes and variation of a group's latest kLatestPoints months, with the steps, baseline, screening
/// and method of MeasureInfo::limits. None for a measure without monthly values, one whose neighbouring values share
/// months, or one that averages under kFewestAMonth a month.
series::Limits limitsOf(const series::Series& series, const series::GroupSeries& group, const Looked& looked,
                        const std::vector<Stretch>& stretches);

/// The target of a month in terms of what the limits are of; nothing where it cannot be told (differences).
std::optional<double> targetLookedAt(const series::MeasureInfo& info, const Looked& looked, base::Month month);

}  // namespace boardpack::statistics
