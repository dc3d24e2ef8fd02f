// Limits: tests/reference/intervals.R, by the formulas of Spiegelhalter 2005.
#include "measure/definition/kinds.hpp"
#include "statistics/peers/funnel_limits.hpp"

#include "make_series.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using statistics::FunnelUnit;

namespace {

/// Units of exactly `share`, and of these bases, so that the centre is `share` and nothing varies.
std::vector<FunnelUnit> unitsOf(double share, std::vector<double> bases) {
  bases.resize(10, 1000);
  std::vector<FunnelUnit> units;
  for (std::size_t i = 0; i < bases.size(); ++i) {
    units.push_back({.name = std::to_string(i), .count = share * bases[i], .base = bases[i]});
  }
  return units;
}

}  // namespace

TEST_CASE("exact binomial funnel limits, interpolated", "[funnel]") {
  const series::Funnel funnel = statistics::funnelOfShares(unitsOf(0.2, {100, 5000, 12}));
  CHECK(funnel.method == "exact binomial limits (Spiegelhalter 2005)");
  CHECK(funnel.centre == Approx(20));
  CHECK(funnel.points[0].lower_95 == Approx(11.9742232715).epsilon(1e-9));
  CHECK(funnel.points[0].upper_95 == Approx(27.6476085034).epsilon(1e-9));
  CHECK(funnel.points[0].lower_998 == Approx(8.09782525646).epsilon(1e-9));
  CHECK(funnel.points[0].upper_998 == Approx(32.6765851517).epsilon(1e-9));
  CHECK(funnel.points[1].lower_95 == Approx(18.88689496).epsilon(1e-9));
  CHECK(funnel.points[1].upper_998 == Approx(21.7550327879).epsilon(1e-9));
  CHECK(funnel.points[2].lower_95 == 0);  // -5.3%, cut
  CHECK(funnel.points[2].upper_95 == Approx(40.7894798401).epsilon(1e-9));
}

TEST_CASE("exact Poisson funnel limits of a rate", "[funnel]") {
  // A rate of 12 per 1,000: bases in thousands give what is expected.
  const series::Funnel funnel = statistics::funnelOfRates(unitsOf(0.012, {1000, 850 / 0.012, 0.5 / 0.012}), 1000);
  CHECK(funnel.centre == Approx(12));
  CHECK(funnel.points[0].lower_95 == Approx(5.18283897219).epsilon(1e-9));
  CHECK(funnel.points[0].upper_998 == Approx(23.6006752575).epsilon(1e-9));
  CHECK(funnel.points[1].lower_95 == Approx(792.832110998 / 850 * 12).epsilon(1e-9));
  CHECK(funnel.points[1].upper_998 == Approx(941.003529732 / 850 * 12).epsilon(1e-9));
  CHECK(funnel.points[2].lower_998 == 0);
  CHECK(funnel.points[2].upper_95 == Approx(1.86002591146 / 0.5 * 12).epsilon(1e-9));
}

TEST_CASE("places that vary by more than chance widen the limits", "[funnel]") {
  // The bases are scaled so that the rate of all is 1.
  const std::vector<double> counts{310, 290, 402, 250, 330, 280, 295, 470, 300, 305, 260, 340};
  const std::vector<double> bases{300, 310, 320, 290, 310, 300, 305, 330, 290, 300, 310, 320};
  std::vector<FunnelUnit> units;
  double count = 0;
  double base = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    count += counts[i];
    base += bases[i];
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    units.push_back({.name = "", .count = counts[i], .base = bases[i] * count / base});
  }
  const series::Funnel funnel = statistics::funnelOfRates(units, 1);
  CHECK(funnel.centre == Approx(1));
  CHECK(funnel.method ==
        "Poisson limits widened by the spread of the places (Spiegelhalter 2005), which vary 4.1 times as much as "
        "chance");
  const double half = funnel.points[0].upper_95 - 1;
  CHECK(funnel.points[0].lower_95 == Approx(1 - half));
  CHECK(half * half * units[0].base / (1.959964 * 1.959964) == Approx(4.06627355737).epsilon(1e-5));
}

TEST_CASE("why there is no funnel", "[funnel]") {
  std::vector<FunnelUnit> nine = unitsOf(0.2, {});
  nine.pop_back();
  CHECK(statistics::funnelOfShares(nine).reason == "fewer than 10 places with a value");
  CHECK(statistics::funnelOfShares(unitsOf(0, {})).reason == "nothing happened in any place");
  CHECK(statistics::funnelOfShares(unitsOf(1, {})).reason == "every place is at 100%");
}

TEST_CASE("the funnel of a measure is that of its areas, over its longest period", "[funnel]") {
  const base::Month month(2025, 12);
  series::Series series = makeSeries(month, {1});
  CHECK_FALSE(statistics::funnelOf(series, month));
  series.info.nature = measure::kindOf("share").nature;
  series.info.windows.push_back(series::Window::Mrt);
  series.info.breakdowns = {{.id = "category", .label = "Category"}, {.id = "beat", .label = "Beat", .is_area = true}};
  for (int i = 0; i < 11; ++i) {
    series::GroupSeries group;
    group.breakdown = "beat";
    group.group = "Beat " + std::to_string(i);
    series::Cell cell = series::Cell::of(50);
    cell.numerator = 10 + i;
    cell.denominator = 20 + 2 * i;
    group.in(series::Window::Mrt) = {cell};
    series.groups.push_back(group);
  }
  const auto funnel = statistics::funnelOf(series, month);
  REQUIRE(funnel);
  CHECK(funnel->points.size() == 11);
  CHECK(funnel->centre == Approx(50));
  CHECK(funnel->points[2].name == "Beat 2");
}
