#pragma once
#include "series/analysis.hpp"

#include <string>
#include <vector>

namespace boardpack::findings {

/// What a value told for `month` is over: "December 2025", "the 12 months to December 2025", "April to December 2025",
/// "October to December 2025", "2024/25", "2024", "October 2018 to December 2025", "wave 3 (January to March 2019)".
std::string periodWords(const series::MeasureInfo& info, const std::vector<series::Wave>& waves, series::Window window,
                        base::Month month);
std::string periodWords(const series::Series& series, series::Window window, base::Month month);
/// The periods of a comparison: "the 12 months to December 2025", and what it is compared with: "2016", "the 12 months
/// to December 2024", "the mean month of 2016", "the figure last published (September 2025)".
std::string periodWords(const series::Series& series, const series::Comparison& comparison, base::Month month);
std::string referenceWords(const series::Series& series, const series::Comparison& comparison);

}  // namespace boardpack::findings
