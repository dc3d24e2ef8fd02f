#pragma once
#include "statistics/limits/steps.hpp"

#include <optional>
#include <vector>

namespace boardpack::statistics {

/// Control charts of a share whose n differs from month to month. Laney, "Improved control charts for attributes",
/// Quality Engineering 14(4), 2002; the formulas are those of qicharts2 (charts "pp" and "p"). The centre is the sum of
/// all met over the sum of all n; the standard deviation of a month is √(p̄(1 − p̄)/n), for p′ times the mean moving
/// range of the months' z over kMovingRangePerSd; limits at 3 of them (near limits at 2), cut at 0% and 100%.

inline constexpr const char* kLaneyRuleSet =
    "Laney p' as qicharts2, moving ranges screened once, rules of NHSRplotthedots 0.2.2";
inline constexpr const char* kLaneyRuleSetUnscreened =
    "Laney p' as qicharts2, moving ranges not screened, rules of NHSRplotthedots 0.2.2";
inline constexpr double kMovingRangePerSd = 1.128;  ///< d2 of two points, as rounded by qicharts2

/// A monthly share.
struct MonthlyShare {
  double percent = 0;
  double of = 0;  ///< answers or rows it is a share of (of weighted ones: what they are worth); above 0
};

/// p′ where `laney`, else a plain p chart, whose limits are too narrow wherever months differ by more than chance.
/// `shares`: one a month of the series, nothing for a gap; it must outlive the method. Of the step, lower and upper are
/// those of its last month with a value; moving_range is that of z (nothing of a plain p chart).
StretchMethod shareMethod(const std::vector<std::optional<MonthlyShare>>& shares, bool laney,
                          bool screen_moving_ranges);

}  // namespace boardpack::statistics
