#pragma once
#include "series/measure_info.hpp"

#include <string>
#include <vector>

namespace boardpack::paper {

/// One chart of a pack: what it shows and the words that stand beside it. The picture itself carries no title.
struct Chart {
  std::string id;  ///< file name without ending: "recorded_crime", "recorded_crime.mrt", "recorded_crime.district"
  std::string measure;
  series::ChartSpec spec;           ///< as drawn: stacked columns that cannot be stacked are small multiples here
  base::MonthRange shown;           ///< months of its axis: those of `spec.months` from the first that has a value
  std::vector<std::string> groups;  ///< of the breakdown, as drawn and in that order; none for the whole force
  std::size_t groups_in_all = 0;    ///< worth drawing: more than `groups` when a picture has no room for all
  std::size_t groups_without_change = 0;  ///< of those of a ChangeByGroup: no change to draw, and the picture says so
  std::string title;                      ///< the main message, up to 15 words
  std::string subtitle;                   ///< measure, place, period, unit
  std::string source;
  std::string alternative;  ///< for who cannot see it: kind, period, latest value, limits, special causes
  bool drawable = true;     ///< false: nothing to draw, and `reason` says why
  std::string reason;
};

}  // namespace boardpack::paper
