#pragma once
#include "series/analysis.hpp"

#include <optional>
#include <span>

namespace boardpack::statistics {

/// A season is strong from this strength on, and when chance gives so much less often than this. 0.64 is where
/// forecast::nsdiffs(test = "seas") takes a seasonal difference; 1% is the level of the X-11 programs for this test.
inline constexpr double kStrongSeason = 0.64;
inline constexpr double kSeasonLevel = 0.01;

/// Whether the months of the year differ as a rule: strength of seasonality (Wang, Smith and Hyndman, Data Mining and
/// Knowledge Discovery 13, 2006: 1 − Var(remainder) / Var(season + remainder), not below 0) after the decomposition of
/// stl.hpp, and the Kruskal-Wallis test of the twelve months' values less their trend. Of the latest months on end
/// that have a value, 36 at least. README.md has what both do on series without season.
series::Season seasonOf(std::span<const std::optional<double>> months);

}  // namespace boardpack::statistics
