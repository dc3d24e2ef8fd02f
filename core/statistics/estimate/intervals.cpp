#include "statistics/estimate/intervals.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::statistics {

namespace {

using series::Interval;
using Kind = series::Nature::Interval;

constexpr double kPercent = 100.0;

std::optional<Interval> ofShare(const series::Cell& cell) {
  const std::optional<double> of = cell.effective_base ? cell.effective_base : cell.denominator;
  if (!of || !(*of > 0)) {
    return std::nullopt;
  }
  const double share = *cell.value / kPercent;
  if (share < 0 || share > 1) {
    return std::nullopt;
  }
  Interval interval = wilson(share * *of, *of);
  interval.lower *= kPercent;
  interval.upper *= kPercent;
  return interval;
}

/// A rate is its count times what one of it is worth. A rate of 0 does not say what that is.
std::optional<Interval> ofRate(const series::Cell& cell, double dispersion) {
  if (!cell.numerator || !(*cell.numerator > 0) || !(*cell.value > 0)) {
    return std::nullopt;
  }
  Interval interval = scaledByar(*cell.numerator, dispersion);
  const double each = *cell.value / *cell.numerator;
  interval.lower *= each;
  interval.upper *= each;
  return interval;
}

}  // namespace

Interval wilson(double met, double of) {
  const double z2 = kNormal95 * kNormal95;
  const double middle = 2 * met + z2;
  const double half = kNormal95 * std::sqrt(z2 + 4 * met * std::max(0.0, 1 - met / of));
  const double size = 2 * (of + z2);
  return {.lower = std::max(0.0, (middle - half) / size),
          .upper = std::min(1.0, (middle + half) / size),
          .method = "Wilson"};
}

Interval byar(double count) {
  const auto cubed = [](double at, double sign) {
    const double base = 1 - 1 / (9 * at) + sign * kNormal95 / (3 * std::sqrt(at));
    return std::max(0.0, at * base * base * base);
  };
  return {.lower = count > 0 ? cubed(count, -1) : 0.0, .upper = cubed(count + 1, 1), .method = "Byar"};
}

Interval scaledByar(double count, double dispersion) {
  Interval interval = byar(count / dispersion);
  interval.lower *= dispersion;
  interval.upper *= dispersion;
  if (dispersion > 1) {
    interval.method = "Byar, with the spread that the months show";
  }
  return interval;
}

std::optional<Interval> intervalOf(const series::MeasureInfo& info, const series::Cell& cell, const Spread& spread) {
  if (!cell.has()) {
    return std::nullopt;
  }
  const Kind kind = info.nature.interval;
  if (kind == Kind::OfShare) {
    return ofShare(cell);
  }
  // Without a known spread a count's interval would claim that its months vary by chance alone.
  if (kind == Kind::None || !spread.known) {
    return std::nullopt;
  }
  const double dispersion = std::max(1.0, spread.dispersion);
  if (kind == Kind::OfRate) {
    return ofRate(cell, dispersion);
  }
  return *cell.value >= 0 ? std::optional(scaledByar(*cell.value, dispersion)) : std::nullopt;
}

}  // namespace boardpack::statistics
