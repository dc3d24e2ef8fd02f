#pragma once
#include "series/analysis.hpp"
#include "series/comparator.hpp"
#include "series/series.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::statistics {

/// A measure of the comparators that is the sum of others, where its source does not give it.
struct SummedComparator {
  std::string measure;
  std::vector<std::string> parts, optional_parts;
};

/// What a force's standing among its peers is asked of.
struct PeerQuestion {
  series::PeerSpec spec;
  std::string force;                 ///< as the comparators name it: "Cumbria"
  std::vector<std::string> members;  ///< of the group, with the force or without it
  base::Month month;                 ///< the pack's
  /// The board's. What is published after it is not used; without it nothing can be held back.
  std::optional<sdk::Date> day;
  const series::Series* own = nullptr;
  std::vector<series::Inhabited> people;  ///< where the comparators are counts without their population
  std::vector<SummedComparator> sums;
};

/// Years that an estimate of the population may be older than the end of the period that it is taken for: the estimate
/// of the year itself comes out in the summer of the next. The national tables go as far back (the year ending March
/// 2018 is taken of mid-2016).
inline constexpr int kOldestEstimate = 2;

}  // namespace boardpack::statistics
