#include "chart/draw/raster.hpp"

#include <algorithm>
#include <unordered_map>

namespace boardpack::chart {

namespace {

constexpr std::size_t kMostColours = 256;

struct Used {
  std::uint32_t colour = 0;
  std::size_t pixels = 0;
};

/// Every colour with its number of pixels, most used first; equal numbers in the order of the colour.
std::vector<Used> coloursOf(const Raster& raster) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  for (std::size_t start = 0; start < raster.pixels.size();) {
    std::size_t end = start + 1;
    while (end < raster.pixels.size() && raster.pixels[end] == raster.pixels[start]) {
      ++end;
    }
    counts[raster.pixels[start]] += end - start;
    start = end;
  }
  std::vector<Used> used;
  used.reserve(counts.size());
  for (const auto& [colour, pixels] : counts) {
    used.push_back({colour, pixels});
  }
  std::sort(used.begin(), used.end(), [](const Used& a, const Used& b) {
    return a.pixels != b.pixels ? a.pixels > b.pixels : a.colour < b.colour;
  });
  return used;
}

int channel(std::uint32_t colour, int shift) { return static_cast<int>((colour >> shift) & 0xFFU); }

int distance(std::uint32_t a, std::uint32_t b) {
  int sum = 0;
  for (const int shift : {0, 8, 16}) {
    const int apart = channel(a, shift) - channel(b, shift);
    sum += apart * apart;
  }
  return sum;
}

std::uint8_t nearest(std::uint32_t colour, const std::vector<std::uint32_t>& palette) {
  const auto closest = std::min_element(palette.begin(), palette.end(), [&](std::uint32_t a, std::uint32_t b) {
    return distance(a, colour) < distance(b, colour);
  });
  return static_cast<std::uint8_t>(closest - palette.begin());
}

}  // namespace

PaletteImage toPalette(const Raster& raster) {
  const std::vector<Used> used = coloursOf(raster);
  PaletteImage image;
  image.width = raster.width;
  image.height = raster.height;
  for (std::size_t i = 0; i < std::min(used.size(), kMostColours); ++i) {
    image.palette.push_back(used[i].colour);
  }
  std::unordered_map<std::uint32_t, std::uint8_t> index;
  for (std::size_t i = 0; i < used.size(); ++i) {
    index[used[i].colour] = i < kMostColours ? static_cast<std::uint8_t>(i) : nearest(used[i].colour, image.palette);
  }
  image.pixels.resize(raster.pixels.size());
  for (std::size_t start = 0; start < raster.pixels.size();) {
    std::size_t end = start + 1;
    while (end < raster.pixels.size() && raster.pixels[end] == raster.pixels[start]) {
      ++end;
    }
    std::fill(image.pixels.begin() + static_cast<std::ptrdiff_t>(start),
              image.pixels.begin() + static_cast<std::ptrdiff_t>(end), index[raster.pixels[start]]);
    start = end;
  }
  return image;
}

}  // namespace boardpack::chart
