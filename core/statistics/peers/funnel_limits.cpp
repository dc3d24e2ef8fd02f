#include "statistics/peers/funnel_limits.hpp"

#include "statistics/estimate/distributions.hpp"
#include "statistics/estimate/intervals.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace boardpack::statistics {

namespace {

using Units = std::vector<FunnelUnit>;

constexpr double kPercent = 100.0;
constexpr double kNormal998 = 3.090232306167813;  ///< the 99.9% point of the normal distribution
constexpr std::array kTails{0.025, 0.975, 0.001, 0.999};
constexpr std::array kNormalTails{-kNormal95, kNormal95, -kNormal998, kNormal998};

/// What chance makes of a unit, in counts.
struct Chance {
  /// The count below which a part `tail` of all falls, interpolated between whole numbers.
  std::function<double(double tail, const FunnelUnit&)> exact;
  std::function<double(const FunnelUnit&)> expected;
  std::function<double(const FunnelUnit&)> variance;
};

double interpolated(double tail, double quantile, const std::function<double(double)>& atMost) {
  const double upper = atMost(quantile);
  const double step = upper - atMost(quantile - 1);
  return step > 0 ? quantile - (upper - tail) / step : quantile;
}

Chance binomial(double share) {
  return {.exact =
              [share](double tail, const FunnelUnit& unit) {
                const double n = std::round(unit.base);
                return interpolated(tail, binomialQuantile(tail, n, share),
                                    [&](double k) { return binomialAtMost(k, n, share); });
              },
          .expected = [share](const FunnelUnit& unit) { return share * unit.base; },
          .variance = [share](const FunnelUnit& unit) { return share * (1 - share) * unit.base; }};
}

Chance poisson(double rate) {
  return {.exact =
              [rate](double tail, const FunnelUnit& unit) {
                const double mean = rate * unit.base;
                return interpolated(tail, poissonQuantile(tail, mean),
                                    [&](double k) { return poissonAtMost(k, mean); });
              },
          .expected = [rate](const FunnelUnit& unit) { return rate * unit.base; },
          .variance = [rate](const FunnelUnit& unit) { return rate * unit.base; }};
}

/// A quantile between sorted values (R's type 7).
double quantileOf(const std::vector<double>& sorted, double part) {
  const double at = part * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// φ: mean square of the units' z, winsorised.
double spreadOfUnits(const Units& units, const Chance& chance) {
  std::vector<double> z;
  for (const FunnelUnit& unit : units) {
    z.push_back((unit.count - chance.expected(unit)) / std::sqrt(chance.variance(unit)));
  }
  std::sort(z.begin(), z.end());
  const double lowest = quantileOf(z, kFunnelWinsorised);
  const double highest = quantileOf(z, 1 - kFunnelWinsorised);
  double sum = 0;
  for (const double value : z) {
    const double kept = std::clamp(value, lowest, highest);
    sum += kept * kept;
  }
  return sum / static_cast<double>(z.size());
}

series::Funnel none(std::string reason) {
  series::Funnel funnel;
  funnel.reason = std::move(reason);
  return funnel;
}

/// `per`: what a value is scaled by; `most`: what none can pass.
series::Funnel funnelOf(const Units& units, const Chance& chance, double centre, double per, double most,
                        const std::string& chance_name) {
  const double count = static_cast<double>(units.size());
  const double spread = spreadOfUnits(units, chance);
  const bool is_wide = spread > 1 && chiSquaredAbove(spread * count, count) < kFunnelSpreadLevel;
  series::Funnel funnel;
  funnel.centre = per * centre;
  funnel.method = is_wide
                      ? chance_name + " limits widened by the spread of the places (Spiegelhalter 2005), which vary " +
                            base::formatNumber(spread, 1) + " times as much as chance"
                      : "exact " + chance_name + " limits (Spiegelhalter 2005)";
  for (const FunnelUnit& unit : units) {
    const auto limit = [&](std::size_t tail) {
      const double at = is_wide
                            ? chance.expected(unit) + kNormalTails.at(tail) * std::sqrt(spread * chance.variance(unit))
                            : chance.exact(kTails.at(tail), unit);
      return std::clamp(per * at / unit.base, 0.0, most);
    };
    funnel.points.push_back({.name = unit.name,
                             .base = unit.base,
                             .value = per * unit.count / unit.base,
                             .lower_95 = limit(0),
                             .upper_95 = limit(1),
                             .lower_998 = limit(2),
                             .upper_998 = limit(3)});
  }
  return funnel;
}

/// The value of all units together; nothing when there is no funnel, with the reason in `why`.
std::optional<double> centreOf(const Units& units, std::string& why) {
  if (units.size() < kFewestFunnelUnits) {
    why = "fewer than " + std::to_string(kFewestFunnelUnits) + " places with a value";
    return std::nullopt;
  }
  double count = 0;
  double base = 0;
  for (const FunnelUnit& unit : units) {
    count += unit.count;
    base += unit.base;
  }
  if (!(count > 0)) {
    why = "nothing happened in any place";
    return std::nullopt;
  }
  return count / base;
}

series::Window windowOf(const series::MeasureInfo& info) {
  return info.has(series::Window::Mrt) || info.windows.empty() ? series::Window::Mrt : info.windows.back();
}

}  // namespace

series::Funnel funnelOfShares(const Units& units) {
  std::string why;
  const std::optional<double> centre = centreOf(units, why);
  if (!centre) {
    return none(why);
  }
  if (!(*centre < 1)) {
    return none("every place is at 100%");
  }
  return funnelOf(units, binomial(*centre), *centre, kPercent, kPercent, "binomial");
}

series::Funnel funnelOfRates(const Units& units, double per) {
  std::string why;
  const std::optional<double> centre = centreOf(units, why);
  return centre ? funnelOf(units, poisson(*centre), *centre, per, std::numeric_limits<double>::max(), "Poisson")
                : none(why);
}

std::optional<series::Funnel> funnelOf(const series::Series& series, base::Month month) {
  const series::MeasureInfo& info = series.info;
  const series::Nature::Funnel of = info.nature.funnel;
  const auto isArea = [](const series::BreakdownInfo& breakdown) { return breakdown.is_area; };
  const auto breakdown = std::find_if(info.breakdowns.begin(), info.breakdowns.end(), isArea);
  if (of == series::Nature::Funnel::None || breakdown == info.breakdowns.end()) {
    return std::nullopt;
  }
  Units units;
  double per = 0;
  for (const series::GroupSeries* group : series.groupsOf(breakdown->id)) {
    const series::Cell cell = series.at(*group, windowOf(info), month);
    const std::optional<double> base = cell.effective_base ? cell.effective_base : cell.denominator;
    if (series::isRemainder(group->group) || !cell.has() || !cell.numerator || !base || !(*base > 0)) {
      continue;
    }
    // Of weighted answers the share itself, of as many as they are worth.
    const double count = cell.effective_base ? *cell.value / kPercent * *base : *cell.numerator;
    units.push_back({.name = group->group, .count = count, .base = *base});
    per = *cell.numerator > 0 ? *cell.value * *base / *cell.numerator : per;
  }
  return of == series::Nature::Funnel::OfShares ? funnelOfShares(units) : funnelOfRates(units, per);
}

}  // namespace boardpack::statistics
