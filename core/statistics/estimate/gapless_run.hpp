#pragma once
#include <optional>
#include <span>
#include <vector>

namespace boardpack::statistics {

/// Months below which no season is told from chance, and no change of level or course is fitted: every month of the
/// year three times.
inline constexpr std::size_t kFewestForSeason = 36;

/// The latest months on end that have a value.
struct GaplessRun {
  std::size_t first = 0;  ///< index of its first month
  std::vector<double> values;
};
/// Months without a value at the end are passed over; empty when no month has one.
GaplessRun latestRun(std::span<const std::optional<double>> months);

/// "fewer than 36 months on end have a value"
extern const char* const kTooFewOnEnd;

}  // namespace boardpack::statistics
