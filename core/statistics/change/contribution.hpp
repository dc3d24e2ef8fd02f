#pragma once
#include "series/analysis.hpp"

#include <vector>

namespace boardpack::statistics {

/// What each group adds to the change of the force, for every breakdown of the measure: over the 12 months against the
/// 12 before, or the longest other window the measure has. Needs the comparisons of `measure`, and takes what they
/// refuse to compare as it is.
///
/// Of counts and sums, a group's change. Of a share, mean, rate or ratio whose tops and bottoms add up over the groups,
/// Kitagawa's two parts (Journal of the American Statistical Association 50, 1955): `rate` is the change of the group's
/// own rate at the mean of its two shares of the base; `mix` is the change of that share times what the group's rate,
/// mean of both, is above that of the force. The parts add up to the change, for counts to the last digit. Of a tree,
/// its highest level. Largest first.
std::vector<series::Contribution> contributionsOf(const series::Analysed& measure, base::Month month);

}  // namespace boardpack::statistics
