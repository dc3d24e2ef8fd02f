// Values of R: tests/reference/monthly_series.R.
#include "statistics/trend/season.hpp"
#include "statistics/trend/stl.hpp"

#include "reference_values.hpp"
#include "values.hpp"

#include <catch2/catch.hpp>

using boardpack::statistics::decompose;
using boardpack::statistics::seasonOf;

namespace {

Values asMonths(const std::vector<double>& values) { return {values.begin(), values.end()}; }

}  // namespace

TEST_CASE("a series taken apart as R's stl does", "[season]") {
  for (const char* name : {"accidental_deaths", "nottingham", "no_season"}) {
    INFO(name);
    const auto& reference = monthlySeriesReference().at(name);
    const auto parts = decompose(reference.at("value"));
    const auto& season = reference.at("season");
    const auto& trend = reference.at("trend");
    REQUIRE(parts.season.size() == season.size());
    for (std::size_t i = 0; i < season.size(); ++i) {
      CHECK(parts.season[i] == Approx(season[i]).epsilon(1e-9).margin(1e-9));
      CHECK(parts.trend[i] == Approx(trend[i]).epsilon(1e-9));
      CHECK(parts.season[i] + parts.trend[i] + parts.remainder[i] == Approx(reference.at("value")[i]));
    }
  }
}

TEST_CASE("strength of seasonality and its test as R gives them", "[season]") {
  for (const auto& [name, reference] : monthlySeriesReference()) {
    INFO(name);
    const auto season = seasonOf(asMonths(reference.at("value")));
    REQUIRE(season.tested);
    CHECK(*season.strength == Approx(reference.at("strength").front()).epsilon(1e-8));
    CHECK(*season.p == Approx(reference.at("kruskal_p").front()).epsilon(1e-8));
  }
}

TEST_CASE("which of them have a strong season", "[season]") {
  const auto isStrong = [](const char* name) {
    return seasonOf(asMonths(monthlySeriesReference().at(name).at("value"))).strong;
  };
  CHECK(isStrong("accidental_deaths"));
  CHECK(isStrong("nottingham"));
  CHECK(isStrong("lung_deaths"));
  CHECK(isStrong("drivers"));
  CHECK_FALSE(isStrong("nile"));
  CHECK_FALSE(isStrong("lake_huron"));
  CHECK_FALSE(isStrong("no_season"));
  CHECK_FALSE(isStrong("step"));
}

TEST_CASE("no season is told of too little", "[season]") {
  CHECK(seasonOf(Values{}).reason == "fewer than 36 months on end have a value");
  CHECK_FALSE(seasonOf(Values(35, 1.0)).tested);
  Values gap = asMonths(monthlySeriesReference().at("nottingham").at("value"));
  gap[30] = kGap;
  CHECK(seasonOf(gap).reason == "fewer than 36 months on end have a value");
}

TEST_CASE("of months on end the latest are taken, also before a gap at the end", "[season]") {
  const auto& all = monthlySeriesReference().at("accidental_deaths");
  Values months = asMonths(all.at("value"));
  months.push_back(kGap);
  CHECK(*seasonOf(months).strength == Approx(all.at("strength").front()).epsilon(1e-8));
  // Three months and a gap before the series change nothing.
  Values later{1.0, 2.0, 3.0, kGap};
  later.insert(later.end(), months.begin(), months.end());
  CHECK(*seasonOf(later).strength == Approx(all.at("strength").front()).epsilon(1e-8));
}

TEST_CASE("a constant series and a straight line have no season", "[season]") {
  const auto constant = seasonOf(Values(40, 0.0));
  CHECK_FALSE(constant.tested);
  CHECK(constant.reason == "the value is the same in every month");
  Values line;
  for (int i = 0; i < 48; ++i) {
    line.emplace_back(0.1 * i);
  }
  const auto straight = seasonOf(line);
  CHECK(straight.tested);
  CHECK(*straight.strength == 0);
  CHECK_FALSE(straight.strong);
}
