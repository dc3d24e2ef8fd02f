#include "chart/kinds/panels.hpp"

#include "chart/draw/palette.hpp"
#include "chart/parts/frame.hpp"
#include "chart/parts/lines.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <sstream>
#include <string>

namespace boardpack::chart {

namespace {

constexpr std::size_t kMostColumns = 4;
constexpr double kPanelGap = 36;
constexpr double kRowGap = 26;
constexpr double kNarrowestPanel = 340;
constexpr double kLowestPlot = 84;
constexpr std::size_t kMostTitleLines = 12;
constexpr double kTitleGap = 10;

struct GridShape {
  std::size_t columns = 1;
  double panel_width = 0;
  std::size_t most_title_lines = 1;     ///< a title of more is shortened
  std::vector<std::size_t> title_rows;  ///< lines of the longest title of each row
  double plot_height = 0;
};

double monthLabelHeight() { return kTickGap + kTextHeight; }

GridShape shapeFor(const Canvas& canvas, const std::vector<Panel>& panels, std::size_t columns, double top,
                   double bottom, double tick_space, std::size_t most_title_lines) {
  GridShape shape;
  shape.columns = columns;
  shape.most_title_lines = most_title_lines;
  const double width = kWidth - 2 * kMargin - tick_space;
  shape.panel_width = (width - static_cast<double>(columns - 1) * kPanelGap) / static_cast<double>(columns);
  double titles = 0;
  for (std::size_t first = 0; first < panels.size(); first += columns) {
    std::size_t most = 1;
    for (std::size_t i = first; i < std::min(first + columns, panels.size()); ++i) {
      most = std::max(most, canvas.wrapped(panels[i].title, shape.panel_width, Weight::Bold).size());
    }
    most = std::min(most, most_title_lines);
    shape.title_rows.push_back(most);
    titles += static_cast<double>(most) * kLineHeight + kTitleGap;
  }
  const double rows = static_cast<double>(shape.title_rows.size());
  const double free = bottom - top - titles - (rows - 1) * kRowGap - monthLabelHeight();
  shape.plot_height = free / rows;
  return shape;
}

/// How many titles have a word that is wider than the panel, and would be broken within it.
std::size_t brokenTitles(const Canvas& canvas, const std::vector<Panel>& panels, double width) {
  return static_cast<std::size_t>(std::count_if(panels.begin(), panels.end(), [&](const Panel& panel) {
    std::istringstream words(panel.title);
    return std::any_of(std::istream_iterator<std::string>(words), std::istream_iterator<std::string>(),
                       [&](const std::string& word) { return canvas.width(word, Weight::Bold) > width; });
  }));
}

/// The shape whose panels are nearest to twice as wide as high, of those that fit, with as many lines of title as leave
/// room and as few broken words as can be; when none fits, the one whose panels are largest against the least.
GridShape bestShape(const Canvas& canvas, const std::vector<Panel>& panels, double top, double bottom,
                    double tick_space) {
  GridShape best;
  GridShape largest;
  double best_score = -1;
  double largest_size = -1;
  for (std::size_t lines = kMostTitleLines; lines > 0 && best_score < 0; --lines) {
    for (std::size_t columns = 1; columns <= std::min(kMostColumns, panels.size()); ++columns) {
      const GridShape shape = shapeFor(canvas, panels, columns, top, bottom, tick_space, lines);
      const double size = std::min(shape.panel_width / kNarrowestPanel, shape.plot_height / kLowestPlot);
      if (size > largest_size) {
        largest_size = size;
        largest = shape;
      }
      constexpr double kBrokenWord = 2;
      const double score = std::abs(std::log(shape.panel_width / shape.plot_height / 2.0)) +
                           kBrokenWord * static_cast<double>(brokenTitles(canvas, panels, shape.panel_width));
      if (size >= 1 && (best_score < 0 || score < best_score)) {
        best_score = score;
        best = shape;
      }
    }
  }
  return best_score < 0 ? largest : best;
}

void place(const Canvas& canvas, std::vector<Panel>& panels, const GridShape& shape, double top, double tick_space) {
  double y = top;
  for (std::size_t row = 0; row < shape.title_rows.size(); ++row) {
    const double title_height = static_cast<double>(shape.title_rows[row]) * kLineHeight;
    for (std::size_t column = 0; column < shape.columns; ++column) {
      const std::size_t index = row * shape.columns + column;
      if (index >= panels.size()) {
        break;
      }
      Panel& panel = panels[index];
      const double left = kMargin + tick_space + static_cast<double>(column) * (shape.panel_width + kPanelGap);
      const double plot_top = y + title_height + kTitleGap;
      panel.box = {left, y, left + shape.panel_width, plot_top + shape.plot_height};
      panel.plot = {left, plot_top, panel.box.right, panel.box.bottom};
      panel.title_lines =
          canvas.wrapped(canvas.shortened(panel.title, shape.panel_width, shape.most_title_lines, Weight::Bold),
                         shape.panel_width, Weight::Bold);
      panel.has_tick_labels = column == 0;
      panel.has_month_labels = index + shape.columns >= panels.size();
    }
    y += title_height + kTitleGap + shape.plot_height + kRowGap;
  }
}

std::vector<std::string> notesFor(const std::vector<Panel>& panels, std::size_t all) {
  std::vector<std::string> notes;
  if (panels.size() < all) {
    notes.push_back("The " + std::to_string(panels.size()) + " largest of " + std::to_string(all) +
                    " groups are shown.");
  }
  if (std::any_of(panels.begin(), panels.end(), [](const Panel& panel) { return hasGap(panel.values); })) {
    notes.emplace_back(kGapNote);
  }
  return notes;
}

}  // namespace

std::vector<Panel> panelsOf(const Subject& subject, const std::vector<base::Month>& months) {
  std::vector<Panel> panels;
  for (const std::size_t index : groupsOf(subject)) {
    const series::GroupSeries& group = subject.measure.series.groups[index];
    Panel panel;
    panel.title = groupName(group);
    panel.values = valuesOf(subject, group, series::Window::Month, months);
    panels.push_back(std::move(panel));
  }
  return panels;
}

PanelGrid arrange(const Canvas& canvas, const Subject& subject, std::vector<Panel> panels,
                  const std::vector<base::Month>& months, double top, double tick_space) {
  PanelGrid grid;
  grid.months = months;
  grid.notes = notesFor(panels, subject.chart.groups_in_all);
  const double bottom = notesTop(noteLines(canvas, grid.notes).size());
  place(canvas, panels, bestShape(canvas, panels, top, bottom, tick_space), top, tick_space);
  grid.panels = std::move(panels);
  return grid;
}

}  // namespace boardpack::chart
