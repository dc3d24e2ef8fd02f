#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace boardpack::chart {

/// Pixels as 0x00RRGGBB, row by row.
struct Raster {
  std::size_t width = 0;
  std::size_t height = 0;
  std::vector<std::uint32_t> pixels;
};

/// The same with at most 256 colours, a byte a pixel.
struct PaletteImage {
  std::size_t width = 0;
  std::size_t height = 0;
  std::vector<std::uint32_t> palette;
  std::vector<std::uint8_t> pixels;
};

/// The 256 most used colours stay exactly, so that the colours of marks do; of the rest, which come from the smoothing
/// of edges, each takes the nearest.
PaletteImage toPalette(const Raster& raster);

}  // namespace boardpack::chart
