#pragma once
#include "series/analysis.hpp"

#include <string>

namespace boardpack::paper {

/// What a picture of a funnel needs besides its points.
struct FunnelChart {
  const series::Funnel* funnel = nullptr;  ///< nullptr where there is none
  std::string unit;
  int decimals = 0;
};
FunnelChart funnelChart(const series::Analysed& measure, const series::ChartSpec& spec);

}  // namespace boardpack::paper
