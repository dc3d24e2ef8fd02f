#pragma once
#include "chart/draw/marks.hpp"

#include <string>

namespace boardpack::chart {

/// The marks as an SVG of real text, named and described for assistive technology.
std::string svgText(const Picture& picture);

}  // namespace boardpack::chart
