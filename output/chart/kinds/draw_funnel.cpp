#include "base/text.hpp"
#include "chart/draw/palette.hpp"
#include "chart/kinds/kinds.hpp"
#include "chart/parts/frame.hpp"
#include "chart/parts/key.hpp"
#include "chart/parts/number_words.hpp"
#include "paper/chart_data.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace boardpack::chart {

namespace {

using series::FunnelPoint;

constexpr Stroke kInner{kDarkBlue, 3, Dash::Dashed};
constexpr Stroke kOuter{kDarkBlue, 3, Dash::Solid};
constexpr Stroke kCentre{kAxis, 3, Dash::Dotted};
constexpr Stroke kEdge{kWhite, 2, Dash::Solid};
constexpr double kRadius = 9;
constexpr double kOwnRadius = 15;
constexpr double kAfterKey = 16;
constexpr double kLabelGap = 10;

enum class Role { Other, Member, Own };

struct Place {
  const FunnelPoint* point;
  Role role;
};

/// The smallest first, as the limits are drawn; the force last among equals, so that nothing covers it.
std::vector<Place> placesOf(const Subject& subject, const series::Funnel& funnel) {
  const bool of_forces = subject.chart.spec.breakdown.empty();
  std::vector<Place> places;
  for (const FunnelPoint& point : funnel.points) {
    Role role = Role::Other;
    if (of_forces) {
      const std::vector<std::string>& members = subject.measure.peers->members;
      role = point.name == subject.measure.peers->force                               ? Role::Own
             : std::find(members.begin(), members.end(), point.name) != members.end() ? Role::Member
                                                                                      : Role::Other;
    }
    places.push_back({&point, role});
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.point->base < b.point->base; });
  return places;
}

Symbol symbolOf(Role role) {
  Symbol symbol;
  symbol.radius = role == Role::Own ? kOwnRadius : kRadius;
  symbol.shape = role == Role::Own ? Shape::TriangleUp : Shape::Circle;
  symbol.fill = role == Role::Own ? kOrange : role == Role::Member ? kTurquoise : kDarkGrey;
  symbol.outline = kEdge;
  return symbol;
}

std::vector<KeyEntry> keyFor(const Subject& subject, const std::vector<Place>& places) {
  std::vector<KeyEntry> key;
  const auto has = [&](Role role) {
    return std::any_of(places.begin(), places.end(), [&](const Place& place) { return place.role == role; });
  };
  const bool of_forces = subject.chart.spec.breakdown.empty();
  if (has(Role::Own)) {
    key.push_back({KeyEntry::Sample::Symbol, subject.measure.peers->force, {}, symbolOf(Role::Own), {}});
  }
  if (has(Role::Member)) {
    key.push_back({KeyEntry::Sample::Symbol, subject.measure.peers->group + " forces", {}, symbolOf(Role::Member), {}});
  }
  if (has(Role::Other)) {
    key.push_back({KeyEntry::Sample::Symbol, of_forces ? "Other forces" : "Areas", {}, symbolOf(Role::Other), {}});
  }
  key.push_back({KeyEntry::Sample::Line, "All together", kCentre, {}, {}});
  key.push_back({KeyEntry::Sample::Line, "95% limits", kInner, {}, {}});
  key.push_back({KeyEntry::Sample::Line, "99.8% limits", kOuter, {}, {}});
  return key;
}

/// The measure as the axis and the labels need it: in the comparators' unit.
series::MeasureInfo unitOf(const Subject& subject) {
  const paper::FunnelChart chart = paper::funnelChart(subject.measure, subject.chart.spec);
  series::MeasureInfo info = subject.measure.series.info;
  info.unit = chart.unit;
  info.decimals = chart.decimals;
  return info;
}

struct Plot {
  Box box;
  LinearScale x, y;
};

/// From the axis to its numbers: further where the mark of a place near 0 hangs below the axis.
double labelGap(const std::vector<Place>& places, const Plot& plot) {
  double gap = kLabelGap;
  for (const Place& place : places) {
    const double foot = plot.y(place.point->value) + symbolOf(place.role).radius;
    gap = std::max(gap, foot + 1 - plot.box.bottom);
  }
  return gap;
}

