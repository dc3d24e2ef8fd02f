// Vectors and the points they mark: tests/reference/xmr.py.
#include "statistics/limits/special_causes.hpp"

#include "values.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace boardpack;
using series::Better;
using series::PointClass;
using series::Side;
using series::SpecialCause;
using series::Variation;
using statistics::xmr;

namespace {

Indices outsideOf(const series::Limits& limits) {
  return which(limits, [](const PointClass& p) { return p.outside; });
}
Indices trendOf(const series::Limits& limits) {
  return which(limits, [](const PointClass& p) { return p.trend; });
}
Indices nearOf(const series::Limits& limits) {
  return which(limits, [](const PointClass& p) { return p.two_in_three; });
}
Indices shiftOf(const series::Limits& limits) {
  return which(limits, [](const PointClass& p) { return p.shift; });
}

series::Limits limitsAt(double lower, double mean, double upper) {
  series::Limits limits;
  limits.available = true;
  limits.mean = mean;
  limits.lower = lower;
  limits.upper = upper;
  limits.near_lower = mean - (mean - lower) * 2 / 3;
  limits.near_upper = mean + (upper - mean) * 2 / 3;
  return limits;
}

}  // namespace

TEST_CASE("a point on a limit is inside it", "[rules]") {
  const std::vector<PointClass> points =
      statistics::classify(Values{58.6, 58.7, 41.4, 41.3, 50}, limitsAt(41.4, 50, 58.6), Better::Lower);
  CHECK_FALSE(points[0].outside);
  CHECK(points[1].outside);
  CHECK_FALSE(points[2].outside);
  CHECK(points[3].outside);
  CHECK(points[4].cause == SpecialCause::None);
}

TEST_CASE("what binary rounding leaves is no difference", "[rules]") {
  const double sum = 0.1 + 0.2;  // 0.30000000000000004
  CHECK_FALSE(statistics::isAbove(sum, 0.3));
  CHECK_FALSE(statistics::isAbove(0.3, sum));
  CHECK(statistics::isAbove(0.3001, 0.3));
  CHECK_FALSE(statistics::isAbove(0, 0));
  CHECK(statistics::isAbove(1, 0));
  // Seven "rises" of one unit in the last place are no trend.
  Values values;
  for (int i = 0; i < 8; ++i) {
    values.push_back(0.3 + i * 5.6e-17);
  }
  for (const PointClass& point : statistics::classify(values, limitsAt(0, 0.3, 1), Better::Lower)) {
    CHECK_FALSE(point.trend);
  }
}

