#pragma once
#include "series/analysis.hpp"
#include "statistics/estimate/stretches.hpp"
#include "statistics/limits/special_causes.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace boardpack::statistics {

/// Indices in Series::months, both included.
struct IndexRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The limits of one stretch, before its points are judged.
struct StretchLimits {
  bool available = false;
  std::string reason;  ///< when they are not
  series::Symbol symbol = series::Symbol::None;
  bool no_variation = false;
  series::LimitsStep step;     ///< its numbers; who asked fills first, last, points, trial and because
  std::vector<Bounds> bounds;  ///< of each judged month
};

/// Makes the limits of the months `judged` from the values of the months `from`.
using StretchMethod = std::function<StretchLimits(const IndexRange& judged, const IndexRange& from)>;

/// Which months have limits of their own.
struct StepPlan {
  std::vector<Stretch> stretches;      ///< of the whole series
  std::size_t first = 0;               ///< the first month that is judged
  std::optional<IndexRange> baseline;  ///< mean and limits of the stretch it lies in come from these months alone
};

/// Limits and special causes of monthly values (one a month of the series, nothing for a gap), stretch by stretch: no
/// moving range, run or trend reaches over a break, and months between two stretches are judged by none. A series of
/// one stretch needs kFewestPoints values, as does a baseline; a stretch beside a break kFewestTrialPoints, and below
/// kFewestPoints its limits are trial limits. Not available when the latest stretch has none, or when a break cuts the
/// baseline. `rule_set` is left to the caller.
series::Limits limitsBySteps(std::span<const std::optional<double>> values, const StepPlan& plan,
                             const StretchMethod& method, series::Better better);

/// Limits of XmR charts.
StretchMethod xmrMethod(std::span<const std::optional<double>> values, bool screen_moving_ranges);

}  // namespace boardpack::statistics
