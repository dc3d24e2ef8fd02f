#include "chart/kinds/kinds.hpp"

#include "chart/frame.hpp"
#include "chart/lines.hpp"
#include "chart/number_words.hpp"
#include "chart/palette.hpp"

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

std::vector<EndLabel> labelsFor(const Subject& subject, const Values& values) {
  const series::MeasureInfo& info = subject.measure.series.info;
  // A mean of whole numbers is not whole; the chart's words give it with a decimal too.
  series::MeasureInfo finer = info;
  finer.decimals = std::max(info.decimals, 1);
  const series::Limits& limits = subject.measure.force().limits;
  std::vector<EndLabel> labels;
  if (hasLimits(limits) && limits.no_variation) {
    labels.push_back({limits.mean, "Mean " + valueText(finer, limits.mean)});
  } else if (hasLimits(limits)) {
    labels.push_back({limits.upper, "Upper " + valueText(finer, limits.upper)});
    labels.push_back({limits.mean, "Mean " + valueText(finer, limits.mean)});
    labels.push_back({limits.lower, "Lower " + valueText(finer, limits.lower)});
  }
  if (info.target) {
    labels.push_back({*info.target, "Target " + valueText(info, *info.target)});
  }
  if (!values.empty() && values.back()) {
    labels.push_back({*values.back(), "Latest " + valueText(info, *values.back()), Weight::Bold});
  }
  return labels;
}

/// Mean and limits stand over the months they were made from.
void drawLimits(Canvas& canvas, const Subject& subject, const Frame& frame, const std::vector<base::Month>& months) {
  const series::Limits& limits = subject.measure.force().limits;
  const std::vector<base::Month>& known = subject.measure.series.months;
  double left = frame.plot.left;
  if (limits.first < known.size() && known[limits.first] > months.front()) {
    const int at = known[limits.first] - months.front();
    left = frame.x(static_cast<std::size_t>(at)) - frame.x.step() / 2;
  }
  const auto across = [&](double value, const Stroke& stroke) {
    canvas.line({{left, frame.y(value)}, {frame.plot.right, frame.y(value)}}, stroke);
  };
  if (!limits.no_variation) {
    across(limits.lower, kLimitStroke);
    across(limits.upper, kLimitStroke);
  }
  across(limits.mean, kMeanStroke);
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
  if (hasLimits(limits)) {
    extent.add(limits.lower);
    extent.add(limits.upper);
  }
  extent.add(info.target);

  const std::vector<EndLabel> labels = labelsFor(subject, values);
  FrameRequest request;
  request.ticks = lineTicks(extent, 6, smallestStep(info));
  request.tick_texts = tickTexts(info, request.ticks);
  request.axis_title = axisTitle(info, series::Window::Month, request.ticks);
  request.months = months;
  request.key = keyFor(values, classes);
  request.right_space = endLabelSpace(canvas, labels);
  request.notes = notesFor(subject, values);
  const Frame frame = drawFrame(canvas, request);

  if (hasLimits(limits)) {
    drawLimits(canvas, subject, frame, months);
  }
  if (info.target) {
    canvas.line({{frame.plot.left, frame.y(*info.target)}, {frame.plot.right, frame.y(*info.target)}}, kTargetStroke);
  }
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
