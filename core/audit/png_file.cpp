#include "audit/png_file.hpp"

#include <fmt/format.h>
#include <libdeflate.h>

#include <cstdint>

namespace boardpack::audit {
namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1A\n", 8);
constexpr std::size_t kAroundData = 12;  // length, type and checksum of a chunk

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    number = (number << 8U) | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

}  // namespace

std::string pngFault(std::string_view bytes, std::size_t width, std::size_t height) {
  if (!bytes.starts_with(kSignature)) {
    return "it does not begin as a png does";
  }
  bool has_pixels = false;
  std::size_t at = kSignature.size();
  while (at + kAroundData <= bytes.size()) {
    const std::size_t size = numberAt(bytes, at);
    if (size > bytes.size() - at - kAroundData) {
      return "it is cut short";
    }
    const std::string_view checked = bytes.substr(at + 4, size + 4);
    const std::string_view type = checked.substr(0, 4);
    if (libdeflate_crc32(0, checked.data(), checked.size()) != numberAt(bytes, at + 8 + size)) {
      return fmt::format("the checksum of its part {} is wrong", type);
    }
    if (at == kSignature.size()) {
      if (type != "IHDR" || size < 8) {
        return "it does not say how large it is";
      }
      if (width != 0 && (numberAt(checked, 4) != width || numberAt(checked, 8) != height)) {
        return fmt::format("it is {} × {} pixels, not {} × {}", numberAt(checked, 4), numberAt(checked, 8), width,
                           height);
      }
    }
    has_pixels = has_pixels || type == "IDAT";
    at += size + kAroundData;
    if (type == "IEND") {
      if (at != bytes.size()) {
        return "something stands after its end";
      }
      return has_pixels ? "" : "it has no pixels";
    }
  }
  return "it is cut short";
}

}  // namespace boardpack::audit
