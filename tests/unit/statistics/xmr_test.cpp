// Expected numbers: REFERENCE vectors recomputed in exact fractions by tests/reference/xmr.py.
#include "statistics/limits/individuals.hpp"

#include "values.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <utility>

using namespace boardpack;
using statistics::assurance;
using statistics::xmr;
using statistics::XmrOptions;

namespace {

const Values kGolden{52, 48, 55, 50, 47, 53, 49, 51, 54, 46, 50, 52, 48, 75, 51, 49};
const Values kDeviations{1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
constexpr XmrOptions kUnscreened{.screen_moving_ranges = false, .better = series::Better::Neither};

}  // namespace

TEST_CASE("limits of the reference vector, screened and not", "[xmr]") {
  const series::Limits screened = xmr(kGolden, {});
  CHECK(screened.available);
  CHECK(screened.mean == Approx(51.875));
  CHECK(screened.moving_range == Approx(4.153846).epsilon(1e-6));
  CHECK(screened.lower == Approx(40.825769).epsilon(1e-7));
  CHECK(screened.upper == Approx(62.924231).epsilon(1e-7));
  CHECK(screened.near_lower == Approx(44.508846).epsilon(1e-7));
  CHECK(screened.near_upper == Approx(59.241154).epsilon(1e-7));
  CHECK(which(screened, [](const auto& p) { return p.outside; }) == Indices{13});
  CHECK(screened.rule_set == statistics::kXmrRuleSet);
  CHECK(screened.points == 16);

  const series::Limits unscreened = xmr(kGolden, kUnscreened);
  CHECK(unscreened.moving_range == Approx(7.0));
  CHECK(unscreened.lower == Approx(33.255));
  CHECK(unscreened.upper == Approx(70.495));
  CHECK(unscreened.near_lower == Approx(39.461667).epsilon(1e-7));
  CHECK(unscreened.near_upper == Approx(64.288333).epsilon(1e-7));
  CHECK(which(unscreened, [](const auto& p) { return p.outside; }) == Indices{13});
  CHECK(unscreened.rule_set != screened.rule_set);
}

TEST_CASE("limits as the NHS package's page on its deviations prints them", "[xmr]") {
  const series::Limits screened = xmr(kDeviations, {});
  CHECK(screened.upper == Approx(4.60).margin(0.005));
  CHECK(screened.mean == Approx(1.94).margin(0.005));
  CHECK(screened.lower == Approx(-0.72).margin(0.005));
  const series::Limits unscreened = xmr(kDeviations, kUnscreened);
  CHECK(unscreened.upper == Approx(6.95).margin(0.005));
  CHECK(unscreened.mean == Approx(1.94).margin(0.005));
  CHECK(unscreened.lower == Approx(-3.06).margin(0.005));
}

TEST_CASE("limits are never cut at 0", "[xmr]") { CHECK(xmr(kDeviations, {}).lower < 0); }

TEST_CASE("a constant series has its value as limits and no signals", "[xmr]") {
  const series::Limits limits = xmr(Values(24, 0.0), {});
  CHECK(limits.available);
  CHECK(limits.no_variation);
  CHECK(limits.mean == 0);
  CHECK(limits.lower == 0);
  CHECK(limits.upper == 0);
  CHECK(which(limits, [](const auto& p) { return p.cause != series::SpecialCause::None; }).empty());
}

TEST_CASE("a series most of whose months are equal to the month before has no limits", "[xmr]") {
  const auto level = [](std::initializer_list<std::pair<std::size_t, double>> stretches) {
    Values values;
    for (const auto& [months, value] : stretches) {
      values.insert(values.end(), months, value);
    }
    return values;
  };
  // A level that steps by one, by any amount and more than once, one odd month, and hundredths of a per cent.
  for (const Values& values :
       {level({{20, 20.0}, {16, 21.0}}), level({{20, 20.0}, {16, 60.0}}), level({{12, 20.0}, {12, 21.0}, {12, 60.0}}),
        level({{19, 5.0}, {1, 6.0}}), level({{18, 20.0}, {1, 500.0}, {17, 20.0}}), level({{20, 92.5}, {16, 92.51}}),
        level({{19, -3.0}, {17, 4.0}}), level({{18, 0.0}, {18, 1e6}}), level({{20, 1.0 / 3.0}, {16, 2.0 / 3.0}})}) {
    for (const XmrOptions& options : {XmrOptions{}, kUnscreened}) {
      const series::Limits limits = xmr(values, options);
      CHECK_FALSE(limits.available);
      CHECK(limits.symbol == series::Symbol::NotAvailable);
      CHECK(limits.reason == "most months are equal to the month before, so nothing tells how far they vary");
      CHECK(limits.classes.empty());
    }
  }
  // Half of them, and no more: 0 1 0 1 … of 13 ranges 6 are 0.
  const series::Limits limits = xmr(Values{20, 21, 21, 20, 20, 21, 21, 20, 20, 21, 21, 20, 20, 21}, kUnscreened);
  CHECK(limits.available);
  CHECK(limits.moving_range == Approx(7.0 / 13));
  CHECK(which(limits, [](const auto& p) { return p.outside; }).empty());
}

TEST_CASE("counts by chance are hardly ever so level", "[xmr]") {
  // Of two Poisson counts of mean 5 the chance to be equal is 0.128 (exp(-10) I0(10)): 18 or more of 35 come once in
  // some 20,000,000 series. Here 4,000 series by a generator of its own.
  std::uint64_t state = 20210701;
  const auto uniform = [&state] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<double>(state >> 11) / 9007199254740992.0;
  };
  int refused = 0;
  for (int series = 0; series < 4000; ++series) {
    Values values;
    for (int month = 0; month < 36; ++month) {
      int count = 0;
      for (double product = uniform(); product > std::exp(-5.0); product *= uniform()) {
        ++count;
      }
      values.push_back(count);
    }
    refused += xmr(values, {}).available ? 0 : 1;
  }
  CHECK(refused == 0);
}

