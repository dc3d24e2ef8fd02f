#include "chart/draw/png_writer.hpp"

#include <boardpack/sdk/error.hpp>

#include <libdeflate.h>

#include <memory>
#include <string_view>

namespace boardpack::chart {

namespace {

constexpr int kCompressionLevel = 6;
constexpr std::uint32_t kPixelsPerMetre = 10063;  // 1,600 pixels on 159 mm

struct CompressorReleaser {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

void appendNumber(std::string& bytes, std::uint32_t number) {
  for (const int shift : {24, 16, 8, 0}) {
    bytes += static_cast<char>((number >> shift) & 0xFFU);
  }
}

void appendChunk(std::string& file, std::string_view type, std::string_view data) {
  appendNumber(file, static_cast<std::uint32_t>(data.size()));
  const std::size_t checked_from = file.size();
  file += type;
  file += data;
  appendNumber(file, libdeflate_crc32(0, file.data() + checked_from, file.size() - checked_from));
}

std::string header(const PaletteImage& image) {
  std::string data;
  appendNumber(data, static_cast<std::uint32_t>(image.width));
  appendNumber(data, static_cast<std::uint32_t>(image.height));
  data += '\x08';        // bits a pixel
  data += '\x03';        // of a palette
  data.append(3, '\0');  // deflate, no filters, not interlaced
  return data;
}

std::string palette(const PaletteImage& image) {
  std::string data;
  for (const std::uint32_t colour : image.palette) {
    for (const int shift : {16, 8, 0}) {
      data += static_cast<char>((colour >> shift) & 0xFFU);
    }
  }
  return data;
}

std::string resolution() {
  std::string data;
  appendNumber(data, kPixelsPerMetre);
  appendNumber(data, kPixelsPerMetre);
  data += '\x01';  // per metre
  return data;
}

std::string compressed(const PaletteImage& image) {
  std::string rows;
  rows.reserve((image.width + 1) * image.height);
  for (std::size_t row = 0; row < image.height; ++row) {
    rows += '\0';  // a row without a filter: tried, filters make flat colours larger
    rows.append(reinterpret_cast<const char*>(&image.pixels[row * image.width]), image.width);
  }
  const std::unique_ptr<libdeflate_compressor, CompressorReleaser> compressor(
      libdeflate_alloc_compressor(kCompressionLevel));
  if (!compressor) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     "There is no memory left to pack a picture; close other programs or run with fewer --jobs.");
  }
  std::string data(libdeflate_zlib_compress_bound(compressor.get(), rows.size()), '\0');
  data.resize(libdeflate_zlib_compress(compressor.get(), rows.data(), rows.size(), data.data(), data.size()));
  return data;
}

}  // namespace

std::string pngBytes(const PaletteImage& image) {
  std::string file("\x89PNG\r\n\x1A\n", 8);
  appendChunk(file, "IHDR", header(image));
  appendChunk(file, "pHYs", resolution());
  appendChunk(file, "PLTE", palette(image));
  appendChunk(file, "IDAT", compressed(image));
  appendChunk(file, "IEND", {});
  return file;
}

}  // namespace boardpack::chart
