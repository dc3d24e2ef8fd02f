#pragma once
#include "series/analysis.hpp"

#include <string>
#include <vector>

namespace boardpack::statistics {

/// Of fewer places than this no funnel is drawn: neither a centre nor a spread of their own can be told from them.
inline constexpr std::size_t kFewestFunnelUnits = 10;
inline constexpr double kFunnelWinsorised = 0.1;  ///< of z at either end, before their spread is estimated
/// Places vary more than chance when chance gives such a spread less often than this.
inline constexpr double kFunnelSpreadLevel = 0.05;

/// A place or force with what happened there.
struct FunnelUnit {
  std::string name;
  double count = 0;  ///< met of a share; what a rate counts
  double base = 0;   ///< above 0
};

/// Limits of 95% and 99.8% around the value of all units together, as Spiegelhalter, "Funnel plots for comparing
/// institutional performance", Statistics in Medicine 24, 2005: exact binomial limits, interpolated between whole
/// numbers (appendix A.1), cut at 0% and 100%. Where the units vary by more than chance (their z, winsorised, squared
/// and added up, against χ²) the limits are the normal ones widened by √φ (section 4.2); `method` says which. Values
/// are in per cent.
series::Funnel funnelOfShares(const std::vector<FunnelUnit>& units);

/// The same of counts per `per` of a base, by Poisson.
series::Funnel funnelOfRates(const std::vector<FunnelUnit>& units, double per);

/// The funnel of the first breakdown by area of a share, a proportion or a rate, over 12 months or else the longest
/// other window the measure has. Nothing of a measure that is neither or has no such breakdown.
std::optional<series::Funnel> funnelOf(const series::Series& series, base::Month month);

}  // namespace boardpack::statistics
