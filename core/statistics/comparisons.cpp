#include "statistics/comparisons.hpp"

#include <array>
#include <cmath>

namespace boardpack::statistics {

namespace {

using series::Cell;
using series::Reference;
using series::Symbol;
using series::Window;

struct Pair {
  Window window;
  Reference reference;
  int months_back;
};

constexpr std::array kPairs{
    Pair{Window::Month, Reference::PreviousMonth, 1}, Pair{Window::Month, Reference::SameMonthLastYear, 12},
    Pair{Window::Mrt, Reference::PreviousMrt, 12}, Pair{Window::Ytd, Reference::PreviousYtd, 12}};

/// The symbol and reason of whichever cell has no value, the latest first.
Cell missingOf(const Cell& now, const Cell& before) {
  const Cell& cause = now.has() ? before : now;
  return Cell::missing(cause.symbol, cause.reason);
}

Cell changeOf(const Cell& now, const Cell& before) {
  if (!now.has() || !before.has()) {
    return missingOf(now, before);
  }
  return Cell::of(*now.value - *before.value);
}

Cell percentOf(const series::MeasureInfo& info, const Cell& now, const Cell& before) {
  if (!now.has() || !before.has()) {
    return missingOf(now, before);
  }
  if (changesInOwnUnit(info)) {
    return Cell::missing(Symbol::NotApplicable, info.unit == "%" ? "the change of a percentage is in percentage points"
                                                                 : "the change of a rate is in its own unit");
  }
  if (*before.value == 0) {
    return Cell::missing(Symbol::NotApplicable, "a change from 0 has no percentage");
  }
  if (*before.value < 0) {
    return Cell::missing(Symbol::NotApplicable, "a change from below 0 has no percentage");
  }
  return Cell::of(100.0 * (*now.value - *before.value) / *before.value);
}

}  // namespace

bool isWithinChance(double now, double before) {
  return std::abs(std::sqrt(2.0) * (std::sqrt(now) - std::sqrt(before))) < kChanceBound;
}

bool changesInOwnUnit(const series::MeasureInfo& info) {
  return info.kind == series::MeasureKind::Share || info.kind == series::MeasureKind::Rate || info.unit == "%";
}

std::vector<series::Comparison> comparisonsOf(const series::Series& series, const series::GroupSeries& group,
                                              base::Month month) {
  std::vector<series::Comparison> comparisons;
  for (const Pair& pair : kPairs) {
    if (!series.info.has(pair.window)) {
      continue;
    }
    series::Comparison comparison;
    comparison.window = pair.window;
    comparison.reference = pair.reference;
    comparison.reference_period = month - pair.months_back;
    const Cell now = series.at(group, pair.window, month);
    comparison.before = series.at(group, pair.window, comparison.reference_period);
    comparison.change = changeOf(now, comparison.before);
    comparison.change_percent = percentOf(series.info, now, comparison.before);
    comparisons.push_back(std::move(comparison));
  }
  return comparisons;
}

}  // namespace boardpack::statistics
