#pragma once
#include "series/analysis.hpp"

#include <optional>
#include <span>
#include <vector>

namespace boardpack::statistics {

/// Strictly above, beyond what rounding in binary leaves (kEqualWithin).
bool isAbove(double value, double bound);

/// What one value is judged by.
struct Bounds {
  double centre = 0, lower = 0, upper = 0, near_lower = 0, near_upper = 0;
};

/// The rules A to D over the values of one stretch, then the first by precedence, then what it means. `bounds` has one
/// entry a value. `no_variation`: no rule is asked.
std::vector<series::PointClass> classify(std::span<const std::optional<double>> values, std::span<const Bounds> bounds,
                                         bool no_variation, series::Better better);

/// The same with limits that are those of every value.
std::vector<series::PointClass> classify(std::span<const std::optional<double>> values, const series::Limits& limits,
                                         series::Better better);

}  // namespace boardpack::statistics
