#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace boardpack::statistics {

/// A series cut into stretches of one level each so that the sum of squares about the levels is the least there is.
struct Segments {
  std::vector<std::size_t> ends;  ///< number of values up to each cut: 28 says that values 0 to 27 lie before it
  double sum_of_squares = 0;
};

/// The best cuts for 0, 1, 2 … cuts, stretches of `shortest` values or more (Bai and Perron, Journal of Applied
/// Econometrics 18, 2003), and as many as strucchange::breakpoints(y ~ 1) tries: ⌈n / shortest⌉ − 2, but one at least
/// where one fits.
std::vector<Segments> bestSegments(std::span<const double> values, std::size_t shortest);

/// Where a cut lies with 95% confidence (Bai, Review of Economics and Statistics 79, 1997, as
/// strucchange::confint.breakpointsfull with a variance of each stretch): numbers of values up to the cut, as
/// Segments::ends; they may lie outside the series.
struct CutInterval {
  long lower = 0, upper = 0;
  bool is_known = false;  ///< false where the method has no answer
};
CutInterval cutInterval(std::span<const double> before, std::span<const double> after, std::size_t cut);

}  // namespace boardpack::statistics
