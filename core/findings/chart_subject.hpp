#pragma once
#include "series/analysis.hpp"

#include <string>
#include <vector>

namespace boardpack::findings {

/// Which groups of a breakdown a chart draws, decided once: words and drawing both obey.
struct DrawnGroups {
  std::vector<std::string> drawn = {};  ///< in the order in which they are drawn
  std::size_t in_all = 0;               ///< worth drawing; more than drawn when a picture has no room for all
  std::size_t without_change = 0;       ///< of changes by group: no change to draw, and the picture says so
};

/// What a chart shows, and what its words are made from. Month and place are the pack's.
struct ChartSubject {
  const series::Analysed* measure = nullptr;
  series::ChartSpec spec;  ///< as drawn: groups that do not fit its kind are drawn as another
  base::Month month;
  base::MonthRange shown;           ///< months of its axis
  std::string place;                ///< "Cleveland Police"
  std::vector<std::string> groups;  ///< of the breakdown, as drawn: words name no other
  std::size_t groups_in_all = 0;    ///< worth drawing
  std::size_t groups_without_change = 0;

  bool draws(const std::string& group) const;
  bool drawsAll() const { return groups.size() == groups_in_all; }
};

}  // namespace boardpack::findings
