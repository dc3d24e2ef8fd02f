#pragma once
#include "chart/draw/raster.hpp"

#include <string>

namespace boardpack::chart {

/// A PNG file of 8-bit palette pixels, 159 mm wide when its width is 1,600; no clock and no words in it. Throws
/// sdk::Error(Outside).
std::string pngBytes(const PaletteImage& image);

}  // namespace boardpack::chart
