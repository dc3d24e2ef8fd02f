#pragma once
#include "chart/draw/marks.hpp"
#include "chart/draw/text_measure.hpp"

#include <string>
#include <vector>

namespace boardpack::chart {

inline constexpr double kWidth = 1600;
inline constexpr double kHeight = 900;
inline constexpr double kMargin = 20;  ///< that nothing but a symbol's edge enters

/// Where the steps of a chart put their marks; text goes through it, so that every text knows the box it covers.
class Canvas {
 public:
  Canvas(Picture& picture, const TextMeasure& measure) : picture_(picture), measure_(measure) {}

  /// Text on one line whose box starts at `top`.
  void text(const std::string& line, double x, double top, Anchor anchor, Weight weight = Weight::Regular);
  /// Text on one line, its box centred on `middle`.
  void textAt(const std::string& line, double x, double middle, Anchor anchor, Weight weight = Weight::Regular);
  void rect(const Box& box, Colour fill);
  void line(std::vector<Point> points, const Stroke& stroke);
  void symbol(const Symbol& symbol);

  double width(const std::string& line, Weight weight = Weight::Regular) const;
  double widest(const std::vector<std::string>& lines, Weight weight = Weight::Regular) const;
  std::vector<std::string> wrapped(const std::string& text, double most, Weight weight = Weight::Regular) const;
  /// The text, or its beginning and end with "…" between where it would wrap into more than `lines`.
  std::string shortened(const std::string& text, double most, std::size_t lines, Weight weight = Weight::Regular) const;

 private:
  Picture& picture_;
  const TextMeasure& measure_;
};

/// What a box of text is high.
inline constexpr double kTextHeight = kTextSize * (kAscent + kDescent);

/// Positions for labels that want to stand at `wanted`, each `gap` from the next at least, within `low` to `high`
/// where there is room; in the order given, their order on the page kept.
std::vector<double> spread(const std::vector<double>& wanted, double gap, double low, double high);

}  // namespace boardpack::chart
