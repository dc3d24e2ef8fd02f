#pragma once
#include "series/analysis.hpp"
#include "series/figure.hpp"

#include <vector>

namespace boardpack::statistics {

/// What the statistics need besides the series.
struct Context {
  const std::vector<series::Figure>* published = nullptr;  ///< of the paper last published for the board
};

/// What the statistics say of every group of a series in a pack of `pack_month`, at the month the series is told for:
/// comparisons of each window the measure has, limits
/// of the latest 36 months, variation and assurance. Pure; see README.md for the methods and every departure.
series::Analysed analyse(series::Series series, base::Month pack_month, const Context& context = {});

}  // namespace boardpack::statistics
