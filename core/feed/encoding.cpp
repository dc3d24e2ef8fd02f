#include "feed/encoding.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace boardpack::feed {
namespace {

// 0x80 to 0x9F as Windows code page 1252 has them (Unicode's mapping table CP1252.TXT); 0 where it has none.
constexpr std::array<char16_t, 32> kHighControls = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char16_t unitAt(std::string_view text, std::size_t at, bool little_endian) {
  const auto first = static_cast<unsigned char>(text[at]);
  const auto second = static_cast<unsigned char>(text[at + 1]);
  return static_cast<char16_t>(little_endian ? first | second << 8 : first << 8 | second);
}

bool isHighHalf(char16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool isLowHalf(char16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

}  // namespace

bool isAscii(std::string_view text) {
  std::uint64_t seen = 0;
  std::size_t i = 0;
  for (; i + 64 <= text.size(); i += 64) {
    std::array<std::uint64_t, 8> words;
    std::memcpy(words.data(), text.data() + i, 64);
    for (const std::uint64_t word : words) {
      seen |= word;
    }
  }
  for (; i < text.size(); ++i) {
    seen |= static_cast<unsigned char>(text[i]);
  }
  return (seen & 0x8080808080808080u) == 0;
}

std::size_t wholeCharacters(std::string_view text) {
  for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (byte < 0x80) {
      return text.size();
    }
    if (byte >= 0xC0) {
      const std::size_t wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
      return wanted > back ? text.size() - back : text.size();
    }
  }
  return text.size();
}

char32_t fromWindows1252(unsigned char byte) {
  if (byte >= 0x80 && byte < 0xA0) {
    return kHighControls[byte - 0x80u];
  }
  return byte;
}

Utf16Step fromUtf16(std::string_view text, bool little_endian) {
  if (text.size() < 2) {
    return {};
  }
  const char16_t first = unitAt(text, 0, little_endian);
  if (isLowHalf(first)) {
    return {.bytes = 2, .character = 0, .valid = false};
  }
  if (!isHighHalf(first)) {
    return {.bytes = 2, .character = first, .valid = true};
  }
  if (text.size() < 4) {
    return {};
  }
  const char16_t second = unitAt(text, 2, little_endian);
  if (!isLowHalf(second)) {
    return {.bytes = 2, .character = 0, .valid = false};
  }
  const auto high = static_cast<char32_t>(first - 0xD800);
  const auto low = static_cast<char32_t>(second - 0xDC00);
  return {.bytes = 4, .character = 0x10000 + (high << 10 | low), .valid = true};
}

std::size_t putUtf8(char32_t character, char* to) {
  const auto put = [&](std::size_t at, char32_t bits) { to[at] = static_cast<char>(bits); };
  if (character < 0x80) {
    put(0, character);
    return 1;
  }
  if (character < 0x800) {
    put(0, 0xC0 | character >> 6);
    put(1, 0x80 | (character & 0x3F));
    return 2;
  }
  if (character < 0x10000) {
    put(0, 0xE0 | character >> 12);
    put(1, 0x80 | (character >> 6 & 0x3F));
    put(2, 0x80 | (character & 0x3F));
    return 3;
  }
  put(0, 0xF0 | character >> 18);
  put(1, 0x80 | (character >> 12 & 0x3F));
  put(2, 0x80 | (character >> 6 & 0x3F));
  put(3, 0x80 | (character & 0x3F));
  return 4;
}

}  // namespace boardpack::feed
