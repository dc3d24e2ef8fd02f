#include "chart/kinds/kinds.hpp"

#include "chart/draw/palette.hpp"
#include "chart/kinds/change_rows.hpp"
#include "chart/parts/frame.hpp"
#include "chart/parts/scale.hpp"

#include <algorithm>

namespace boardpack::chart {

namespace {

constexpr double kColumnGap = 36;
constexpr double kRowPadding = -1;  ///< to the lines of a name, so that 14 rows of one line have room
constexpr double kBarShare = 0.62;  ///< of a row: the gap is narrower than the bar
constexpr double kHighestBar = 120;
constexpr double kHighestRow = kHighestBar / kBarShare;

/// Where the parts of the chart lie; the columns of numbers are right-aligned at their edges.
struct Layout {
  double names_left = kMargin;
  double bars_left = 0;
  double bars_right = 0;
  double change_edge = 0;
  double percent_edge = 0;
};

constexpr const char* kChangeHeading = "Change";
constexpr const char* kPercentHeading = "%";

Layout placeColumns(const Canvas& canvas, const ChangeRows& rows) {
  Layout layout;
  double names = 0;
  double changes = canvas.width(kChangeHeading, Weight::Bold);
  double percents = rows.has_percent ? canvas.width(kPercentHeading, Weight::Bold) : 0;
  for (const ChangeRow& row : rows.shown) {
    names = std::max(names, canvas.widest(row.name_lines));
    changes = std::max(changes, canvas.width(row.change_text));
    percents = std::max(percents, rows.has_percent ? canvas.width(row.percent_text) : 0);
  }
  layout.bars_left = kMargin + names + kTickGap;
  layout.percent_edge = kWidth - kMargin;
  layout.change_edge = layout.percent_edge - (rows.has_percent ? percents + kColumnGap : 0);
  layout.bars_right = layout.change_edge - changes - kColumnGap;
  return layout;
}

/// The height each row takes: what its name needs, and an even share of what is left over.
std::vector<double> rowHeights(const ChangeRows& rows, double room) {
  std::vector<double> heights;
  double used = 0;
  for (const ChangeRow& row : rows.shown) {
    heights.push_back(static_cast<double>(row.name_lines.size()) * kLineHeight + kRowPadding);
    used += heights.back();
  }
  const double extra = std::max(0.0, room - used) / static_cast<double>(std::max<std::size_t>(1, heights.size()));
  for (double& height : heights) {
    height = std::max(height, std::min(height + extra, kHighestRow));
  }
  return heights;
}

void drawRow(Canvas& canvas, const ChangeRow& row, const Layout& layout, const LinearScale& x, double top,
             double height, bool has_percent) {
  const double middle = top + height / 2;
  double line_middle = middle - (static_cast<double>(row.name_lines.size()) - 1) / 2 * kLineHeight;
  for (const std::string& line : row.name_lines) {
    canvas.textAt(line, layout.names_left, line_middle, Anchor::Start);
    line_middle += kLineHeight;
  }
  const double thick = std::min(height * kBarShare, kHighestBar);
  const double zero = x(0);
  const double end = x(row.change);
  if (end != zero) {
    canvas.rect({std::min(zero, end), middle - thick / 2, std::max(zero, end), middle + thick / 2},
                row.is_remainder ? kDarkGrey : kDarkBlue);
  }
  canvas.textAt(row.change_text, layout.change_edge, middle, Anchor::End);
  if (has_percent) {
    canvas.textAt(row.percent_text, layout.percent_edge, middle, Anchor::End);
  }
}

/// Bars fill their space, from 0; every bar has its number, so the scale needs no labels of its own.
LinearScale scaleFor(const ChangeRows& rows, const Layout& layout) {
  Extent extent;
  extent.add(0.0);
  for (const ChangeRow& row : rows.shown) {
    extent.add(row.change);
  }
  const double high = extent.high() > extent.low() ? extent.high() : extent.low() + 1;
  return LinearScale{extent.low(), high, layout.bars_left, layout.bars_right};
}

/// The rows above their own notes.
ChangeRows rowsAboveNotes(const Subject& subject, const Canvas& canvas, double top) {
  ChangeRows rows;
  for (const std::size_t note_lines : {0, 1, 2, 3}) {
    rows = changeRows(subject, canvas, notesTop(note_lines) - top, kRowPadding);
    if (noteLines(canvas, rows.notes).size() <= note_lines) {
      break;
    }
  }
  return rows;
}

}  // namespace

void drawChangeByGroup(Canvas& canvas, const Subject& subject) {
  const double heading_bottom = drawHeading(canvas, changeHeading(subject));
  const double rows_top = heading_bottom + kLineHeight;
  const ChangeRows rows = rowsAboveNotes(subject, canvas, rows_top);
  const double foot = drawNotes(canvas, rows.notes);
  if (rows.shown.empty()) {
    return;
  }

  const Layout layout = placeColumns(canvas, rows);
  canvas.text(kChangeHeading, layout.change_edge, heading_bottom, Anchor::End, Weight::Bold);
  if (rows.has_percent) {
    canvas.text(kPercentHeading, layout.percent_edge, heading_bottom, Anchor::End, Weight::Bold);
  }
  const LinearScale x = scaleFor(rows, layout);
  const std::vector<double> heights = rowHeights(rows, foot - rows_top);
  double y = rows_top;
  for (std::size_t i = 0; i < rows.shown.size(); ++i) {
    drawRow(canvas, rows.shown[i], layout, x, y, heights[i], rows.has_percent);
    y += heights[i];
  }
  canvas.line({{x(0), rows_top}, {x(0), y}}, kAxisStroke);
}

}  // namespace boardpack::chart
