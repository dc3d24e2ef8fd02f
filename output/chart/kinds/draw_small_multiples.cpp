#include "chart/kinds/kinds.hpp"

#include "chart/draw/palette.hpp"
#include "chart/kinds/panels.hpp"
#include "chart/parts/frame.hpp"
#include "chart/parts/lines.hpp"
#include "chart/parts/number_words.hpp"

namespace boardpack::chart {

namespace {

constexpr Stroke kPanelStroke{kDarkBlue, 5, Dash::Solid};
constexpr double kEndRadius = 9;

void drawPanel(Canvas& canvas, const Panel& panel, const PanelGrid& grid, const Ticks& ticks) {
  double y = panel.box.top;
  for (const std::string& line : panel.title_lines) {
    canvas.text(line, panel.box.left, y, Anchor::Start, Weight::Bold);
    y += kLineHeight;
  }
  const LinearScale scale{ticks.first(), ticks.last(), panel.plot.bottom, panel.plot.top};
  for (const double tick : ticks.values) {
    canvas.line({{panel.plot.left, scale(tick)}, {panel.plot.right, scale(tick)}}, kGridStroke);
  }
  const double axis = ticks.first() < 0 && ticks.last() >= 0 ? scale(0) : panel.plot.bottom;
  canvas.line({{panel.plot.left, axis}, {panel.plot.right, axis}}, kAxisStroke);
  const MonthScale x(grid.months.size(), panel.plot.left, panel.plot.right, MonthScale::Kind::Points);
  drawBrokenLine(canvas, panel.values, x, scale, kPanelStroke);
  if (panel.values.back()) {
    Symbol end;
    end.centre = {x(panel.values.size() - 1), scale(*panel.values.back())};
    end.radius = kEndRadius;
    end.fill = kPanelStroke.colour;
    canvas.symbol(end);
  }
  if (panel.has_month_labels) {
    drawMonthEnds(canvas, grid.months, panel.plot.left, panel.plot.right, panel.plot.bottom + kTickGap);
  }
}

}  // namespace

void drawSmallMultiples(Canvas& canvas, const Subject& subject) {
  const series::MeasureInfo& info = subject.measure.series.info;
  const std::vector<base::Month> months = shownMonths(subject);
  std::vector<Panel> panels = panelsOf(subject, months);
  Extent extent;
  for (const Panel& panel : panels) {
    for (const auto& value : panel.values) {
      extent.add(value);
    }
  }
  const Ticks ticks = lineTicks(extent, 4, smallestStep(info));
  const std::vector<std::string> tick_texts = tickTexts(info, ticks);
  const double top = drawHeading(canvas, axisTitle(info, series::Window::Month, ticks) + ", one scale for all");
  if (panels.empty() || extent.empty()) {
    drawNotes(canvas, {kNothingNote});
    return;
  }

  PanelGrid grid = arrange(canvas, subject, std::move(panels), months, top, canvas.widest(tick_texts) + kTickGap);
  drawNotes(canvas, grid.notes);
  for (const Panel& panel : grid.panels) {
    if (panel.has_tick_labels) {
      const LinearScale scale{ticks.first(), ticks.last(), panel.plot.bottom, panel.plot.top};
      for (const std::size_t i : {std::size_t{0}, ticks.values.size() - 1}) {
        canvas.textAt(tick_texts[i], panel.plot.left - kTickGap, scale(ticks.values[i]), Anchor::End);
      }
    }
    drawPanel(canvas, panel, grid, ticks);
  }
}

}  // namespace boardpack::chart
