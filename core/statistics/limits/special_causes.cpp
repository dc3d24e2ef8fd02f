#include "statistics/limits/special_causes.hpp"

#include "statistics/xmr_rules.hpp"

#include <algorithm>
#include <cmath>

namespace boardpack::statistics {

namespace {

using series::PointClass;
using series::Side;
using Values = std::span<const std::optional<double>>;

Side sideOf(double value, double centre) {
  if (isAbove(value, centre)) {
    return Side::High;
  }
  return isAbove(centre, value) ? Side::Low : Side::None;
}

/// Which side of the centre each value lies on; None for a gap too.
std::vector<Side> sidesOf(Values values, std::span<const Bounds> bounds) {
  std::vector<Side> sides;
  sides.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    sides.push_back(values[i] ? sideOf(*values[i], bounds[i].centre) : Side::None);
  }
  return sides;
}

/// A: beyond the process limits.
void markOutside(Values values, std::span<const Bounds> bounds, std::vector<PointClass>& points) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    points[i].outside = values[i] && (isAbove(*values[i], bounds[i].upper) || isAbove(bounds[i].lower, *values[i]));
  }
}

/// B: seven points each strictly higher, or lower, than the one before. A point of two trends has the later direction.
std::vector<Side> markTrends(Values values, std::vector<PointClass>& points) {
  std::vector<Side> directions(values.size(), Side::None);
  Side direction = Side::None;
  std::size_t length = 1;
  for (std::size_t i = 1; i < values.size(); ++i) {
    const Side step = values[i] && values[i - 1] ? sideOf(*values[i], *values[i - 1]) : Side::None;
    length = step != Side::None && step == direction ? length + 1 : 2;
    direction = step;
    if (step == Side::None) {
      length = 1;
      continue;
    }
    if (length >= kRunLength) {
      for (std::size_t back = 0; back < kRunLength; ++back) {
        points[i - back].trend = true;
        directions[i - back] = direction;
      }
    }
  }
  return directions;
}

/// C: of three points in a row on one side of the centre, two or three between the near limit and the process limit.
void markTwoInThree(Values values, const std::vector<Side>& sides, std::span<const Bounds> bounds,
                    std::vector<PointClass>& points) {
  const auto isNear = [&](std::size_t i) {
    return values[i] && !points[i].outside &&
           (isAbove(*values[i], bounds[i].near_upper) || isAbove(bounds[i].near_lower, *values[i]));
  };
  for (std::size_t i = 2; i < values.size(); ++i) {
    const bool one_side = sides[i] != Side::None && sides[i] == sides[i - 1] && sides[i] == sides[i - 2];
    if (!one_side) {
      continue;
    }
    const int near = static_cast<int>(isNear(i)) + static_cast<int>(isNear(i - 1)) + static_cast<int>(isNear(i - 2));
    if (near < 2) {
      continue;
    }
    for (std::size_t back = 0; back < 3; ++back) {
      points[i - back].two_in_three = points[i - back].two_in_three || isNear(i - back);
    }
  }
}

/// D: seven points in a row on one side of the centre.
void markShifts(const std::vector<Side>& sides, std::vector<PointClass>& points) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const bool goes_on = sides[i] != Side::None && i > 0 && sides[i] == sides[i - 1];
    length = goes_on ? length + 1 : 1;
    if (sides[i] != Side::None && length >= kRunLength) {
      for (std::size_t back = 0; back < kRunLength; ++back) {
        points[i - back].shift = true;
      }
    }
  }
}

series::SpecialCause firstCause(const PointClass& point) {
  if (point.outside) {
    return series::SpecialCause::Outside;
  }
  if (point.trend) {
    return series::SpecialCause::Trend;
  }
  if (point.two_in_three) {
    return series::SpecialCause::TwoInThree;
  }
  return point.shift ? series::SpecialCause::Shift : series::SpecialCause::None;
}

series::Variation meaning(Side side, series::Better better) {
  if (better == series::Better::Neither) {
    return side == Side::High ? series::Variation::NeutralHigh : series::Variation::NeutralLow;
  }
  const bool good = (side == Side::High) == (better == series::Better::Higher);
  return good ? series::Variation::Improvement : series::Variation::Concern;
}

}  // namespace

bool isAbove(double value, double bound) {
  const double scale = std::max({std::abs(value), std::abs(bound), 1e-12});
  return value - bound > kEqualWithin * scale;
}

std::vector<PointClass> classify(Values values, std::span<const Bounds> bounds, bool no_variation,
                                 series::Better better) {
  std::vector<PointClass> points(values.size());
  const std::vector<Side> sides = sidesOf(values, bounds);
  std::vector<Side> directions(values.size(), Side::None);
  if (!no_variation) {
    markOutside(values, bounds, points);
    directions = markTrends(values, points);
    markTwoInThree(values, sides, bounds, points);
    markShifts(sides, points);
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    PointClass& point = points[i];
    if (!values[i]) {
      point.variation = series::Variation::Unknown;
      continue;
    }
    point.cause = firstCause(point);
    if (point.cause == series::SpecialCause::None) {
      continue;
    }
    point.side = point.cause == series::SpecialCause::Trend ? directions[i] : sides[i];
    point.variation = meaning(point.side, better);
  }
  return points;
}

std::vector<PointClass> classify(Values values, const series::Limits& limits, series::Better better) {
  const Bounds one{.centre = limits.mean,
                   .lower = limits.lower,
                   .upper = limits.upper,
                   .near_lower = limits.near_lower,
                   .near_upper = limits.near_upper};
  return classify(values, std::vector<Bounds>(values.size(), one), limits.no_variation, better);
}

}  // namespace boardpack::statistics
