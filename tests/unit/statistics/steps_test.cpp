// The golden vector and its limits: tests/reference/xmr.py. Steps and baselines of many series:
// nhsrplotthedots_test.cpp.
#include "statistics/limits/steps.hpp"

#include "statistics/limits/individuals.hpp"
#include "values.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Variation;
using statistics::IndexRange;
using statistics::StepPlan;

namespace {

const Values kGolden{52, 48, 55, 50, 47, 53, 49, 51, 54, 46, 50, 52, 48, 75, 51, 49};

series::Limits limitsOf(const Values& values, const StepPlan& plan) {
  return statistics::limitsBySteps(values, plan, statistics::xmrMethod(values, true), series::Better::Lower);
}

Values joined(Values first, const Values& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace

TEST_CASE("the latest stretch's limits are the series'", "[steps]") {
  const Values values = joined(repeated(10, {100, 120}, {}), kGolden);
  const series::Limits limits =
      limitsOf(values, {.stretches = {{0, 19, ""}, {20, 35, "SAAB replaced"}}, .first = 0, .baseline = std::nullopt});
  REQUIRE(limits.available);
  CHECK(limits.mean == Approx(51.875));
  CHECK(limits.lower == Approx(40.825769).epsilon(1e-7));
  REQUIRE(limits.steps.size() == 2);
  CHECK(limits.steps[0].mean == Approx(110));
  CHECK(limits.steps[0].moving_range == Approx(20));
  CHECK_FALSE(limits.steps[0].trial);
  CHECK(limits.steps[1].because == "SAAB replaced");
  CHECK(limits.steps[1].points == 16);
  CHECK(limits.stepAt(19) == &limits.steps[0]);
  CHECK(limits.stepAt(20) == &limits.steps[1]);
  CHECK(limits.points == 36);
}

TEST_CASE("runs, trends and moving ranges end at a break", "[steps]") {
  // Four rising before, four rising after: seven in a row rise, but no stretch has seven.
  const Values values{50, 52, 48, 51, 49, 40, 41, 42, 43, 44, 45, 46, 47, 30, 33, 30};
  const series::Limits limits =
      limitsOf(values, {.stretches = {{0, 8, ""}, {9, 15, "a step"}}, .first = 0, .baseline = std::nullopt});
  REQUIRE(limits.available);
  for (const series::PointClass& point : limits.classes) {
    CHECK_FALSE(point.trend);
    CHECK_FALSE(point.shift);
  }
  const series::Limits whole = limitsOf(values, {.stretches = {{0, 15, ""}}, .first = 0, .baseline = std::nullopt});
  CHECK(whole.classes[8].trend);
}

TEST_CASE("a mixed month is judged by no limits", "[steps]") {
  const Values values = joined(repeated(6, {100, 120}, {500}), kGolden);
  const series::Limits limits =
      limitsOf(values, {.stretches = {{0, 11, ""}, {13, 28, "a break"}}, .first = 0, .baseline = std::nullopt});
  REQUIRE(limits.available);
  CHECK(limits.classes[12].variation == Variation::Unknown);
  CHECK_FALSE(limits.classes[12].outside);
  CHECK(limits.stepAt(12) == nullptr);
  CHECK(limits.steps[0].upper < 500);
}

TEST_CASE("short stretches beside a break have trial limits from six months, and none below", "[steps]") {
  const auto after = [](int months) {
    const Values values = joined(kGolden, Values(static_cast<std::size_t>(months), 60.0));
    Values varied = values;
    for (std::size_t i = 16; i < varied.size(); i += 2) {
      varied[i] = 64.0;
    }
    return limitsOf(
        varied,
        {.stretches = {{0, 15, ""}, {16, varied.size() - 1, "SAAB replaced"}}, .first = 0, .baseline = std::nullopt});
  };
  const series::Limits six = after(6);
  REQUIRE(six.available);
  CHECK(six.steps.back().trial);
  CHECK(six.mean == Approx(62));
  CHECK_FALSE(after(12).steps.back().trial);
  CHECK(after(11).steps.back().trial);

  const series::Limits five = after(5);
  CHECK_FALSE(five.available);
  CHECK(five.reason == "fewer than 6 months with a value since limits begin anew (SAAB replaced)");
  CHECK(five.symbol == series::Symbol::NotAvailable);
  CHECK(five.steps.size() == 1);  // those before the break can still be drawn
  CHECK(five.classes.empty());
}

TEST_CASE("a short stretch between two breaks has no limits; its months stay unknown", "[steps]") {
  const Values values = joined(joined(kGolden, Values{9, 90, 9}), kGolden);
  const series::Limits limits = limitsOf(
      values, {.stretches = {{0, 15, ""}, {16, 18, "one"}, {19, 34, "two"}}, .first = 0, .baseline = std::nullopt});
  REQUIRE(limits.available);
  CHECK(limits.steps.size() == 2);
  CHECK(limits.classes[17].variation == Variation::Unknown);
  CHECK(limits.stepAt(17) == nullptr);
}

TEST_CASE("a baseline fixes the limits of the stretch it lies in", "[steps]") {
  // 12 months of the golden vector, then a rise: the limits stay those of the first 12.
  const Values first(kGolden.begin(), kGolden.begin() + 12);
  const Values values = joined(first, Values(12, 80.0));
  const series::Limits fixed =
      limitsOf(values, {.stretches = {{0, 23, ""}}, .first = 0, .baseline = IndexRange{0, 11}});
  const series::Limits of_first = statistics::xmr(first, {});
  REQUIRE(fixed.available);
  CHECK(fixed.upper == Approx(of_first.upper));
  CHECK(fixed.steps[0].points == 12);
  CHECK(fixed.classes[23].outside);

  SECTION("also before the months that are judged") {
    const series::Limits later =
        limitsOf(values, {.stretches = {{0, 23, ""}}, .first = 12, .baseline = IndexRange{0, 11}});
    CHECK(later.upper == Approx(of_first.upper));
    CHECK(later.classes.size() == 12);
    CHECK(later.steps[0].first == 12);
  }
  SECTION("a later stretch has its own") {
    Values after = values;
    for (std::size_t i = 13; i < 24; i += 2) {
      after[i] = 82.0;
    }
    const series::Limits anew =
        limitsOf(after, {.stretches = {{0, 11, ""}, {12, 23, "a break"}}, .first = 0, .baseline = IndexRange{0, 11}});
    CHECK(anew.mean == Approx(81.0));
    CHECK(anew.steps[0].upper == Approx(of_first.upper));
  }
  SECTION("it needs 12 values, and no break in it") {
    const series::Limits short_one =
        limitsOf(values, {.stretches = {{0, 23, ""}}, .first = 0, .baseline = IndexRange{0, 10}});
    CHECK(short_one.reason == "the baseline has fewer than 12 months with a value");
    const series::Limits cut =
        limitsOf(values, {.stretches = {{0, 5, ""}, {6, 23, "a break"}}, .first = 0, .baseline = IndexRange{0, 11}});
    CHECK_FALSE(cut.available);
    CHECK(cut.reason == "a break cuts the baseline");
    CHECK(cut.symbol == series::Symbol::NotApplicable);
  }
  SECTION("one that never varies judges nothing but its own value") {
    const Values constant = joined(Values(12, 3.0), Values(6, 4.0));
    const series::Limits judged =
        limitsOf(constant, {.stretches = {{0, 17, ""}}, .first = 0, .baseline = IndexRange{0, 11}});
    CHECK(judged.reason == "the months of the baseline never differ");
    const series::Limits same =
        limitsOf(Values(18, 3.0), {.stretches = {{0, 17, ""}}, .first = 0, .baseline = IndexRange{0, 11}});
    CHECK(same.no_variation);
  }
}
