#pragma once
#include "chart/font_set.hpp"
#include "chart/marks.hpp"
#include "chart/raster.hpp"

namespace boardpack::chart {

/// Draws the marks as pixels. Throws sdk::Error(Outside).
Raster drawRaster(const Picture& picture, const FontSet& fonts);

}  // namespace boardpack::chart
