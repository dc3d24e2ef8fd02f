#pragma once
#include "chart/draw/marks.hpp"

#include <array>

namespace boardpack::chart {

/// The Analysis Function's chart colours. Every one of a mark has 3:1 against white; the order is part of the palette,
/// since only neighbours in it can be told apart without hue.

inline constexpr Colour kWhite{0xFF, 0xFF, 0xFF};
inline constexpr Colour kTextColour{0x00, 0x00, 0x00};
inline constexpr Colour kGrid{0xD9, 0xD9, 0xD9};
inline constexpr Colour kAxis{0x59, 0x59, 0x59};

inline constexpr Colour kDarkBlue{0x12, 0x43, 0x6D};
inline constexpr Colour kTurquoise{0x28, 0xA1, 0x97};
inline constexpr Colour kDarkPink{0x80, 0x16, 0x50};
inline constexpr Colour kOrange{0xF4, 0x6A, 0x25};
inline constexpr Colour kDarkGrey{0x3D, 0x3D, 0x3D};
inline constexpr Colour kLightPurple{0xA2, 0x85, 0xD1};
inline constexpr Colour kMidBlue{0x20, 0x73, 0xBC};

/// The six colours of categories in their order.
inline constexpr std::array<Colour, 6> kCategories{kDarkBlue, kTurquoise, kDarkPink, kOrange, kDarkGrey, kLightPurple};
/// The same without the dark grey, where that is kept for what is outside the force or not known.
inline constexpr std::array<Colour, 5> kBesideRemainder{kDarkBlue, kTurquoise, kDarkPink, kOrange, kLightPurple};

/// Of a control chart: blue, orange and grey keep their meaning, in tones that pass; the shape carries it too.
inline constexpr Colour kCommonCause = kDarkGrey;
inline constexpr Colour kImprovement = kMidBlue;
inline constexpr Colour kConcern = kOrange;
inline constexpr Colour kNeutral = kDarkPink;

}  // namespace boardpack::chart
