#pragma once
#include "chart/parts/scale.hpp"
#include "series/measure_info.hpp"

#include <string>
#include <vector>

namespace boardpack::chart {

/// A value beside its mark: "71,787", "11.3%", "£4,250.50". Other units stand in the axis title.
std::string valueText(const series::MeasureInfo& info, double value);
/// The labels of an axis, all with the decimals that its step needs.
std::vector<std::string> tickTexts(const series::MeasureInfo& info, const Ticks& ticks);
/// The finest step an axis of the measure may have: a count has no half crimes.
double smallestStep(const series::MeasureInfo& info);
/// What the axis shows: "Number each month", "Percentage over 12 months", "Minutes, each month".
std::string axisTitle(const series::MeasureInfo& info, series::Window window);
/// The axis title, and that the axis does not start at 0 when it does not.
std::string axisTitle(const series::MeasureInfo& info, series::Window window, const Ticks& ticks);
bool isPercentage(const series::MeasureInfo& info);

}  // namespace boardpack::chart
