#pragma once
#include "series/analysis.hpp"

#include <optional>
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
