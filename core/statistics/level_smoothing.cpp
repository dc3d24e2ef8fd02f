#include "statistics/level_smoothing.hpp"

#include "statistics/squares.hpp"

#include <cmath>

namespace boardpack::statistics {

namespace {

constexpr double kLowest = 1e-4;
constexpr double kHighest = 0.9999;
constexpr int kGrid = 100;

/// The fit of one alpha. Its errors are linear in the level it begins with, so that the best such level is found
/// at once.
LevelSmoothing fitOf(std::span<const double> values, double alpha) {
  // Without the first level the error of a month is `error`; each unit of it takes `weight` off.
  double level = 0;
  double weight = 1;
  double cross = 0;
  double weights = 0;
  double squares = 0;
  for (const double value : values) {
    const double error = value - level;
    cross += error * weight;
    weights += weight * weight;
    squares += error * error;
    level += alpha * error;
    weight *= 1 - alpha;
  }
  const double first = cross / weights;
  LevelSmoothing fit{.alpha = alpha,
                     .level = level + weight * first,
                     .sum_of_squares = 0,
                     .level_variance = weight * weight / weights};
  // Again from the best first level: the difference of large squares would lose digits.
  level = first;
  for (const double value : values) {
    const double error = value - level;
    fit.sum_of_squares += error * error;
    level += alpha * error;
  }
  return fit;
}

}  // namespace

LevelSmoothing smoothLevel(std::span<const double> values) {
  const auto at = [](int step) { return kLowest + (kHighest - kLowest) * step / kGrid; };
  int best_step = 0;
  LevelSmoothing best = fitOf(values, kLowest);
  if (isRounding(best.sum_of_squares, values)) {
    // Equal values: what is left of them is rounding in binary, and no alpha fits it better.
    best.sum_of_squares = 0;
    return best;
  }
  for (int step = 1; step <= kGrid; ++step) {
    const LevelSmoothing fit = fitOf(values, at(step));
    if (fit.sum_of_squares < best.sum_of_squares) {
      best = fit;
      best_step = step;
    }
  }
  // Golden section between the neighbours of the best step.
  const double golden = (std::sqrt(5.0) - 1) / 2;
  double low = at(best_step == 0 ? 0 : best_step - 1);
  double high = at(best_step == kGrid ? kGrid : best_step + 1);
  for (int i = 0; i < 60; ++i) {
    const double width = high - low;
    const LevelSmoothing left = fitOf(values, high - golden * width);
    const LevelSmoothing right = fitOf(values, low + golden * width);
    if (left.sum_of_squares <= right.sum_of_squares) {
      high = right.alpha;
    } else {
      low = left.alpha;
    }
    const LevelSmoothing& better = left.sum_of_squares <= right.sum_of_squares ? left : right;
    if (better.sum_of_squares < best.sum_of_squares) {
      best = better;
    }
  }
  return best;
}

}  // namespace boardpack::statistics
