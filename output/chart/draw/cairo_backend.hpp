#pragma once
#include "chart/draw/font_set.hpp"
#include "chart/draw/marks.hpp"
#include "chart/draw/raster.hpp"

#include <string>
#include <utility>
#include <vector>

namespace boardpack::chart {

/// Draws the marks as pixels. Throws sdk::Error(Outside).
Raster drawRaster(const Picture& picture, const FontSet& fonts);

/// Name and version of the libraries that draw.
std::vector<std::pair<std::string, std::string>> drawingLibraries();

}  // namespace boardpack::chart
