// Values of R's forecast: tests/reference/monthly_series.R.
#include "statistics/trend/forecast.hpp"
#include "measure/definition/kinds.hpp"
#include "statistics/trend/level_smoothing.hpp"
#include "statistics/trend/stl.hpp"

#include "make_series.hpp"
#include "reference_values.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace boardpack;
using statistics::forecastOf;

namespace {

/// A count whose last value is of `last`.
series::Forecast forecast(const std::vector<double>& values, base::Month last,
                          const std::vector<const series::Event*>& breaks = {}) {
  const series::Series made = makeSeries(last, values);
  return forecastOf(made, made.force(), last, breaks);
}

}  // namespace

TEST_CASE("exponential smoothing as R's ets(model = ANN) fits it", "[forecast]") {
  for (const auto& [name, reference] : monthlySeriesReference()) {
    INFO(name);
    std::vector<double> values = reference.at("value");
    const auto parts = statistics::decompose(values);
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] -= parts.season[i];
    }
    const auto fit = statistics::smoothLevel(values);
    const double squares = reference.at("sum_of_squares").front();
    // Never a worse fit than R's search, and next to it.
    CHECK(fit.sum_of_squares <= squares * (1 + 1e-9));
    CHECK(fit.sum_of_squares == Approx(squares).epsilon(1e-3));
    CHECK(fit.alpha == Approx(reference.at("alpha").front()).margin(2e-2));
    CHECK(fit.level == Approx(reference.at("level").front()).epsilon(2e-3));
  }
}

TEST_CASE("a year to March: so far, and what stlf forecasts for the months left", "[forecast]") {
  for (const auto& [name, reference] : monthlySeriesReference()) {
    const std::vector<double>& values = reference.at("value");
    for (int month = 4; month <= 14; ++month) {
      INFO(name << " " << month);
      const base::Month last = base::Month(2025, 1) + (month - 1);
      const std::size_t so_far = static_cast<std::size_t>(month - 3);
      const auto made = forecast(values, last);
      REQUIRE(made.available);
      CHECK(made.months_left == static_cast<int>(12 - so_far));
      CHECK(made.so_far == Approx(std::accumulate(values.end() - static_cast<long>(so_far), values.end(), 0.0)));
      CHECK(made.value - made.so_far == Approx(reference.at("forecast")[11 - so_far]).epsilon(2e-3));
      CHECK(made.lower < made.value);
      CHECK(made.upper > made.value);
      CHECK(made.lower >= made.so_far);
    }
  }
}

TEST_CASE("the interval of an even series is that of its own spread", "[forecast]") {
  // 36 months of 100, then a season without any: only what chance gives to counts is left, one a month of variance 100,
  // a month's share of the season known from three years, and the level from 36 months.
  const auto made = forecast(std::vector<double>(36, 100.0), base::Month(2025, 12));
  REQUIRE(made.available);
  CHECK(made.value == Approx(1200));
  // Student's t of 23 degrees of freedom: 2.0686576. Variance 100 × (3 + 3 × 12/36 + 9 × 1/36), alpha next to 0.
  CHECK(made.upper - made.value == Approx(2.0686576 * std::sqrt(425.0)).epsilon(2e-3));
}

TEST_CASE("what has no forecast, and why", "[forecast]") {
  const std::vector<double> long_enough(40, 100.0);
  CHECK(forecast(std::vector<double>(35, 100.0), base::Month(2025, 12)).reason ==
        "fewer than 36 months on end have a value");
  CHECK(forecast(long_enough, base::Month(2025, 3)).reason == "the financial year has ended");
  CHECK(forecast(std::vector<double>(40, 4.9), base::Month(2025, 12)).reason == "an average under 5 a month");
  CHECK(forecast(std::vector<double>(40, 0.0), base::Month(2025, 12)).reason == "an average under 5 a month");

  series::Series share = makeSeries(base::Month(2025, 12), long_enough);
  share.info.nature = measure::kindOf("share").nature;
  CHECK(forecastOf(share, share.force(), base::Month(2025, 12), {}).reason == "its months do not add up to a year");

  series::Series gap = makeSeries(base::Month(2025, 12), long_enough);
  gap.groups.front().in(series::Window::Month).back() = series::Cell::missing(series::Symbol::NotAvailable, "none");
  CHECK_FALSE(forecastOf(gap, gap.force(), base::Month(2025, 12), {}).available);
}

TEST_CASE("months before a break are no history", "[forecast]") {
  series::Event event;
  event.kind = series::EventKind::RecordingChange;
  event.title = "counting rules";
  event.day = {2024, 6, 15};
  const auto made = forecast(std::vector<double>(48, 100.0), base::Month(2025, 12), {&event});
  CHECK_FALSE(made.available);
  CHECK(made.reason == "fewer than 36 months on end have a value since 15 June 2024 (counting rules)");
  event.day = {2022, 6, 15};
  CHECK(forecast(std::vector<double>(48, 100.0), base::Month(2025, 12), {&event}).available);
}
