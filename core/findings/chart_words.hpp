#pragma once
#include "findings/chart_subject.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::findings {

/// The kind, the months and the groups of a chart, from its spec as declared.
ChartSubject chartSubject(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month,
                          const std::string& place);
/// Why the chart cannot be drawn, a clause; "" when it can.
std::string chartHindrance(const ChartSubject& subject);

inline constexpr std::size_t kMostTitleWords = 15;
inline constexpr std::size_t kFewestAlternative = 150;  ///< characters of an alternative text
inline constexpr std::size_t kMostAlternative = 400;

/// The main message of the figures in up to 15 words: "Robbery rose 45.5% on the year before, to 1,264 in 12 months".
std::string chartTitle(const ChartSubject& subject);
/// Measure, place, period, unit.
std::string chartSubtitle(const ChartSubject& subject);
/// For who cannot see the chart: kind, period, first and latest, highest and lowest, limits, special causes.
std::string chartAlternative(const ChartSubject& subject);

}  // namespace boardpack::findings
