// How analyse() puts the methods together.
#include "measure/definition/kinds.hpp"
#include "statistics/analyse.hpp"

#include "cleveland_counts.hpp"
#include "make_series.hpp"
#include "statistics/control_limits.hpp"
#include "statistics/limits/laney.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace boardpack;
using series::Cell;
using series::Reference;
using series::Significance;
using series::Window;

namespace {

const base::Month kMonth(2025, 12);

/// With the rolling totals of its months.
series::Series withMrt(const std::vector<double>& counts) {
  series::Series series = makeSeries(kMonth, counts);
  series.info.windows.push_back(Window::Mrt);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto end = counts.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    series.groups[0]
        .in(Window::Mrt)
        .push_back(i < 11 ? Cell::missing(series::Symbol::NotAvailable, "too early")
                          : Cell::of(std::accumulate(end - 12, end, 0.0)));
  }
  return series;
}

series::Event breakOn(int year, int month, int day) {
  series::Event event;
  event.day = {year, month, day};
  event.kind = series::EventKind::SystemChange;
  event.title = "SAAB replaced";
  return event;
}

}  // namespace

/// z and p as tests/reference/simulate_spread.R has them ("both").
TEST_CASE("Cleveland's 12 months fell by 2.4%, which its months' own spread gives by chance", "[wiring]") {
  const auto analysed = statistics::analyse(withMrt(ClevelandCounts().all_crime), kMonth);
  const series::Comparison* rolling = analysed.force().find(Window::Mrt, Reference::PreviousMrt);
  REQUIRE(rolling != nullptr);
  CHECK(*rolling->change.value == -1796);
  CHECK(*rolling->change_percent.value == Approx(-2.4).margin(0.05));
  CHECK(*rolling->significance.z == Approx(-0.296856).margin(5e-7));
  CHECK(*rolling->significance.p == Approx(0.769361).margin(5e-7));
  CHECK(rolling->significance.verdict == Significance::Verdict::Within);
  CHECK(rolling->significance.method == "two counts, with the spread that the months show");
  const auto interval = analysed.force().intervals[static_cast<std::size_t>(Window::Mrt)];
  REQUIRE(interval);
  CHECK(interval->method == "Byar, with the spread that the months show");
  const auto robbery = statistics::analyse(withMrt(ClevelandCounts().robbery), kMonth);
  const Significance& of_robbery = robbery.force().find(Window::Mrt, Reference::PreviousMrt)->significance;
  CHECK(*of_robbery.z == Approx(1.789795).margin(5e-7));
  CHECK(*of_robbery.p == Approx(0.087262).margin(5e-7));
  CHECK(of_robbery.verdict == Significance::Verdict::Within);
}

TEST_CASE("what is no count or share is not tested", "[wiring]") {
  series::Series series = withMrt(ClevelandCounts().all_crime);
  series.info.nature = measure::kindOf("median").nature;
  const auto verdict = [](const series::Series& of) {
    return statistics::analyse(of, kMonth).force().find(Window::Month, Reference::PreviousMonth)->significance;
  };
  CHECK(verdict(series).verdict == Significance::Verdict::CannotTell);
  CHECK(verdict(series).reason == "a median is not tested");
  series.info.nature = measure::kindOf("figure").nature;
  CHECK(verdict(series).verdict == Significance::Verdict::NotTested);
  const auto young = statistics::analyse(makeSeries(kMonth, std::vector<double>(20, 50)), kMonth);
  CHECK(young.force().find(Window::Month, Reference::PreviousMonth)->significance.verdict ==
        Significance::Verdict::CannotTell);
}

