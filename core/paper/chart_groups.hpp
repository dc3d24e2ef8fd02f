#pragma once
#include "series/analysis.hpp"

#include <string>
#include <vector>

namespace boardpack::paper {

/// Which groups of a breakdown a chart draws, decided once: words and drawing both obey.
struct ChartGroups {
  std::vector<std::string> drawn;  ///< in the order in which they are drawn
  std::size_t in_all = 0;          ///< worth drawing; more than drawn when a picture has no room for all
};

/// Of stacked columns, small multiples or changes by group; none for a chart of the whole force.
ChartGroups groupsOf(const series::Analysed& measure, const series::ChartSpec& spec, const base::MonthRange& shown);

/// Stacked columns are for six groups at the most, that add up and have no value below 0.
bool canStack(const series::Analysed& measure, const ChartGroups& groups, const std::string& breakdown,
              const base::MonthRange& shown);

}  // namespace boardpack::paper
