#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace boardpack::chart {

/// A finished picture as plain values, in pixels from the top left: what both backends draw, in this order.

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};
/// "#12436D".
std::string colourText(Colour colour);

struct Point {
  double x = 0, y = 0;
};

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  bool overlaps(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

enum class Dash { Solid, Dashed, Dotted };
struct Stroke {
  Colour colour;
  double width = 1;
  Dash dash = Dash::Solid;
};
/// Lengths of the strokes and gaps; empty for a solid line.
std::vector<double> dashLengths(Dash dash);

struct Rect {
  Box box;
  Colour fill;
};
struct Polyline {
  std::vector<Point> points;
  Stroke stroke;
};

enum class Shape { Circle, TriangleUp, TriangleDown };
struct Symbol {
  Point centre;
  double radius = 0;
  Shape shape = Shape::Circle;
  Colour fill;
  Stroke outline = {.colour = {}, .width = 0};
};
/// The three corners of a triangle symbol, upwards or downwards.
std::vector<Point> corners(const Symbol& symbol);

enum class Anchor { Start, Middle, End };
enum class Weight { Regular, Bold };
struct Text {
  std::string text;
  Point at;  ///< on the baseline, where the anchor says
  Anchor anchor = Anchor::Start;
  Weight weight = Weight::Regular;
  double size = 0;
  Colour colour;
  Box box;  ///< what it covers, from the font's own metrics
};

using Mark = std::variant<Rect, Polyline, Symbol, Text>;

struct Picture {
  double width = 0, height = 0;
  std::string id;
  std::string title;        ///< not drawn: the name of the SVG for assistive technology
  std::string description;  ///< likewise
  std::vector<Mark> marks;
};

/// A line a mark, for tests and `show`.
std::string describe(const Picture& picture);

}  // namespace boardpack::chart
