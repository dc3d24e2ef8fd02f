#pragma once
#include "series/analysis.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::findings {

/// What a chart's words are made from. Month and place are the pack's; `shown` are the months of its axis.
struct ChartSubject {
  const series::Analysed* measure = nullptr;
  series::ChartSpec spec;
  base::Month month;
  base::MonthRange shown;
  std::string place;                ///< "Cleveland Police"
  std::vector<std::string> groups;  ///< of the breakdown, as drawn: words name no other
  std::size_t groups_in_all = 0;    ///< worth drawing

  bool draws(const std::string& group) const;
  bool drawsAll() const { return groups.size() == groups_in_all; }
};

inline constexpr std::size_t kMostTitleWords = 15;
inline constexpr std::size_t kFewestAlternative = 150;  ///< characters of an alternative text
inline constexpr std::size_t kMostAlternative = 400;

/// The main message of the figures in up to 15 words: "Robbery rose 45.5% on the year before, to 1,264 in 12 months".
std::string chartTitle(const ChartSubject& subject);
/// Measure, place, period, unit.
std::string chartSubtitle(const ChartSubject& subject);
/// For who cannot see the chart: kind, period, first and latest, highest and lowest, limits, special causes.
std::string chartAlternative(const ChartSubject& subject);

/// The same three of a funnel; chartTitle and the others call them.
std::string funnelTitle(const ChartSubject& subject);
std::string funnelSubtitle(const ChartSubject& subject);
std::vector<std::string> funnelSentences(const ChartSubject& subject);

}  // namespace boardpack::findings
