#pragma once
#include "statistics/estimate/stretches.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace boardpack::statistics {

inline constexpr std::size_t kFewestMonthsOfSpread = 24;
inline constexpr int kFewestDegreesOfSpread = 8;

/// One month of a series of counts, or of shares: `met` of `of`.
struct MonthlyCount {
  double met = 0;
  double of = 0;  ///< of a share; a count has none
};

/// How much more the months vary than Poisson (counts) or binomial (shares) would have them vary.
struct Spread {
  bool known = false;
  std::string reason;     ///< when it is not: a clause
  double dispersion = 1;  ///< Pearson's χ² over its degrees of freedom, as it is: may lie below 1
  int degrees = 0;
  /// How much a month resembles the one before it: the correlation of neighbouring residuals, freed of what the model's
  /// factors take off; 0 to 0.9.
  double correlation = 0;
};

/// By how much more the difference of two stretches of months varies than months that do not resemble their neighbours
/// would have it, each month resembling the one before by `correlation`; 1 at least. What a factor for each year leaves
/// of the variance of a month is taken into account. tests/reference/simulate_spread.R; core/decisions/0010.
double widening(double correlation, const base::MonthRange& now, const base::MonthRange& before);

/// The level that each month belongs to: years counted back from the last month, begun anew with each stretch; -1 for a
/// month of no stretch.
std::vector<int> levelsOf(std::size_t months, const std::vector<Stretch>& stretches);

/// Spread of counts around a model in which each month of the year and each level has a factor of its own (log-linear,
/// quasi-Poisson: McCullagh and Nelder, Generalized Linear Models, 1989, 6.2), fitted by iterative proportional
/// fitting; R's glm(count ~ month + level, quasipoisson). `months` has one entry a month on end, nothing for a gap. Not
/// known of fewer than kFewestMonthsOfSpread months with a value, of fewer than kFewestDegreesOfSpread degrees of
/// freedom, or of values below 0.
Spread spreadOfCounts(std::span<const std::optional<MonthlyCount>> months, std::span<const int> levels);

/// The same of shares: glm(cbind(met, of - met) ~ month + level, quasibinomial).
Spread spreadOfShares(std::span<const std::optional<MonthlyCount>> months, std::span<const int> levels);

}  // namespace boardpack::statistics
