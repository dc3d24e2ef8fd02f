#pragma once
#include <span>
#include <vector>

namespace boardpack::statistics {

/// A series taken apart: value = season + trend + remainder, month by month.
struct SeasonalTrend {
  std::vector<double> season, trend, remainder;
};

/// Seasonal-trend decomposition by loess (Cleveland, Cleveland, McRae and Terpenning, Journal of Official Statistics
/// 6(1), 1990) of monthly values without gaps, as R computes stl(x, s.window = 11), which is what forecast::mstl and
/// the strength of seasonality use: seasonal loess of degree 0 over 11 years, trend of degree 1 over 21 months, low
/// pass of degree 1 over 13 months, each at every second or third month and joined by straight lines, two inner passes,
/// no robustness weights. Needs 25 months or more.
SeasonalTrend decompose(std::span<const double> values);

}  // namespace boardpack::statistics
