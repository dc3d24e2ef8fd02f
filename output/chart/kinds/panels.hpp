#pragma once
#include "chart/draw/canvas.hpp"
#include "chart/parts/subject.hpp"

#include <string>
#include <vector>

namespace boardpack::chart {

/// One group's part of a chart of small multiples.
struct Panel {
  std::string title;
  Values values;
  std::vector<std::string> title_lines;
  Box box;  ///< title and plot
  Box plot;
  bool has_tick_labels = false;   ///< the leftmost of a row
  bool has_month_labels = false;  ///< the lowest of a column
};

struct PanelGrid {
  std::vector<Panel> panels;
  std::vector<base::Month> months;
  std::vector<std::string> notes;
};

/// A panel for each group that the chart draws, in its order.
std::vector<Panel> panelsOf(const Subject& subject, const std::vector<base::Month>& months);

/// Rows and columns for the panels between `top` and the foot of the picture, with `tick_space` at the left, above
/// notes that say when there are groups that are not drawn. Titles wrap, and are shortened only when they have no room.
PanelGrid arrange(const Canvas& canvas, const Subject& subject, std::vector<Panel> panels,
                  const std::vector<base::Month>& months, double top, double tick_space);

}  // namespace boardpack::chart