Plot drawAxes(Canvas& canvas, const Subject& subject, const std::vector<Place>& places, double top, double foot) {
  const series::MeasureInfo info = unitOf(subject);
  Extent values;
  Extent sizes;
  for (const Place& place : places) {
    for (const double value : {place.point->value, place.point->upper_998, place.point->lower_998}) {
      values.add(value);
    }
    sizes.add(place.point->base);
  }
  const Ticks up = barTicks(values, 6, std::pow(10.0, -info.decimals));
  const Ticks across = barTicks(sizes, 6, 1);
  const std::vector<std::string> texts = tickTexts(info, up);
  std::vector<std::string> below;
  for (const double value : across.values) {
    below.push_back(base::formatNumber(value, across.decimals));
  }
  Plot plot;
  plot.box.left = kMargin + canvas.widest(texts) + kTickGap;
  plot.box.right = kWidth - kMargin - canvas.width(below.back()) / 2;
  plot.box.top = top + kTextHeight / 2;
  plot.box.bottom = foot - 2 * kLineHeight - kMonthLabelDrop / 2;
  plot.x = LinearScale{across.first(), across.last(), plot.box.left, plot.box.right};
  plot.y = LinearScale{up.first(), up.last(), plot.box.bottom, plot.box.top};
  for (std::size_t i = 0; i < up.values.size(); ++i) {
    const double at = plot.y(up.values[i]);
    canvas.line({{plot.box.left, at}, {plot.box.right, at}}, kGridStroke);
    canvas.textAt(texts[i], plot.box.left - kTickGap, at, Anchor::End);
  }
  canvas.line({{plot.box.left, plot.box.bottom}, {plot.box.right, plot.box.bottom}}, kAxisStroke);
  const double gap = labelGap(places, plot);
  for (std::size_t i = 0; i < below.size(); ++i) {
    canvas.text(below[i], plot.x(across.values[i]), plot.box.bottom + gap, Anchor::Middle);
  }
  const bool of_people = info.unit.find("people") != std::string::npos;
  canvas.text(of_people ? "People" : "Number that the figure is taken of", (plot.box.left + plot.box.right) / 2,
              plot.box.bottom + gap + kLineHeight, Anchor::Middle);
  return plot;
}

/// A limit between two places follows the root of their size, as limits of chance do; straight lines would cut corners.
void addCurve(std::vector<Point>& points, const FunnelPoint& from, const FunnelPoint& to, double FunnelPoint::*limit,
              const Plot& plot) {
  constexpr int kSteps = 24;
  const double near = 1 / std::sqrt(from.base);
  const double far = 1 / std::sqrt(to.base);
  for (int step = 1; step <= kSteps; ++step) {
    const double base = from.base + (to.base - from.base) * step / kSteps;
    const double part = near > far ? (near - 1 / std::sqrt(base)) / (near - far) : 1;
    points.push_back({plot.x(base), plot.y(from.*limit + (to.*limit - from.*limit) * part)});
  }
}

void drawLimits(Canvas& canvas, const std::vector<Place>& places, const series::Funnel& funnel, const Plot& plot) {
  const auto line = [&](double FunnelPoint::*limit, const Stroke& stroke) {
    const FunnelPoint& first = *places.front().point;
    std::vector<Point> points{{plot.x(first.base), plot.y(first.*limit)}};
    for (std::size_t i = 1; i < places.size(); ++i) {
      addCurve(points, *places[i - 1].point, *places[i].point, limit, plot);
    }
    canvas.line(std::move(points), stroke);
  };
  line(&FunnelPoint::lower_998, kOuter);
  line(&FunnelPoint::upper_998, kOuter);
  line(&FunnelPoint::lower_95, kInner);
  line(&FunnelPoint::upper_95, kInner);
  canvas.line({{plot.box.left, plot.y(funnel.centre)}, {plot.box.right, plot.y(funnel.centre)}}, kCentre);
}

void drawPlaces(Canvas& canvas, const std::vector<Place>& places, const Plot& plot) {
  for (const Role role : {Role::Other, Role::Member, Role::Own}) {
    for (const Place& place : places) {
      if (place.role != role) {
        continue;
      }
      Symbol symbol = symbolOf(role);
      symbol.centre = {plot.x(place.point->base), plot.y(place.point->value)};
      canvas.symbol(symbol);
    }
  }
}

}  // namespace

void drawFunnel(Canvas& canvas, const Subject& subject) {
  const series::Funnel* funnel = paper::funnelChart(subject.measure, subject.chart.spec).funnel;
  if (funnel == nullptr || funnel->points.empty()) {
    return;
  }
  const std::vector<Place> places = placesOf(subject, *funnel);
  const series::MeasureInfo info = unitOf(subject);
  std::string heading = base::printable(isPercentage(info) ? "Percentage" : info.unit, 200);
  if (heading.empty()) {
    heading = "figure";
  }
  heading.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(heading.front())));
  double top = drawHeading(canvas, heading);
  const std::vector<KeyEntry> key = keyFor(subject, places);
  const double width = kWidth - 2 * kMargin;
  drawKeyRows(canvas, key, kMargin, top, width);
  top += keyRows(canvas, key, width) * kLineHeight + kAfterKey;
  const double foot = drawNotes(canvas, {"Limits: " + funnel->method + "."});
  const Plot plot = drawAxes(canvas, subject, places, top, foot);
  drawLimits(canvas, places, *funnel, plot);
  drawPlaces(canvas, places, plot);
}

}  // namespace boardpack::chart
