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

/// Whether an event is one of this group: it names no area and so touches all, or it names the group or an area above
/// it. Of groups of several columns it touches those that have such an area as a part. An event with areas touches
/// neither the force nor groups of what is no area.
bool touches(const series::Event& event, const series::Series& series, const series::GroupSeries& group);

/// The events that break this group's series.
std::vector<const series::Event*> breaksOf(const series::Series& series, const series::GroupSeries& group);

/// The stretches that breaks and the script's steps cut the series into, the earliest first. The month in which a break
/// falls after its first day is mixed: it belongs to neither stretch.
std::vector<Stretch> stretchesOf(const std::vector<base::Month>& months,
                                 const std::vector<const series::Event*>& breaks,
                                 const std::vector<base::Month>& steps);

}  // namespace boardpack::statistics
