#pragma once
#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace boardpack::feed {

/// Finds commas, line feeds and carriage returns, 64 bytes at a time: most of what a reader of CSV does is to look for
/// them. The text must be followed by kPadding bytes that may be read.
class Marks {
 public:
  static constexpr std::size_t kPadding = 64;

  /// Starts at `from`. Text that moved or grew since needs a new start.
  void start(const char* text, std::size_t from) {
    text_ = text;
    group_ = from;
    bits_ = bitsOf(text_ + group_);
  }
  /// Goes on from `from`, which lies at or after what next() gave.
  void skipTo(std::size_t from) {
    if (from - group_ < 64) {
      bits_ &= ~std::uint64_t{0} << (from - group_);
    } else {
      start(text_, from);
    }
  }
  /// The place of the next one; `end` or later when there is none before `end`.
  std::size_t next(std::size_t end) {
    while (bits_ == 0) {
      group_ += 64;
      if (group_ >= end) {
        group_ = end;
        return end;
      }
      bits_ = bitsOf(text_ + group_);
    }
    const std::size_t at = group_ + static_cast<std::size_t>(__builtin_ctzll(bits_));
    bits_ &= bits_ - 1;
    return at;
  }

 private:
  static std::uint64_t bitsOf(const char* text) {
    std::uint64_t bits = 0;
#if defined(__SSE2__)
    const __m128i comma = _mm_set1_epi8(',');
    const __m128i feed = _mm_set1_epi8('\n');
    const __m128i carriage = _mm_set1_epi8('\r');
    for (int i = 0; i < 4; ++i) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + i * 16));
      const __m128i hits = _mm_or_si128(_mm_cmpeq_epi8(bytes, comma),
                                        _mm_or_si128(_mm_cmpeq_epi8(bytes, feed), _mm_cmpeq_epi8(bytes, carriage)));
      bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(hits))) << (i * 16);
    }
#else
    for (int i = 0; i < 64; ++i) {
      const bool hit = text[i] == ',' || text[i] == '\n' || text[i] == '\r';
      bits |= static_cast<std::uint64_t>(hit) << i;
    }
#endif
    return bits;
  }

  const char* text_ = nullptr;
  std::size_t group_ = 0;
  std::uint64_t bits_ = 0;
};

}  // namespace boardpack::feed
