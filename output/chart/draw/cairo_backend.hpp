#pragma once
#include "chart/draw/font_set.hpp"
#include "chart/draw/marks.hpp"
#include "chart/draw/raster.hpp"

namespace boardpack::chart {

/// Draws the marks as pixels. Throws sdk::Error(Outside).
Raster drawRaster(const Picture& picture, const FontSet& fonts);

}  // namespace boardpack::chart
