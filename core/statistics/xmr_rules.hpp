#pragma once
#include <cstddef>

namespace boardpack::statistics {

/// The rules of a control chart of individual values (XmR), with the name that outputs give them.

inline constexpr const char* kXmrRuleSet = "XmR as NHSRplotthedots 0.2.2, moving ranges screened once";
inline constexpr const char* kXmrRuleSetUnscreened = "XmR as NHSRplotthedots 0.2.2, moving ranges not screened";
inline constexpr double kLimitFactor = 2.66;  ///< limits: mean ± 2.66 × mean moving range
inline constexpr double kNearFactor = 2.0 * 2.66 / 3.0;
inline constexpr double kScreenFactor = 3.267;  ///< moving ranges not below it times their mean are left out
inline constexpr std::size_t kRunLength = 7;    ///< of a shift or trend
inline constexpr std::size_t kFewestPoints = 12;
inline constexpr std::size_t kFewestTrialPoints = 6;  ///< of a stretch beside a break: trial limits below kFewestPoints
inline constexpr std::size_t kLatestPoints = 36;
inline constexpr double kFewestAMonth = 5.0;  ///< mean count below which no limits are computed
/// Numbers nearer than this part of the larger one are equal: what is left of a rate or share after rounding in binary
/// is never a rise, a fall, or a point beyond a limit.
inline constexpr double kEqualWithin = 1e-9;

}  // namespace boardpack::statistics