TEST_CASE("a trend needs six differences of one sign, and all its points are marked", "[rules]") {
  const series::Limits wide = limitsAt(0, 50, 100);
  const auto trends = [&](const Values& values) {
    Indices found;
    const std::vector<PointClass> points = statistics::classify(values, wide, Better::Lower);
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points[i].trend) {
        found.push_back(i);
      }
    }
    return found;
  };
  CHECK(trends({1, 2, 3, 4, 5, 6}).empty());
  CHECK(trends({1, 2, 3, 4, 5, 6, 7}) == Indices{0, 1, 2, 3, 4, 5, 6});
  CHECK(trends({9, 1, 2, 3, 4, 5, 6, 7, 8, 3}) == Indices{1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(trends({1, 2, 3, 4, 4, 5, 6, 7, 8}).empty());
  CHECK(trends({1, 2, 3, 4, kGap, 5, 6, 7, 8}).empty());
  CHECK(trends({7, 6, 5, 4, 3, 2, 1}) == Indices{0, 1, 2, 3, 4, 5, 6});
}

TEST_CASE("a point of two trends has the direction of the later", "[rules]") {
  const Values values{8, 24, 8, 24, 8, 24, 10, 12, 14, 16, 18, 20, 22, 19, 17, 15, 13, 11, 9, 16};
  const series::Limits limits = xmr(values, {.screen_moving_ranges = true, .better = Better::Lower});
  CHECK(trendOf(limits) == Indices{6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18});
  CHECK(outsideOf(limits).empty());
  CHECK(limits.classes[11].side == Side::High);
  CHECK(limits.classes[11].variation == Variation::Concern);
  CHECK(limits.classes[12].side == Side::Low);
  CHECK(limits.classes[12].variation == Variation::Improvement);
  // The direction is the trend's, not the side of the mean of 15.4.
  CHECK(limits.classes[6].side == Side::High);
  CHECK(limits.classes[13].side == Side::Low);
}

TEST_CASE("a point that is improvement and concern keeps both rules and shows the first", "[rules]") {
  // From the 11th point on: above the mean for seven months (a concern) while falling for seven (an improvement).
  const Values values{20, 10, 20, 10, 20, 10, 20, 10, 20, 10, 60, 58, 56, 54, 52, 50, 48};
  const series::Limits limits = xmr(values, {.screen_moving_ranges = false, .better = Better::Lower});
  CHECK(outsideOf(limits) == Indices{10, 11});
  CHECK(trendOf(limits) == Indices{10, 11, 12, 13, 14, 15, 16});
  const PointClass& last = limits.classes[16];
  CHECK(last.trend);
  CHECK(last.shift);
  CHECK(last.two_in_three);
  CHECK_FALSE(last.outside);
  CHECK(last.cause == SpecialCause::Trend);
  CHECK(last.variation == Variation::Improvement);
  CHECK(limits.classes[10].cause == SpecialCause::Outside);
  CHECK(limits.classes[10].variation == Variation::Concern);
}

TEST_CASE("two in three marks the points near the limit only", "[rules]") {
  CHECK(nearOf(xmr(repeated(10, {49, 51}, {56, 51, 56, 49, 51}), {})) == Indices{20, 22});
}

TEST_CASE("a point outside the limits may be the third but not one of the two", "[rules]") {
  const series::Limits third = xmr(repeated(12, {48, 52}, {61, 68, 61, 49, 51}), {});
  CHECK(outsideOf(third) == Indices{25});
  CHECK(nearOf(third) == Indices{24, 26});
  const series::Limits second = xmr(repeated(12, {48, 52}, {68, 60, 52, 49, 51}), {});
  CHECK(outsideOf(second) == Indices{24});
  CHECK(nearOf(second).empty());
}

TEST_CASE("points near opposite limits do not combine", "[rules]") {
  CHECK(nearOf(xmr(repeated(12, {48, 52}, {60, 40, 52, 49, 51}), {})).empty());
}

TEST_CASE("a shift is seven points strictly on one side; the mean and a gap break it", "[rules]") {
  CHECK(shiftOf(xmr(Values{48, 52, 47, 53, 46, 54, 48, 43, 46, 47, 57, 53, 55, 52, 57, 54, 56}, {})) ==
        Indices{10, 11, 12, 13, 14, 15, 16});
  const series::Limits wide = limitsAt(0, 50, 100);
  const auto shifts = [&](const Values& values) {
    const std::vector<PointClass> points = statistics::classify(values, wide, Better::Neither);
    return std::count_if(points.begin(), points.end(), [](const PointClass& p) { return p.shift; });
  };
  CHECK(shifts({51, 52, 51, 52, 51, 52}) == 0);
  CHECK(shifts({51, 52, 51, 52, 51, 52, 51}) == 7);
  CHECK(shifts({51, 52, 51, 50, 51, 52, 51, 52}) == 0);
  CHECK(shifts({51, 52, 51, kGap, 51, 52, 51, 52}) == 0);
  CHECK(shifts({51, 52, 51, 52, 51, 52, 51, 52, 49}) == 8);
}

TEST_CASE("which way is better gives a mark its meaning, and neither keeps high and low", "[rules]") {
  const Values high{52, 48, 55, 50, 47, 53, 49, 51, 54, 46, 50, 75};
  const Values low{52, 48, 55, 50, 47, 53, 49, 51, 54, 46, 50, 25};
  const auto latest = [](const Values& values, Better better) {
    return xmr(values, {.screen_moving_ranges = true, .better = better}).classes.back().variation;
  };
  CHECK(latest(high, Better::Higher) == Variation::Improvement);
  CHECK(latest(high, Better::Lower) == Variation::Concern);
  CHECK(latest(high, Better::Neither) == Variation::NeutralHigh);
  CHECK(latest(low, Better::Higher) == Variation::Concern);
  CHECK(latest(low, Better::Lower) == Variation::Improvement);
  CHECK(latest(low, Better::Neither) == Variation::NeutralLow);
}
