#include "chart/parts/frame.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace boardpack::chart {

namespace {

constexpr double kAfterHeading = 8;
constexpr double kAfterKey = 16;
constexpr double kBeforeNotes = 12;

/// The last month's label is centred below its point, and may stand out at the right.
double lastLabelOverhang(const Canvas& canvas, const std::vector<base::Month>& months) {
  return months.empty() ? 0 : canvas.width(months.back().shortName()) / 2;
}

}  // namespace

double drawHeading(Canvas& canvas, const std::string& words) {
  double y = kMargin;
  for (const std::string& line : canvas.wrapped(words, kWidth - 2 * kMargin)) {
    canvas.text(line, kMargin, y, Anchor::Start);
    y += kLineHeight;
  }
  return y + kAfterHeading;
}

std::vector<std::string> noteLines(const Canvas& canvas, const std::vector<std::string>& notes) {
  return canvas.wrapped(base::join(notes, " "), kWidth - 2 * kMargin);
}

double notesTop(std::size_t lines) {
  const double top = kHeight - kMargin - static_cast<double>(lines) * kLineHeight;
  return lines == 0 ? top : top - kBeforeNotes;
}

double drawNotes(Canvas& canvas, const std::vector<std::string>& notes) {
  const std::vector<std::string> lines = noteLines(canvas, notes);
  double y = kHeight - kMargin - static_cast<double>(lines.size()) * kLineHeight;
  for (const std::string& line : lines) {
    canvas.text(line, kMargin, y, Anchor::Start);
    y += kLineHeight;
  }
  return notesTop(lines.size());
}

Frame drawFrame(Canvas& canvas, const FrameRequest& request) {
  const double key_width = kWidth - 2 * kMargin;
  double top = drawHeading(canvas, request.axis_title);
  drawKeyRows(canvas, request.key, kMargin, top, key_width);
  const int key_rows = keyRows(canvas, request.key, key_width);
  top += key_rows * kLineHeight + (key_rows > 0 ? kAfterKey : 0);
  const double foot = drawNotes(canvas, request.notes);
  const double events_top = top;

  Box plot;
  plot.left = kMargin + canvas.widest(request.tick_texts) + kTickGap;
  plot.right = kWidth - kMargin - std::max(request.right_space, lastLabelOverhang(canvas, request.months));
  const MonthScale x(request.months.size(), plot.left, plot.right, request.months_as);
  top += placeEvents(canvas, request.events, x) * kLineHeight;
  plot.top = top + kTextHeight / 2;
  plot.bottom = foot - kTextHeight - kMonthLabelDrop;

  const LinearScale y{request.ticks.first(), request.ticks.last(), plot.bottom, plot.top};
  for (std::size_t i = 0; i < request.ticks.values.size(); ++i) {
    const double at = y(request.ticks.values[i]);
    canvas.line({{plot.left, at}, {plot.right, at}}, kGridStroke);
    canvas.textAt(request.tick_texts[i], plot.left - kTickGap, at, Anchor::End);
  }
  const double axis = request.ticks.first() < 0 && request.ticks.last() >= 0 ? y(0) : plot.bottom;
  canvas.line({{plot.left, axis}, {plot.right, axis}}, kAxisStroke);
  drawMonthLabels(canvas, request.months, x, plot.bottom + kMonthLabelDrop);
  drawEvents(canvas, request.events, x, events_top, plot.bottom);
  return Frame{plot, y, x};
}

}  // namespace boardpack::chart
