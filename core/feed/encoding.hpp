#pragma once
#include <cstddef>
#include <string_view>

namespace boardpack::feed {

/// True when every byte is below 0x80.
bool isAscii(std::string_view text);

/// The size of `text` less a character of UTF-8 that is begun and not ended there: 0 to 3 bytes fewer.
std::size_t wholeCharacters(std::string_view text);

/// The character of a byte in Windows-1252; 0 for the five bytes that have none.
char32_t fromWindows1252(unsigned char byte);

/// One character of UTF-16. `bytes` is 0 when `text` does not hold a whole one.
struct Utf16Step {
  std::size_t bytes = 0;
  char32_t character = 0;
  bool valid = true;  ///< false for half of a pair
};
Utf16Step fromUtf16(std::string_view text, bool little_endian);

/// Writes the character as UTF-8 and gives its number of bytes, 1 to 4.
std::size_t putUtf8(char32_t character, char* to);

}  // namespace boardpack::feed
