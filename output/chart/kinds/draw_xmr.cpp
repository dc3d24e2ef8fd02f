#include "chart/kinds/kinds.hpp"

#include "chart/draw/palette.hpp"
#include "chart/parts/event_lines.hpp"
#include "chart/parts/frame.hpp"
#include "chart/parts/lines.hpp"
#include "chart/parts/number_words.hpp"
#include "paper/chart_data.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace boardpack::chart {

namespace {

constexpr Stroke kValueStroke{kDarkGrey, 4, Dash::Solid};
constexpr Stroke kMeanStroke{kDarkBlue, 4, Dash::Solid};
constexpr Stroke kLimitStroke{kAxis, 4, Dash::Dashed};
constexpr Stroke kTargetStroke{kDarkPink, 5, Dash::Dotted};
constexpr double kPointRadius = 9;
constexpr double kSpecialRadius = 19;

/// What a point says, in the order of the key.
constexpr std::array<series::Variation, 5> kVariations{series::Variation::CommonCause, series::Variation::Improvement,
                                                       series::Variation::Concern, series::Variation::NeutralHigh,
                                                       series::Variation::NeutralLow};

const char* words(series::Variation variation) {
  switch (variation) {
    case series::Variation::Improvement:
      return "Special cause, improvement";
    case series::Variation::Concern:
      return "Special cause, concern";
    case series::Variation::NeutralHigh:
      return "Special cause, high";
    case series::Variation::NeutralLow:
      return "Special cause, low";
    case series::Variation::CommonCause:
    case series::Variation::Unknown:
      break;
  }
  return "No special cause";
}

Colour tone(series::Variation variation) {
  switch (variation) {
    case series::Variation::Improvement:
      return kImprovement;
    case series::Variation::Concern:
      return kConcern;
    case series::Variation::NeutralHigh:
    case series::Variation::NeutralLow:
      return kNeutral;
    case series::Variation::CommonCause:
    case series::Variation::Unknown:
      break;
  }
  return kCommonCause;
}

/// A special cause differs from other points by shape, size and outline, not by colour alone.
Symbol symbolOf(const series::PointClass& point) {
  Symbol symbol;
  symbol.fill = tone(point.variation);
  if (point.cause == series::SpecialCause::None) {
    symbol.radius = kPointRadius;
    symbol.fill = kCommonCause;
    return symbol;
  }
  symbol.radius = kSpecialRadius;
  symbol.shape = point.side == series::Side::Low ? Shape::TriangleDown : Shape::TriangleUp;
  symbol.outline = {kTextColour, 3, Dash::Solid};
  return symbol;
}

bool hasLimits(const series::Limits& limits) {
  return limits.available && std::isfinite(limits.mean) && std::isfinite(limits.lower) && std::isfinite(limits.upper);
}

/// The class of each month shown; a month without limits has none of the special causes.
std::vector<series::PointClass> classesOf(const Subject& subject, const std::vector<base::Month>& months) {
  std::vector<series::PointClass> classes(months.size());
  const series::Limits& limits = subject.measure.force().limits;
  const std::vector<base::Month>& known = subject.measure.series.months;
  if (!hasLimits(limits)) {
    return classes;
  }
  for (std::size_t k = 0; k < limits.classes.size() && limits.first + k < known.size(); ++k) {
    const int at = known[limits.first + k] - months.front();
    if (at >= 0 && static_cast<std::size_t>(at) < classes.size()) {
      classes[static_cast<std::size_t>(at)] = limits.classes[k];
    }
  }
  return classes;
}

series::Variation keyOf(const series::PointClass& point) {
  return point.cause == series::SpecialCause::None ? series::Variation::CommonCause : point.variation;
}

/// An entry for each meaning that occurs, once; none when every point is alike.
std::vector<KeyEntry> keyFor(const Values& values, const std::vector<series::PointClass>& classes) {
  std::vector<KeyEntry> key;
  for (const series::Variation variation : kVariations) {
    for (const Shape shape : {Shape::Circle, Shape::TriangleUp, Shape::TriangleDown}) {
      for (std::size_t i = 0; i < values.size(); ++i) {
        const Symbol symbol = symbolOf(classes[i]);
        if (values[i] && keyOf(classes[i]) == variation && symbol.shape == shape) {
          key.push_back({KeyEntry::Sample::Symbol, words(variation), {}, symbol, {}});
          break;
        }
      }
    }
  }
  return key.size() > 1 || (!key.empty() && key.front().symbol.shape != Shape::Circle) ? key : std::vector<KeyEntry>{};
}

/// The target of each month shown.
Values targetsOf(const series::MeasureInfo& info, const std::vector<base::Month>& months) {
  Values targets;
  for (const base::Month month : months) {
    const std::optional<double> target = info.targetAt(month);
    targets.push_back(target && std::isfinite(*target) ? target : std::nullopt);
  }
  return targets;
}

std::vector<EndLabel> labelsFor(const Subject& subject, const Values& values, const paper::LimitLines& lines,
                                const Values& targets) {
  const series::MeasureInfo& info = subject.measure.series.info;
  // A mean of whole numbers is not whole; the chart's words give it with a decimal too.
  series::MeasureInfo finer = info;
  finer.decimals = std::max(info.decimals, 1);
  const series::Limits& limits = subject.measure.force().limits;
  std::vector<EndLabel> labels;
  // Limits of something else than the monthly value have no number of their own here: figures.csv has theirs.
  const bool has_numbers = limits.looked_at.empty();
  const auto add = [&](const Values& line, const std::string& name) {
    if (!line.empty() && line.back()) {
      labels.push_back({*line.back(), has_numbers ? name + " " + valueText(finer, *line.back()) : name});
    }
  };
  if (hasLimits(limits)) {
    if (!limits.no_variation) {
      add(lines.upper, "Upper");
    }
    add(lines.mean, limits.looked_at.empty() ? "Mean" : "Centre");
    if (!limits.no_variation) {
      add(lines.lower, "Lower");
    }
  }
  if (!targets.empty() && targets.back()) {
    labels.push_back({*targets.back(), "Target " + valueText(info, *targets.back())});
  }
  if (!values.empty() && values.back()) {
    labels.push_back({*values.back(), "Latest " + valueText(info, *values.back()), Weight::Bold});
  }
  return labels;
}

/// A line that stands level over the months of each value: a step where it changes, nothing where there is none.
void drawSteps(Canvas& canvas, const Values& values, const Frame& frame, const Stroke& stroke) {
  for (std::size_t first = 0; first < values.size();) {
    std::size_t end = first;
    while (end < values.size() && values[end] == values[first]) {
      ++end;
    }
    if (values[first]) {
      const double half = frame.x.step() / 2;
      const double left = first == 0 ? frame.plot.left : frame.x(first) - half;
      const double right = end == values.size() ? frame.plot.right : frame.x(end - 1) + half;
      canvas.line({{left, frame.y(*values[first])}, {right, frame.y(*values[first])}}, stroke);
    }
    first = end;
  }
}

/// Mean and limits stand over the months they were made for, each step with its own; where they vary from month to
/// month they are lines of their own.
void drawLimits(Canvas& canvas, const Subject& subject, const Frame& frame, const paper::LimitLines& lines) {
  const bool has_limits = !subject.measure.force().limits.no_variation;
  const auto draw = [&](const Values& values, const Stroke& stroke) {
    if (lines.vary) {
      drawBrokenLine(canvas, values, frame.x, frame.y, stroke);
    } else {
      drawSteps(canvas, values, frame, stroke);
    }
  };
  if (has_limits) {
    draw(lines.lower, kLimitStroke);
    draw(lines.upper, kLimitStroke);
  }
  draw(lines.mean, kMeanStroke);
}

std::vector<std::string> notesFor(const Subject& subject, const Values& values) {
  const series::Limits& limits = subject.measure.force().limits;
  std::vector<std::string> notes;
  if (!hasValue(values)) {
    return {kNothingNote};
  }
  if (!hasLimits(limits)) {
    notes.push_back(limits.reason.empty() ? "No limits." : "No limits: " + limits.reason + ".");
  } else if (limits.no_variation) {
    notes.emplace_back("No limits: every value is the same.");
  } else if (!limits.looked_at.empty()) {
    notes.push_back("The limits are of " + limits.looked_at + ", shown as monthly values.");
  }
  if (hasGap(values)) {
    notes.emplace_back(kGapNote);
  }
  return notes;
}

}  // namespace