TEST_CASE("where the months of the year differ, one is not tested against another", "[wiring]") {
  std::vector<double> months;
  for (std::size_t i = 0; i < 48; ++i) {
    months.push_back(500 + (i % 12 < 6 ? 150 : -150) + static_cast<double>(i * 7 % 11));
  }
  const auto analysed = statistics::analyse(makeSeries(kMonth, months), kMonth);
  REQUIRE(analysed.force().season.strong);
  const auto verdict = [&](Reference reference) {
    return analysed.force().find(Window::Month, reference)->significance;
  };
  CHECK(verdict(Reference::PreviousMonth).verdict == Significance::Verdict::CannotTell);
  CHECK(verdict(Reference::PreviousMonth).reason ==
        "the months of the year differ as a rule, so one is not tested against another");
  CHECK(verdict(Reference::SameMonthLastYear).verdict == Significance::Verdict::Within);
}

TEST_CASE("values of 1 and 0 have changes and nothing else", "[wiring]") {
  std::vector<double> months(48, 0);
  for (std::size_t i = 0; i < months.size(); i += 3) {
    months[i] = 1;
  }
  months[46] = 1;
  series::Series series = makeSeries(kMonth, months);
  series.info.nature = measure::kindOf("derive").nature;
  series.info.nature.is_truth = true;
  series.info.nature.untested = series::kTruthReason;
  for (series::Cell& cell : series.groups[0].in(Window::Month)) {
    cell.least_behind = 500;
  }
  const series::GroupAnalysis force = statistics::analyse(series, kMonth).force();
  const std::string why = "its values are 1 or 0: whether something holds, and not how much";
  CHECK_FALSE(force.limits.available);
  CHECK(force.limits.reason == why);
  CHECK_FALSE(force.season.tested);
  CHECK(force.season.reason == why);
  CHECK_FALSE(force.change_points.tested);
  CHECK(force.change_points.reason == why);
  CHECK_FALSE(force.forecast.available);
  CHECK(force.forecast.reason == why);
  const series::Comparison* change = force.find(Window::Month, Reference::PreviousMonth);
  CHECK(change->change.value == -1.0);
  CHECK(change->change_percent.reason == why);
  CHECK(change->significance.verdict == Significance::Verdict::CannotTell);
  CHECK(change->significance.reason == why);
}

TEST_CASE("a break steps the limits and forbids comparisons across it", "[wiring]") {
  series::Series series = withMrt(ClevelandCounts().all_crime);
  series.events = {breakOn(2024, 11, 14)};
  const auto analysed = statistics::analyse(series, kMonth);
  const series::GroupAnalysis& force = analysed.force();
  CHECK(force.limits.steps.size() == 2);
  CHECK(force.limits.steps.back().because == "SAAB replaced");
  CHECK(force.limits.steps.back().first == 23);  // December 2024
  CHECK(force.find(Window::Mrt, Reference::PreviousMrt)->change.symbol == series::Symbol::NotApplicable);
  CHECK(force.find(Window::Month, Reference::SameMonthLastYear)->change.has());

  SECTION("a latest month that is mixed has no variation and no verdict on the target") {
    series.events = {breakOn(2025, 12, 9)};
    series.info.better = series::Better::Lower;
    series.info.targets = {{{}, 9000}};
    const auto mixed = statistics::analyse(series, kMonth);
    CHECK(mixed.force().limits.available);
    CHECK(mixed.force().variation == series::Variation::Unknown);
    CHECK(mixed.force().assurance == series::Assurance::None);
    CHECK(statistics::analyse(withMrt(ClevelandCounts().all_crime), kMonth).force().limits.steps.size() == 1);
  }
}

TEST_CASE("months of unequal length are told as the mean of a day", "[wiring]") {
  // Ten a day in every month: the months differ, their days do not.
  std::vector<double> counts;
  for (int i = 0; i < 36; ++i) {
    counts.push_back(10 * (base::Month(2023, 1) + i).lastDay().day);
  }
  series::Series series = makeSeries(kMonth, counts);
  CHECK_FALSE(statistics::analyse(series, kMonth).force().limits.no_variation);
  series.info.per_day = true;
  series.info.better = series::Better::Lower;
  series.info.targets = {{{}, 341}};
  const auto analysed = statistics::analyse(series, kMonth);
  CHECK(analysed.force().limits.no_variation);
  CHECK(analysed.force().limits.mean == Approx(10));
  CHECK(analysed.force().limits.looked_at == statistics::kMeanOfADay);
  // 341 in December are 11 a day.
  CHECK(analysed.force().assurance == series::Assurance::ConsistentlyPassing);
  // 310 after 300: the days explain it.
  const auto* month = analysed.force().find(Window::Month, Reference::PreviousMonth);
  CHECK(*month->significance.z == Approx(0).margin(1e-9));
}

