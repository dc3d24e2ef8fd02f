#pragma once
#include "series/series.hpp"

#include <string>
#include <vector>

namespace boardpack::statistics {

/// Months on end that can be compared with each other: between two breaks, or all of them. Indices in Series::months,
/// both included.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string because;  ///< what begins it: an event's title, or "a step set by the script"; "" for the first
  bool operator==(const Stretch&) const = default;
};

/// The stretches that breaks and the script's steps cut the series into, the earliest first. The month in which a break
/// falls after its first day is mixed, and so are those whose values read back over it: they belong to no stretch.
std::vector<Stretch> stretchesOf(const series::Series& series, const std::vector<const series::Event*>& breaks);

}  // namespace boardpack::statistics