void drawXmr(Canvas& canvas, const Subject& subject) {
  const series::MeasureInfo& info = subject.measure.series.info;
  const series::Limits& limits = subject.measure.force().limits;
  const std::vector<base::Month> months = shownMonths(subject);
  const Values values = valuesOf(subject, subject.measure.series.force(), series::Window::Month, months);
  const std::vector<series::PointClass> classes = classesOf(subject, months);

  Extent extent;
  for (const auto& value : values) {
    extent.add(value);
  }
  const paper::LimitLines lines = paper::limitLines(subject.measure, 0, subject.chart.shown);
  const Values targets = targetsOf(info, months);
  for (const Values* drawn : std::array<const Values*, 3>{&lines.lower, &lines.upper, &targets}) {
    for (const auto& value : *drawn) {
      extent.add(value);
    }
  }

  const std::vector<EndLabel> labels = labelsFor(subject, values, lines, targets);
  FrameRequest request;
  request.ticks = lineTicks(extent, 6, smallestStep(info));
  request.tick_texts = tickTexts(info, request.ticks);
  request.axis_title = axisTitle(info, series::Window::Month, request.ticks);
  request.months = months;
  request.key = keyFor(values, classes);
  request.right_space = endLabelSpace(canvas, labels);
  request.notes = notesFor(subject, values);
  request.notes.insert(request.notes.end(), lines.notes.begin(), lines.notes.end());
  request.events = eventLinesOf(subject, months, request.notes);
  const Frame frame = drawFrame(canvas, request);

  if (hasLimits(limits)) {
    drawLimits(canvas, subject, frame, lines);
  }
  drawSteps(canvas, targets, frame, kTargetStroke);
  drawBrokenLine(canvas, values, frame.x, frame.y, kValueStroke);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i]) {
      Symbol symbol = symbolOf(classes[i]);
      symbol.centre = {frame.x(i), frame.y(*values[i])};
      canvas.symbol(symbol);
    }
  }
  drawEndLabels(canvas, labels, frame);
}

}  // namespace boardpack::chart
