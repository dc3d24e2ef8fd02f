#pragma once
#include "series/series.hpp"

#include <string>

namespace boardpack::app {

/// "30 [p] = 12 of 40; not known: 3", or "[x] no extract covers October 2024": a value with all that is known of it and
/// every digit. A count is its own numerator, which is left out.
std::string valueText(const series::Cell& cell);

/// "force", or "district = Hartlepool".
std::string groupName(const series::GroupSeries& group);

}  // namespace boardpack::app
