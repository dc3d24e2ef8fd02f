#include "statistics/trend/season.hpp"

#include "statistics/estimate/gapless_run.hpp"
#include "statistics/estimate/least_squares.hpp"
#include "statistics/trend/stl.hpp"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace boardpack::statistics {

namespace {

constexpr std::size_t kYear = 12;

/// The chance of months of the year that differ so much or more where they do not, by Kruskal and Wallis with ties
/// corrected; nothing when all values are equal.
std::optional<double> kruskalWallis(std::span<const double> values) {
  const std::size_t n = values.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::array<double, kYear> rank_sums{};
  std::array<double, kYear> counts{};
  double ties = 0;
  for (std::size_t i = 0; i < n;) {
    std::size_t end = i;
    while (end < n && values[order[end]] == values[order[i]]) {
      ++end;
    }
    const double equal = static_cast<double>(end - i);
    ties += equal * equal * equal - equal;
    const double rank = (static_cast<double>(i) + 1 + static_cast<double>(end)) / 2;
    for (; i < end; ++i) {
      rank_sums[order[i] % kYear] += rank;
      counts[order[i] % kYear] += 1;
    }
  }
  const double size = static_cast<double>(n);
  const double correction = 1 - ties / (size * size * size - size);
  if (correction <= 0) {
    return std::nullopt;
  }
  double statistic = 0;
  for (std::size_t month = 0; month < kYear; ++month) {
    statistic += rank_sums[month] * rank_sums[month] / counts[month];
  }
  statistic = (12 * statistic / (size * (size + 1)) - 3 * (size + 1)) / correction;
  return boost::math::gamma_q((static_cast<double>(kYear) - 1) / 2, std::max(0.0, statistic) / 2);
}

}  // namespace

series::Season seasonOf(std::span<const std::optional<double>> months) {
  series::Season season;
  season.method =
      "strength of seasonality (Wang, Smith and Hyndman 2006) after STL, and Kruskal-Wallis of the months less trend";
  const GaplessRun run = latestRun(months);
  if (run.values.size() < kFewestForSeason) {
    season.reason = kTooFewOnEnd;
    return season;
  }
  if (std::ranges::all_of(run.values, [&](double value) { return value == run.values.front(); })) {
    season.reason = "the value is the same in every month";
    return season;
  }
  const SeasonalTrend parts = decompose(run.values);
  std::vector<double> detrended;
  for (std::size_t i = 0; i < run.values.size(); ++i) {
    detrended.push_back(run.values[i] - parts.trend[i]);
  }
  season.tested = true;
  const double spread = sumOfSquares(detrended);
  if (isRounding(spread, run.values)) {
    // A straight line: what is left of it is rounding in binary.
    season.strength = 0;
    return season;
  }
  season.strength = std::clamp(1 - sumOfSquares(parts.remainder) / spread, 0.0, 1.0);
  season.p = kruskalWallis(detrended);
  season.strong = *season.strength >= kStrongSeason && season.p.value_or(1) < kSeasonLevel;
  return season;
}

}  // namespace boardpack::statistics
