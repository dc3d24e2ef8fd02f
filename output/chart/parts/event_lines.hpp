#pragma once
#include "chart/draw/canvas.hpp"
#include "chart/parts/month_axis.hpp"
#include "chart/parts/subject.hpp"

#include <string>
#include <vector>

namespace boardpack::chart {

/// A vertical line where an event lies among the months, with its title above the plot.
struct EventLine {
  std::string title;
  double months = 0;  ///< from the middle of the first month shown to the event's day, a month being 1
};
using EventLines = std::vector<EventLine>;

/// The events of the register that touch the whole force within the months of the axis. Titles that have no row left
/// stand in `notes`.
EventLines eventLinesOf(const Subject& subject, const std::vector<base::Month>& months,
                        std::vector<std::string>& notes);

/// How many rows the labels take above a plot.
int placeEvents(const Canvas& canvas, const EventLines& events, const MonthScale& x);
/// Lines from their label, the rows of which begin at `top`, to `bottom`.
void drawEvents(Canvas& canvas, const EventLines& events, const MonthScale& x, double top, double bottom);

}  // namespace boardpack::chart
