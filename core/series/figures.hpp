#pragma once
#include "series/analysis.hpp"
#include "series/figure.hpp"

#include <string>
#include <vector>

namespace boardpack::series {

/// Gives every figure of a measure, in a fixed order: every statistic of the latest period, values of earlier ones.
void eachFigure(const std::string& force, const Analysed& measure, const TakeFigure& take);
/// Those of all measures.
std::vector<Figure> figuresOf(const std::string& force, const std::vector<Analysed>& measures);

}  // namespace boardpack::series
