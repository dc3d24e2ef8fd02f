#include "chart/kinds/kinds.hpp"

#include "chart/draw/palette.hpp"
#include "chart/parts/frame.hpp"
#include "chart/parts/key.hpp"
#include "chart/parts/number_words.hpp"

#include <algorithm>

namespace boardpack::chart {

namespace {

constexpr double kColumnShare = 0.74;  ///< of a month's slot
constexpr double kSeparator = 3;       ///< white, between the parts of a column
constexpr double kWidestKey = 430;
constexpr std::size_t kMostKeyLines = 12;  ///< of one name
constexpr double kKeyGap = 40;

/// One group of the stack, lowest first.
struct Layer {
  std::string name;
  Values values;
  Colour fill;
  bool is_remainder = false;
};

std::vector<Layer> layersOf(const Subject& subject, const std::vector<base::Month>& months) {
  std::vector<Layer> layers;
  for (const std::size_t index : groupsOf(subject)) {
    const series::GroupSeries& group = subject.measure.series.groups[index];
    layers.push_back({.name = groupName(group),
                      .values = valuesOf(subject, group, series::Window::Month, months),
                      .fill = {},
                      .is_remainder = series::isRemainder(group.group)});
  }
  return layers;
}

/// The palette in its order; dark grey stays with the first of what is outside the force or not known.
void colour(std::vector<Layer>& layers) {
  const bool any_remainder =
      std::any_of(layers.begin(), layers.end(), [](const Layer& layer) { return layer.is_remainder; });
  bool grey_is_free = any_remainder;
  std::size_t next = 0;
  for (Layer& layer : layers) {
    if (!any_remainder) {
      layer.fill = kCategories[next++];
    } else if (layer.is_remainder && grey_is_free) {
      layer.fill = kDarkGrey;
      grey_is_free = false;
    } else {
      layer.fill = kBesideRemainder[next++];
    }
  }
}

/// The key stands beside the columns in the order of the stack: the highest part first. Names are shortened only when
/// the picture is not high enough for all their lines.
std::vector<KeyEntry> keyFor(const Canvas& canvas, const std::vector<Layer>& layers) {
  const double room = kHeight - kMargin - kLineHeight - (kMargin + kLineHeight + kTextHeight);
  std::vector<KeyEntry> key;
  for (std::size_t lines = kMostKeyLines; lines > 0; --lines) {
    key.clear();
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
      KeyEntry entry{KeyEntry::Sample::Swatch, layer->name, {}, {}, layer->fill};
      entry.words = canvas.shortened(entry.words, keyWordsWidth(entry, kWidestKey), lines);
      key.push_back(std::move(entry));
    }
    if (keyColumnHeight(canvas, key, kWidestKey) <= room) {
      break;
    }
  }
  return key;
}

bool isMissing(const std::vector<Layer>& layers, std::size_t month) {
  return std::none_of(layers.begin(), layers.end(),
                      [&](const Layer& layer) { return layer.values[month].has_value(); });
}

void drawColumns(Canvas& canvas, const std::vector<Layer>& layers, const Frame& frame, std::size_t months) {
  const double wide = frame.x.step() * kColumnShare;
  for (std::size_t month = 0; month < months; ++month) {
    const double left = frame.x(month) - wide / 2;
    double below = 0;
    for (const Layer& layer : layers) {
      const double value = layer.values[month].value_or(0);
      if (value <= 0) {
        continue;
      }
      Box box{left, frame.y(below + value), left + wide, frame.y(below)};
      // A thin white line parts the layers; a part too low for it is drawn whole.
      if (below > 0 && box.height() > 2 * kSeparator) {
        box.bottom -= kSeparator;
      }
      canvas.rect(box, layer.fill);
      below += value;
    }
  }
  canvas.line({{frame.plot.left, frame.y(0)}, {frame.plot.right, frame.y(0)}}, kAxisStroke);
}

}  // namespace

void drawStackedColumns(Canvas& canvas, const Subject& subject) {
  const series::MeasureInfo& info = subject.measure.series.info;
  const std::vector<base::Month> months = shownMonths(subject);
  std::vector<Layer> layers = layersOf(subject, months);
  colour(layers);
  const std::vector<KeyEntry> entries = keyFor(canvas, layers);
  const double key_width = keyColumnWidth(canvas, entries, kWidestKey);

  Extent extent;
  bool any_missing = false;
  bool all_missing = true;
  for (std::size_t month = 0; month < months.size(); ++month) {
    double sum = 0;
    for (const Layer& layer : layers) {
      sum += layer.values[month].value_or(0);
    }
    extent.add(sum);
    any_missing = any_missing || isMissing(layers, month);
    all_missing = all_missing && isMissing(layers, month);
  }
  FrameRequest request;
  request.ticks = barTicks(extent, 6, smallestStep(info));
  request.tick_texts = tickTexts(info, request.ticks);
  request.axis_title = axisTitle(info, series::Window::Month, request.ticks);
  request.months = months;
  request.months_as = MonthScale::Kind::Columns;
  request.right_space = key_width + kKeyGap;
  if (any_missing) {
    request.notes = {all_missing ? "There is no value in these months." : "A month without a column has no value."};
  }
  const Frame frame = drawFrame(canvas, request);
  drawColumns(canvas, layers, frame, months.size());
  drawKeyColumn(canvas, entries, frame.plot.right + kKeyGap, frame.plot.top - kTextHeight / 2, key_width + 1);
}

}  // namespace boardpack::chart
