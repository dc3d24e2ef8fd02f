#include "chart/draw/marks.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace boardpack::chart {

namespace {

std::string number(double value) { return base::exactNumber(std::round(value * 100) / 100); }

const char* name(Dash dash) {
  switch (dash) {
    case Dash::Dashed:
      return "dashed";
    case Dash::Dotted:
      return "dotted";
    case Dash::Solid:
      break;
  }
  return "solid";
}

const char* name(Shape shape) {
  switch (shape) {
    case Shape::TriangleUp:
      return "triangle-up";
    case Shape::TriangleDown:
      return "triangle-down";
    case Shape::Circle:
      break;
  }
  return "circle";
}

const char* name(Anchor anchor) {
  switch (anchor) {
    case Anchor::Middle:
      return "middle";
    case Anchor::End:
      return "end";
    case Anchor::Start:
      break;
  }
  return "start";
}

struct Describer {
  std::string operator()(const Rect& rect) const {
    return fmt::format("rect {} {} {} {} {}", number(rect.box.left), number(rect.box.top), number(rect.box.right),
                       number(rect.box.bottom), colourText(rect.fill));
  }
  std::string operator()(const Polyline& line) const {
    std::string text =
        fmt::format("line {} {} {}", name(line.stroke.dash), colourText(line.stroke.colour), number(line.stroke.width));
    for (const Point& point : line.points) {
      text += fmt::format(" {},{}", number(point.x), number(point.y));
    }
    return text;
  }
  std::string operator()(const Symbol& symbol) const {
    return fmt::format("{} {} {},{} {}", name(symbol.shape), colourText(symbol.fill), number(symbol.centre.x),
                       number(symbol.centre.y), number(symbol.radius));
  }
  std::string operator()(const Text& text) const {
    return fmt::format("text {},{} {}{} \"{}\"", number(text.at.x), number(text.at.y), name(text.anchor),
                       text.weight == Weight::Bold ? " bold" : "", text.text);
  }
};

}  // namespace

std::string colourText(Colour colour) {
  return fmt::format("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
}

std::vector<double> dashLengths(Dash dash) {
  switch (dash) {
    case Dash::Dashed:
      return {16, 11};
    case Dash::Dotted:
      return {6, 10};
    case Dash::Solid:
      break;
  }
  return {};
}

std::vector<Point> corners(const Symbol& symbol) {
  const double sign = symbol.shape == Shape::TriangleDown ? -1 : 1;
  const double half_base = symbol.radius * 0.9;
  const double tip = symbol.radius;
  const double foot = symbol.radius * 0.62;
  return {{symbol.centre.x, symbol.centre.y - sign * tip},
          {symbol.centre.x + half_base, symbol.centre.y + sign * foot},
          {symbol.centre.x - half_base, symbol.centre.y + sign * foot}};
}

std::string describe(const Picture& picture) {
  std::string text = fmt::format("picture {} {} × {}\n", picture.id, number(picture.width), number(picture.height));
  for (const Mark& mark : picture.marks) {
    text += std::visit(Describer{}, mark);
    text += '\n';
  }
  return text;
}

}  // namespace boardpack::chart
