#pragma once
#include <span>

namespace boardpack::statistics {

double meanOf(std::span<const double> values);
/// About their mean.
double sumOfSquares(std::span<const double> values);
/// Whether a sum of squares about some fit of the values is no more than rounding in binary leaves (kEqualWithin).
bool isRounding(double sum_of_squares, std::span<const double> values);

}  // namespace boardpack::statistics
