#pragma once
#include "series/analysis.hpp"

#include <optional>
#include <span>
#include <vector>

namespace boardpack::statistics {

/// Strictly above, beyond what rounding in binary leaves (kEqualWithin).
bool isAbove(double value, double bound);

/// The rules A to D over the values, then the first by precedence, then what it means. `limits` has its numbers.
std::vector<series::PointClass> classify(std::span<const std::optional<double>> values, const series::Limits& limits,
                                         series::Better better);

}  // namespace boardpack::statistics
