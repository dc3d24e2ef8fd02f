#pragma once
#include "series/analysis.hpp"
#include "statistics/estimate/spread.hpp"

#include <optional>

namespace boardpack::statistics {

inline constexpr double kNormal95 = 1.959963984540054;  ///< the 97.5% point of the normal distribution

/// 95% interval of a share, as a fraction: Wilson, "Probable inference, the law of succession, and statistical
/// inference", JASA 22, 1927, without continuity correction; PHEindicatormethods phe_proportion. `of` may be an
/// effective base, so neither needs to be whole. `of` above 0, 0 ≤ met ≤ of.
series::Interval wilson(double met, double of);

/// 95% interval of a count by Byar's approximation to the exact Poisson interval: Breslow and Day, Statistical Methods
/// in Cancer Research II, 1987, 69; PHEindicatormethods byars_lower and byars_upper. 0 at least.
series::Interval byar(double count);

/// The same of a count whose months vary `dispersion` times as much as Poisson: it is taken as dispersion times a
/// Poisson count (the scaled Poisson of McCullagh and Nelder, 1989, 6.2). At 1 it is byar().
series::Interval scaledByar(double count, double dispersion);

/// The interval of a value in its own unit: Wilson of shares of things, Byar of counts and of the counts behind a rate,
/// wider by the spread of the months where that is more than Poisson. Nothing of any other kind, of a value that is
/// missing, of one whose parts are not known, or of a count whose spread is not known.
std::optional<series::Interval> intervalOf(const series::MeasureInfo& info, const series::Cell& cell,
                                           const Spread& spread);

}  // namespace boardpack::statistics
