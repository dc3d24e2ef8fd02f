#pragma once
#include "chart/draw/canvas.hpp"
#include "chart/parts/frame.hpp"
#include "chart/parts/subject.hpp"

namespace boardpack::chart {

/// A line through the values, broken where one is missing; a value between two missing ones is a dot.
void drawBrokenLine(Canvas& canvas, const Values& values, const MonthScale& x, const LinearScale& y,
                    const Stroke& stroke);

/// A label at the right of the plot that wants to stand at the height of `value`.
struct EndLabel {
  double value = 0;
  std::string words;
  Weight weight = Weight::Regular;
};
/// The room the labels need at the right of the plot.
double endLabelSpace(const Canvas& canvas, const std::vector<EndLabel>& labels);
/// Draws them beside the plot, moved apart where they would meet.
void drawEndLabels(Canvas& canvas, const std::vector<EndLabel>& labels, const Frame& frame);

/// A mark's note for a reader who wonders about a break.
inline constexpr const char* kGapNote = "The line breaks where there is no value.";
inline constexpr const char* kNothingNote = "There is no value in these months.";

}  // namespace boardpack::chart
