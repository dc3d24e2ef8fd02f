#include "statistics/estimate/least_squares.hpp"

#include "statistics/xmr_rules.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace boardpack::statistics {

double meanOf(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double sumOfSquares(std::span<const double> values) {
  const double mean = meanOf(values);
  double sum = 0;
  for (const double value : values) {
    sum += (value - mean) * (value - mean);
  }
  return sum;
}

bool isRounding(double sum_of_squares, std::span<const double> values) {
  double size = 0;
  for (const double value : values) {
    size = std::max(size, std::abs(value));
  }
  return sum_of_squares <= static_cast<double>(values.size()) * std::pow(kEqualWithin * size, 2);
}

}  // namespace boardpack::statistics
