#pragma once
#include "base/month.hpp"
#include "chart/draw/canvas.hpp"
#include "chart/parts/event_lines.hpp"
#include "chart/parts/key.hpp"
#include "chart/parts/month_axis.hpp"
#include "chart/parts/scale.hpp"

#include <string>
#include <vector>

namespace boardpack::chart {

/// What stands round the marks of a chart over months.
struct FrameRequest {
  std::string axis_title;  ///< of the vertical axis, written horizontally above it
  Ticks ticks;
  std::vector<std::string> tick_texts;
  std::vector<base::Month> months;
  MonthScale::Kind months_as = MonthScale::Kind::Points;
  std::vector<KeyEntry> key;       ///< in rows above the plot
  double right_space = 0;          ///< kept free at the right of the plot
  std::vector<std::string> notes;  ///< below the chart
  EventLines events = {};          ///< vertical lines, their labels in rows between key and plot
};

struct Frame {
  Box plot;
  LinearScale y;
  MonthScale x;
};

/// Draws axis title, key, gridlines, labels and notes, and says where the plot lies. Draw the marks after it.
Frame drawFrame(Canvas& canvas, const FrameRequest& request);

/// Notes at the foot of the picture, one after another; gives where what stands above must end.
double drawNotes(Canvas& canvas, const std::vector<std::string>& notes);
std::vector<std::string> noteLines(const Canvas& canvas, const std::vector<std::string>& notes);
double notesTop(std::size_t lines);
/// Words at the top left; gives where the next thing may start.
double drawHeading(Canvas& canvas, const std::string& words);

inline constexpr double kTickGap = 16;         ///< between tick labels and the plot
inline constexpr double kMonthLabelDrop = 26;  ///< from the axis to its month labels, clear of the lowest tick label
inline constexpr Stroke kGridStroke{{0xD9, 0xD9, 0xD9}, 2, Dash::Solid};
inline constexpr Stroke kAxisStroke{{0x59, 0x59, 0x59}, 3, Dash::Solid};

}  // namespace boardpack::chart
