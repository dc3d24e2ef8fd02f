#pragma once
#include <span>

namespace boardpack::statistics {

/// Simple exponential smoothing with additive errors, ETS(A,N,N): each month the level moves by `alpha` times what the
/// month differs from it. Fitted by least squares, which is what forecast::ets(y, "ANN") maximises.
struct LevelSmoothing {
  double alpha = 0;
  double level = 0;           ///< after the last month
  double sum_of_squares = 0;  ///< of the one-step errors
  /// The part of the errors' variance that the level after the last month has from the level it began with: 1/n where
  /// alpha is next to 0, nothing where it is not.
  double level_variance = 0;
};
/// Needs 3 values or more. `alpha` lies between 0.0001 and 0.9999, as there.
LevelSmoothing smoothLevel(std::span<const double> values);

}  // namespace boardpack::statistics
