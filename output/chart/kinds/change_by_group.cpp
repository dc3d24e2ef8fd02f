#include "chart/kinds/kinds.hpp"

#include "base/text.hpp"
#include "chart/frame.hpp"
#include "chart/kinds/change_rows.hpp"
#include "chart/number_words.hpp"
#include "chart/palette.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::chart {

namespace {

constexpr double kColumnGap = 36;
constexpr double kRowPadding = 8;
constexpr double kBarShare = 0.62;  ///< of a row: the gap is narrower than the bar
constexpr double kHighestBar = 120;
constexpr double kHighestRow = kHighestBar / kBarShare;

/// Where the parts of the chart lie; the columns of numbers are right-aligned at their edges.
struct Layout {
  double top = 0;
  double bottom = 0;
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

/// A gridline a tick; labels below for 0, and for the outermost where they stand clear of it.
void drawScale(Canvas& canvas, const series::MeasureInfo& info, const Ticks& ticks, const Layout& layout,
               const LinearScale& x, double bottom) {
  const std::vector<std::string> texts = signedTickTexts(info, ticks);
  const auto zero = std::find(ticks.values.begin(), ticks.values.end(), 0.0);
  const std::size_t zero_index = static_cast<std::size_t>(zero - ticks.values.begin());
  const double clear_of_zero = canvas.width("0") / 2 + kTickGap;
  for (std::size_t i = 0; i < ticks.values.size(); ++i) {
    const double at = x(ticks.values[i]);
    canvas.line({{at, layout.top}, {at, bottom}}, kGridStroke);
    const bool is_outermost = i == 0 || i + 1 == ticks.values.size();
    const double half = canvas.width(texts[i]) / 2;
    const bool is_clear = std::abs(at - x(0)) >= half + clear_of_zero && at + half <= kWidth - kMargin;
    if (i == zero_index || (is_outermost && is_clear)) {
      canvas.text(texts[i], at, bottom + kTickGap, Anchor::Middle);
    }
  }
}

}  // namespace

void drawChangeByGroup(Canvas& canvas, const Subject& subject) {
  const series::MeasureInfo& info = subject.measure.series.info;
  const double heading_bottom = drawHeading(canvas, changeHeading(subject));
  const double rows_top = heading_bottom + kLineHeight + 4;
  // Two lines of notes are the most there can be; the rows are chosen before the notes are known.
  const double room = kHeight - kMargin - 2 * kLineHeight - 2 * kTickGap - kLineHeight - rows_top;
  ChangeRows rows = changeRows(subject, canvas, room, kRowPadding);
  const double foot = drawNotes(canvas, rows.notes);
  if (rows.shown.empty()) {
    return;
  }

  Layout layout = placeColumns(canvas, rows);
  layout.top = rows_top;
  layout.bottom = foot - kTickGap - kTextHeight;
  canvas.text(kChangeHeading, layout.change_edge, heading_bottom, Anchor::End, Weight::Bold);
  if (rows.has_percent) {
    canvas.text(kPercentHeading, layout.percent_edge, heading_bottom, Anchor::End, Weight::Bold);
  }

  Extent extent;
  for (const ChangeRow& row : rows.shown) {
    extent.add(row.change);
  }
  const Ticks ticks = barTicks(extent, 4, smallestStep(info));
  const LinearScale x{ticks.first(), ticks.last(), layout.bars_left, layout.bars_right};
  const std::vector<double> heights = rowHeights(rows, layout.bottom - layout.top);
  double bottom = layout.top;
  for (const double height : heights) {
    bottom += height;
  }
  drawScale(canvas, info, ticks, layout, x, bottom);
  double y = layout.top;
  for (std::size_t i = 0; i < rows.shown.size(); ++i) {
    drawRow(canvas, rows.shown[i], layout, x, y, heights[i], rows.has_percent);
    y += heights[i];
  }
  canvas.line({{x(0), layout.top}, {x(0), bottom}}, kAxisStroke);
}

}  // namespace boardpack::chart
