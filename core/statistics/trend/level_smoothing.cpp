#include "statistics/trend/level_smoothing.hpp"

#include "statistics/estimate/least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace boardpack::statistics {

namespace {

constexpr double kLowest = 1e-4;
constexpr double kHighest = 0.9999;
constexpr int kGrid = 25;
constexpr int kNarrowings = 30;

/// One pass over the values with some alpha, from a first level of 0. The errors are linear in the first level, so that
/// the best such level, and the errors it leaves, follow at once.
struct Pass {
  double level = 0;   ///< after the last month
  double weight = 1;  ///< what is left of the first level in it
  double cross = 0, weights = 0, squares = 0;

  double first() const { return cross / weights; }
  double sumOfSquares() const { return squares - cross * cross / weights; }
};

/// `values` less their mean, so that the difference of squares keeps its digits.
Pass passOf(std::span<const double> values, double alpha) {
  Pass pass;
  for (const double value : values) {
    const double error = value - pass.level;
    pass.cross += error * pass.weight;
    pass.weights += pass.weight * pass.weight;
    pass.squares += error * error;
    pass.level += alpha * error;
    pass.weight *= 1 - alpha;
  }
  return pass;
}

double bestAlpha(std::span<const double> values) {
  const auto loss = [&](double alpha) { return passOf(values, alpha).sumOfSquares(); };
  const auto at = [](int step) { return kLowest + (kHighest - kLowest) * step / kGrid; };
  int best_step = 0;
  double least = loss(kLowest);
  for (int step = 1; step <= kGrid; ++step) {
    const double here = loss(at(step));
    if (here < least) {
      least = here;
      best_step = step;
    }
  }
  // Golden section between the neighbours of the best step.
  const double golden = (std::sqrt(5.0) - 1) / 2;
  double low = at(best_step == 0 ? 0 : best_step - 1);
  double high = at(best_step == kGrid ? kGrid : best_step + 1);
  double left = high - golden * (high - low);
  double right = low + golden * (high - low);
  double left_loss = loss(left);
  double right_loss = loss(right);
  for (int i = 0; i < kNarrowings; ++i) {
    if (left_loss <= right_loss) {
      high = right;
      right = left;
      right_loss = left_loss;
      left = high - golden * (high - low);
      left_loss = loss(left);
    } else {
      low = left;
      left = right;
      left_loss = right_loss;
      right = low + golden * (high - low);
      right_loss = loss(right);
    }
  }
  const double found = left_loss <= right_loss ? left : right;
  return std::min(left_loss, right_loss) < least ? found : at(best_step);
}

}  // namespace

LevelSmoothing smoothLevel(std::span<const double> values) {
  const double mean = meanOf(values);
  std::vector<double> rest;
  for (const double value : values) {
    rest.push_back(value - mean);
  }
  // Of equal values what is left is rounding in binary, and no alpha fits it better.
  const bool is_even = isRounding(sumOfSquares(values), values);
  const double alpha = is_even ? kLowest : bestAlpha(rest);
  const Pass pass = passOf(rest, alpha);
  return {.alpha = alpha,
          .level = mean + pass.level + pass.weight * pass.first(),
          .sum_of_squares = is_even ? 0 : std::max(0.0, pass.sumOfSquares()),
          .level_variance = pass.weight * pass.weight / pass.weights};
}

}  // namespace boardpack::statistics
