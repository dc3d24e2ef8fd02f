#pragma once
#include "chart/draw/marks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace boardpack::chart {

/// 12 pt at the final size: a picture of 1600 pixels stands 159 mm wide on A4, so 12 pt (4.233 mm) are 42.6 pixels.
inline constexpr double kTextSize = 43;
/// Of Liberation Sans, in parts of the size.
inline constexpr double kAscent = 0.905;
inline constexpr double kDescent = 0.212;
inline constexpr double kLineHeight = 50;

/// How wide a line of text is; implemented by FontSet, so that layout knows nothing of fonts.
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  virtual double width(const std::string& text, double size, Weight weight) const = 0;
};

/// The lines of a text none of which is wider than `most`: broken between words, and inside a word only when the word
/// alone is too wide. Nothing is ever cut off.
std::vector<std::string> wrap(const std::string& text, double most, double size, Weight weight,
                              const TextMeasure& measure);

}  // namespace boardpack::chart