TEST_CASE("differences from a year before do not reach over a break", "[wiring]") {
  const series::Series series = makeSeries(kMonth, ClevelandCounts().robbery);
  const statistics::Looked months = statistics::monthsLookedAt(series, series.force());
  const statistics::Looked whole = statistics::differencesOf(months, {{0, 35, ""}});
  CHECK_FALSE(whole.values[11]);
  CHECK(*whole.values[12] == *months.values[12] - *months.values[0]);
  CHECK(std::string(whole.at) == statistics::kYearOnYear);
  const statistics::Looked cut = statistics::differencesOf(months, {{0, 13, ""}, {15, 35, "a break"}});
  CHECK(cut.values[13]);
  CHECK_FALSE(cut.values[14]);
  CHECK_FALSE(cut.values[26]);
  CHECK(*cut.values[27] == *months.values[27] - *months.values[15]);
  const series::Limits limits = statistics::limitsOf(series, series.force(), whole, {{0, 35, ""}});
  CHECK(limits.first == 12);
  CHECK(limits.points == 24);
  CHECK(limits.looked_at == statistics::kYearOnYear);
}

TEST_CASE("a share of large n has the limits of Laney's p'", "[wiring]") {
  series::Series series = makeSeries(kMonth, std::vector<double>(24, 80));
  series.info.nature = measure::kindOf("share").nature;
  series.info.unit = "%";
  series.info.limits.laney = true;
  std::vector<Cell>& cells = series.groups[0].in(Window::Month);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    cells[i].value = 80 + static_cast<double>(i % 3);
    cells[i].denominator = 5000 + 100 * static_cast<double>(i);
  }
  const series::Limits limits = statistics::analyse(series, kMonth).force().limits;
  REQUIRE(limits.available);
  CHECK(limits.rule_set == statistics::kLaneyRuleSet);
  REQUIRE(limits.steps.at(0).lower_by_month.size() == 24);
  CHECK(limits.steps.at(0).lower_by_month[0] < limits.steps.at(0).lower_by_month[23]);
}

TEST_CASE("neighbouring months that share months have no limits and no test", "[wiring]") {
  series::Series series = makeSeries(kMonth, ClevelandCounts().all_crime);
  series.info.nature.months_overlap = true;
  const auto analysed = statistics::analyse(series, kMonth);
  CHECK(analysed.force().limits.reason == "neighbouring monthly values share months");
  CHECK(analysed.force().find(Window::Month, Reference::PreviousMonth)->significance.verdict ==
        Significance::Verdict::CannotTell);
}

TEST_CASE("a measure that is told for an earlier month ends there", "[wiring]") {
  series::Series series = makeSeries(kMonth, ClevelandCounts().robbery);
  series.own_month = base::Month(2025, 10);
  const auto analysed = statistics::analyse(series, kMonth);
  CHECK(analysed.series.months.back() == base::Month(2025, 10));
  CHECK(analysed.force().find(Window::Month, Reference::PreviousMonth)->reference_period == base::Month(2025, 9));
}

TEST_CASE("the target that holds in the month is judged", "[wiring]") {
  series::Series series = makeSeries(kMonth, ClevelandCounts().robbery);
  series.info.better = series::Better::Lower;
  series.info.targets = {{base::Month(2025, 1), 1.0}, {base::Month(2025, 12), 900.0}};
  CHECK(statistics::analyse(series, kMonth).force().assurance == series::Assurance::ConsistentlyPassing);
  series.info.targets[1].value = std::nullopt;
  CHECK(statistics::analyse(series, kMonth).force().assurance == series::Assurance::None);
}