TEST_CASE("no moving range reaches across a gap", "[xmr]") {
  const Values values{10, 12, kGap, 20, 22, 11, 13, 12, 10, 12, 11, 13, 12};
  const series::Limits unscreened = xmr(values, kUnscreened);
  CHECK(unscreened.moving_range == Approx(2.6));
  CHECK(unscreened.mean == Approx(13.166667).epsilon(1e-7));
  CHECK(unscreened.points == 12);
  CHECK(unscreened.classes.size() == 13);
  CHECK(unscreened.classes[2].variation == series::Variation::Unknown);
  CHECK(which(unscreened, [](const auto& p) { return p.outside; }) == Indices{4});
  CHECK(xmr(values, {}).moving_range == Approx(1.666667).epsilon(1e-6));
}

TEST_CASE("without values, neighbours or differences between them there are no limits", "[xmr]") {
  CHECK_FALSE(xmr(Values{}, {}).available);
  CHECK_FALSE(xmr(Values{kGap, kGap}, {}).available);
  CHECK(xmr(Values{1, kGap, 2, kGap, 3}, {}).reason == "no two months in a row have a value");
  CHECK(xmr(Values{5, 5, kGap, 6, 6}, {}).reason == "neighbouring months never differ");
  const series::Limits one = xmr(Values{7}, {});
  CHECK(one.available);
  CHECK(one.no_variation);
}

TEST_CASE("what limits promise of a target", "[xmr]") {
  using series::Assurance;
  using series::Better;
  const series::Limits limits = xmr(kGolden, {});
  CHECK(assurance(limits, 70, Better::Higher) == Assurance::ConsistentlyFailing);
  CHECK(assurance(limits, 70, Better::Lower) == Assurance::ConsistentlyPassing);
  CHECK(assurance(limits, 30, Better::Higher) == Assurance::ConsistentlyPassing);
  CHECK(assurance(limits, 30, Better::Lower) == Assurance::ConsistentlyFailing);
  CHECK(assurance(limits, 50, Better::Higher) == Assurance::HitAndMiss);
  CHECK(assurance(limits, limits.upper, Better::Higher) == Assurance::HitAndMiss);
  CHECK(assurance(limits, limits.lower, Better::Lower) == Assurance::HitAndMiss);
  CHECK(assurance(limits, 70, Better::Neither) == Assurance::None);
  CHECK(assurance(limits, std::nullopt, Better::Higher) == Assurance::None);
  CHECK(assurance(series::Limits{}, 70, Better::Higher) == Assurance::None);
}
