#include "base/characters.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace boardpack::base {
namespace {

enum class Fault { None, Control, NoCharacter, Unseen };

/// Marks that are neither controls nor format characters by their category, and cannot be seen all the same.
bool isUnseenMark(utf8proc_int32_t c) {
  const bool is_selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  const bool is_filler =
      c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x17B4 || c == 0x17B5;
  return is_selector || is_filler;
}

Fault faultOf(utf8proc_int32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) {
    return Fault::Control;
  }
  if (c < 0xA0) {
    return Fault::None;
  }
  if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
    return Fault::NoCharacter;
  }
  return isUnseenMark(c) || utf8proc_category(c) == UTF8PROC_CATEGORY_CF ? Fault::Unseen : Fault::None;
}

/// Whether a part of the text may hold a fault: it has a byte that is neither a plain ASCII letter nor one of the few
/// controls that give a file its lines.
bool mayHoldFault(const char* text, std::size_t size) {
  unsigned found = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const unsigned is_line = static_cast<unsigned>(byte == '\n') | static_cast<unsigned>(byte == '\r') |
                             static_cast<unsigned>(byte == '\t') | static_cast<unsigned>(byte == 0);
    found |= static_cast<unsigned>(byte >= 0x7F) | (static_cast<unsigned>(byte < 0x20) & ~is_line);
  }
  return (found & 1U) != 0;
}

/// The character that begins at `at`, and its bytes; what is no UTF-8 is a character of one byte that may stand.
struct Character {
  utf8proc_int32_t number = 0xFFFD;
  std::size_t bytes = 1;
};
Character characterAt(const char* text, std::size_t size, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    return {first, 1};
  }
  Character character;
  const utf8proc_ssize_t bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text + at),
                                                  static_cast<utf8proc_ssize_t>(size - at), &character.number);
  if (bytes <= 0) {
    return {};
  }
  character.bytes = static_cast<std::size_t>(bytes);
  return character;
}

/// ASCII letters alone.
std::string inSmallLetters(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return small;
}

struct Release {
  void operator()(utf8proc_uint8_t* text) const { std::free(text); }  // NOLINT: the library gives what malloc gave
};

}  // namespace

std::string shownText(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const Character character = characterAt(utf8.data(), utf8.size(), i);
    switch (faultOf(character.number)) {
      case Fault::None:
        text += utf8.substr(i, character.bytes);
        break;
      case Fault::Control:
      case Fault::NoCharacter:
        text += ' ';
        break;
      case Fault::Unseen:
        break;
    }
    i += character.bytes;
  }
  return text;
}

std::string badCharacter(std::string_view utf8, bool many_lines) {
  for (std::size_t i = 0; i < utf8.size();) {
    const Character character = characterAt(utf8.data(), utf8.size(), i);
    const bool is_line = utf8[i] == '\n' || utf8[i] == '\r' || utf8[i] == '\t';
    const Fault fault = many_lines && is_line ? Fault::None : faultOf(character.number);
    if (fault != Fault::None) {
      const char* what = fault == Fault::Control       ? "a control character"
                         : fault == Fault::NoCharacter ? "which is no character"
                                                       : "which cannot be seen";
      return fmt::format("U+{:04X}, {}", static_cast<unsigned>(character.number), what);
    }
    i += character.bytes;
  }
  return "";
}

std::size_t cleanInPlace(char* utf8, std::size_t size, std::uint64_t& changed) {
  constexpr std::size_t kBlock = 64;
  std::size_t to = 0;
  for (std::size_t from = 0; from < size;) {
    if (from + kBlock <= size && !mayHoldFault(utf8 + from, kBlock)) {
      if (to != from) {
        std::memmove(utf8 + to, utf8 + from, kBlock);
      }
      from += kBlock;
      to += kBlock;
      continue;
    }
    // To the end of the block, or of the character that reaches over it.
    for (const std::size_t end = std::min(from + kBlock, size); from < end;) {
      const char byte = utf8[from];
      const Character character = characterAt(utf8, size, from);
      const bool stays = byte == '\n' || byte == '\r' || byte == '\t' || byte == '\0';
      const Fault fault = stays ? Fault::None : faultOf(character.number);
      if (fault == Fault::None) {
        std::memmove(utf8 + to, utf8 + from, character.bytes);
        to += character.bytes;
      } else {
        ++changed;
        if (fault != Fault::Unseen) {
          utf8[to++] = ' ';
        }
      }
      from += character.bytes;
    }
  }
  return to;
}

std::string folded(std::string_view utf8) {
  utf8proc_uint8_t* result = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()), static_cast<utf8proc_ssize_t>(utf8.size()), &result,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                     UTF8PROC_IGNORE));
  const std::unique_ptr<utf8proc_uint8_t, Release> owned(result);
  if (size < 0) {
    return inSmallLetters(utf8);
  }
  return {reinterpret_cast<const char*>(owned.get()), static_cast<std::size_t>(size)};
}

std::string markedAsText(std::string_view text) {
  // The wide forms are taken for formulas where Excel is set up for Japanese.
  constexpr std::array<std::string_view, 9> kBegins = {
      "'", "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  const bool is_marked =
      std::any_of(kBegins.begin(), kBegins.end(), [&](std::string_view begin) { return text.starts_with(begin); });
  return (is_marked ? "'" : "") + std::string(text);
}

std::string_view withoutTextMark(std::string_view marked) {
  return marked.starts_with('\'') ? marked.substr(1) : marked;
}

}  // namespace boardpack::base
