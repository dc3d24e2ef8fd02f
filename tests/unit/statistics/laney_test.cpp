// Values: tests/reference/intervals.R, by the formulas of qicharts2.
#include "statistics/limits/laney.hpp"

#include "values.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using statistics::MonthlyShare;

namespace {

using Shares = std::vector<std::optional<MonthlyShare>>;

Shares sharesOf(const std::vector<double>& met, const std::vector<double>& of) {
  Shares shares;
  for (std::size_t i = 0; i < met.size(); ++i) {
    shares.emplace_back(MonthlyShare{.percent = 100 * met[i] / of[i], .of = of[i]});
  }
  return shares;
}

const Shares kShares = sharesOf({430, 512, 389, 601, 455, 478, 520, 390, 610, 580, 420, 505, 298, 530},
                                {520, 610, 470, 690, 560, 590, 600, 480, 720, 660, 540, 600, 500, 610});

series::Limits limitsOf(const Shares& shares, bool laney, bool screened) {
  Values values;
  for (const auto& share : shares) {
    values.push_back(share ? std::optional(share->percent) : std::nullopt);
  }
  const statistics::StepPlan plan{.stretches = {{0, shares.size() - 1, ""}}, .first = 0, .baseline = std::nullopt};
  return statistics::limitsBySteps(values, plan, statistics::shareMethod(shares, laney, screened),
                                   series::Better::Higher);
}

}  // namespace

TEST_CASE("limits of Laney's p' differ with each month's n", "[laney]") {
  const series::Limits limits = limitsOf(kShares, true, true);
  REQUIRE(limits.available);
  const series::LimitsStep& step = limits.steps.at(0);
  CHECK(limits.mean == Approx(82.4294478528).epsilon(1e-10));
  CHECK(step.moving_range == Approx(3.76377434125).epsilon(1e-10));
  REQUIRE(step.lower_by_month.size() == 14);
  CHECK(step.lower_by_month[0] == Approx(65.7236215918).epsilon(1e-10));
  CHECK(step.lower_by_month[8] == Approx(68.2322255035).epsilon(1e-10));
  CHECK(step.upper_by_month[7] == Approx(99.817423113).epsilon(1e-10));
  CHECK(step.upper_by_month[2] == 100);
  CHECK(limits.lower == step.lower_by_month.back());
  CHECK(limits.upper == Approx(97.8537212582).epsilon(1e-10));
  // 298 of 500 is 59.6%, below the 65.39% of its month.
  CHECK(which(limits, [](const auto& p) { return p.outside; }) == Indices{12});
  CHECK(limits.classes[12].variation == series::Variation::Concern);

  const series::Limits unscreened = limitsOf(kShares, true, false);
  CHECK(unscreened.steps.at(0).moving_range == Approx(4.72851151792).epsilon(1e-10));
  CHECK(unscreened.steps.at(0).lower_by_month[12] == Approx(61.0259130026).epsilon(1e-10));
}

TEST_CASE("a plain p chart knows chance only", "[laney]") {
  const series::Limits plain = limitsOf(kShares, false, true);
  CHECK(plain.steps.at(0).lower_by_month[0] == Approx(77.422725793).epsilon(1e-10));
  CHECK(plain.steps.at(0).upper_by_month[12] == Approx(87.5353225492).epsilon(1e-10));
  CHECK(plain.steps.at(0).moving_range == 0);
}

TEST_CASE("a gap has the limits of the month before and breaks the moving ranges", "[laney]") {
  Shares shares = kShares;
  shares[5] = std::nullopt;
  const series::Limits limits = limitsOf(shares, true, true);
  REQUIRE(limits.available);
  CHECK(limits.steps.at(0).lower_by_month[5] == limits.steps.at(0).lower_by_month[4]);
  CHECK(limits.classes[5].variation == series::Variation::Unknown);
  CHECK(limits.points == 13);
}

TEST_CASE("shares that are all or nothing do not vary", "[laney]") {
  for (const double met : {0.0, 20.0}) {
    const series::Limits limits =
        limitsOf(sharesOf(std::vector<double>(12, met), std::vector<double>(12, 20)), true, true);
    CHECK(limits.available);
    CHECK(limits.no_variation);
    CHECK(limits.upper == Approx(met * 5));
  }
  // The same share of the same n in every month, at neither end.
  const series::Limits same = limitsOf(sharesOf(std::vector<double>(12, 5), std::vector<double>(12, 20)), true, true);
  CHECK_FALSE(same.available);
  CHECK(same.reason == "neighbouring months never differ");
}
