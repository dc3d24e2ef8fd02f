#include "chart/kinds/kinds.hpp"

#include "chart/draw/palette.hpp"
#include "chart/parts/event_lines.hpp"
#include "chart/parts/frame.hpp"
#include "chart/parts/lines.hpp"
#include "chart/parts/number_words.hpp"

namespace boardpack::chart {

namespace {

constexpr Stroke kThisYear{kDarkBlue, 6, Dash::Solid};
constexpr Stroke kYearBefore{kOrange, 6, Dash::Dashed};
constexpr double kEndRadius = 12;
constexpr int kYear = 12;

struct Lines {
  std::vector<base::Month> months;
  Values now;
  Values before;
};

Lines linesOf(const Subject& subject) {
  Lines lines;
  lines.months = shownMonths(subject);
  lines.now = valuesOf(subject, subject.measure.series.force(), series::Window::Mrt, lines.months);
  std::vector<base::Month> earlier;
  for (const base::Month month : lines.months) {
    earlier.push_back(month - kYear);
  }
  lines.before = valuesOf(subject, subject.measure.series.force(), series::Window::Mrt, earlier);
  return lines;
}

std::vector<KeyEntry> keyFor(const Lines& lines) {
  if (!hasValue(lines.before) || !hasValue(lines.now)) {
    return {};
  }
  return {{KeyEntry::Sample::Line, "12 months to the month shown", kThisYear, {}, {}},
          {KeyEntry::Sample::Line, "The same a year before", kYearBefore, {}, {}}};
}

std::vector<EndLabel> labelsFor(const Subject& subject, const Lines& lines) {
  const series::MeasureInfo& info = subject.measure.series.info;
  std::vector<EndLabel> labels;
  if (lines.now.back()) {
    labels.push_back(
        {*lines.now.back(), lines.months.back().shortName() + " " + valueText(info, *lines.now.back()), Weight::Bold});
  }
  if (lines.before.back()) {
    const base::Month earlier = lines.months.back() - kYear;
    labels.push_back({*lines.before.back(), earlier.shortName() + " " + valueText(info, *lines.before.back())});
  }
  return labels;
}

std::vector<std::string> notesFor(const Lines& lines) {
  if (!hasValue(lines.now) && !hasValue(lines.before)) {
    return {kNothingNote};
  }
  std::vector<std::string> notes;
  if (!hasValue(lines.before)) {
    notes.emplace_back("There are no 12 months a year before to compare with.");
  }
  if (hasGap(lines.now) || hasGap(lines.before)) {
    notes.emplace_back(kGapNote);
  }
  return notes;
}

void drawEnd(Canvas& canvas, const Values& values, const Frame& frame, const Stroke& stroke) {
  if (!values.back()) {
    return;
  }
  Symbol end;
  end.centre = {frame.x(values.size() - 1), frame.y(*values.back())};
  end.radius = kEndRadius;
  end.fill = stroke.colour;
  canvas.symbol(end);
}

}  // namespace

void drawMrtAgainstYear(Canvas& canvas, const Subject& subject) {
  const series::MeasureInfo& info = subject.measure.series.info;
  const Lines lines = linesOf(subject);
  Extent extent;
  for (std::size_t i = 0; i < lines.months.size(); ++i) {
    extent.add(lines.now[i]);
    extent.add(lines.before[i]);
  }
  const std::vector<EndLabel> labels = labelsFor(subject, lines);
  FrameRequest request;
  request.ticks = lineTicks(extent, 6, smallestStep(info));
  request.tick_texts = tickTexts(info, request.ticks);
  request.axis_title = axisTitle(info, series::Window::Mrt, request.ticks);
  request.months = lines.months;
  request.key = keyFor(lines);
  request.right_space = endLabelSpace(canvas, labels);
  request.notes = notesFor(lines);
  request.events = eventLinesOf(subject, lines.months, request.notes);
  const Frame frame = drawFrame(canvas, request);

  drawBrokenLine(canvas, lines.before, frame.x, frame.y, kYearBefore);
  drawBrokenLine(canvas, lines.now, frame.x, frame.y, kThisYear);
  drawEnd(canvas, lines.before, frame, kYearBefore);
  drawEnd(canvas, lines.now, frame, kThisYear);
  drawEndLabels(canvas, labels, frame);
}

}  // namespace boardpack::chart
