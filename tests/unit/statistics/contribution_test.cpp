#include "statistics/change/contribution.hpp"
#include "measure/definition/kinds.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Cell;
using series::Window;

namespace {

const base::Month kMonth(2025, 12);

struct Both {
  std::string group;
  Cell before, now;
  std::string parent = {};
};

Cell ratio(double top, double bottom, double scale) {
  Cell cell = bottom == 0 ? Cell::missing(series::Symbol::NotApplicable, "no rows to take a share of")
                          : Cell::of(scale * top / bottom);
  cell.numerator = top;
  cell.denominator = bottom;
  return cell;
}

/// 12 months against the 12 before, the force first, then groups of "district".
series::Analysed measureOf(const char* kind, const std::vector<Both>& rows) {
  series::Analysed made;
  made.series.info.nature = measure::kindOf(kind).nature;
  made.series.info.windows = {Window::Month, Window::Mrt};
  made.series.info.breakdowns = {{.id = "district", .label = "District"}};
  made.series.months = {kMonth};
  for (const Both& row : rows) {
    series::GroupSeries group;
    group.breakdown = row.group.empty() ? "" : "district";
    group.group = row.group;
    group.parent = row.parent;
    group.in(Window::Mrt) = {row.now};
    made.series.groups.push_back(group);
    series::GroupAnalysis analysis;
    series::Comparison comparison;
    comparison.window = Window::Mrt;
    comparison.reference = series::Reference::PreviousMrt;
    comparison.before = row.before;
    comparison.change = row.now.has() && row.before.has()
                            ? Cell::of(*row.now.value - *row.before.value)
                            : Cell::missing(series::Symbol::NotAvailable, "no extract covers March 2024");
    analysis.comparisons = {comparison};
    made.groups.push_back(analysis);
  }
  return made;
}

}  // namespace

TEST_CASE("the parts of a change of counts add up to it, the largest first", "[contribution]") {
  const auto made = statistics::contributionsOf(measureOf("count", {{"", Cell::of(4000), Cell::of(4633)},
                                                                    {"Robbery", Cell::of(500), Cell::of(450)},
                                                                    {"Shoplifting", Cell::of(1500), Cell::of(1912)},
                                                                    {"Violence", Cell::of(2000), Cell::of(2271)}}),
                                                kMonth);
  REQUIRE(made.size() == 1);
  CHECK(made[0].change == 633);
  CHECK_FALSE(made[0].is_rate);
  REQUIRE(made[0].parts.size() == 3);
  CHECK(made[0].parts[0].group == "Shoplifting");
  CHECK(made[0].parts[0].change == 412);
  CHECK(made[0].parts[1].change == 271);
  CHECK(made[0].parts[2].change == -50);
  CHECK(made[0].rest == 0);  // all three are named
  double sum = 0;
  for (const auto& part : made[0].parts) {
    sum += part.change;
  }
  CHECK(sum == made[0].change);
}

TEST_CASE("groups that do not add up are no parts", "[contribution]") {
  const auto made = statistics::contributionsOf(measureOf("count", {{"", Cell::of(100), Cell::of(120)},
                                                                    {"A", Cell::of(80), Cell::of(90)},
                                                                    {"B", Cell::of(30), Cell::of(40)}}),
                                                kMonth);
  CHECK(made[0].parts.empty());
  CHECK(made[0].reason == "the groups do not add up to the whole");
}

TEST_CASE("what cannot be compared has no parts, with the comparison's reason", "[contribution]") {
  const Cell missing = Cell::missing(series::Symbol::NotAvailable, "no extract covers March 2024");
  const auto whole = statistics::contributionsOf(
      measureOf("count", {{"", missing, Cell::of(120)}, {"A", Cell::of(80), Cell::of(120)}}), kMonth);
  CHECK(whole[0].reason == "no extract covers March 2024");
  const auto part = statistics::contributionsOf(
      measureOf("count", {{"", Cell::of(100), Cell::of(120)}, {"A", missing, Cell::of(120)}}), kMonth);
  CHECK(part[0].reason == "a group has no value for both periods: A");
}

TEST_CASE("a share that changed by mix alone", "[contribution]") {
  // Hand: A answers 90%, B 50% in both years; A's part of the calls goes from 100 of 200 to 150 of 200. The force goes
  // from 70% to 80%. Shares of the base: A 0.5 to 0.75, B 0.5 to 0.25; the force's mean of both years is 75%.
  // A: 0.25 × (90 − 75) = 3.75; B: −0.25 × (50 − 75) = 6.25. Together 10.
  const auto made = statistics::contributionsOf(measureOf("share", {{"", ratio(140, 200, 100), ratio(160, 200, 100)},
                                                                    {"A", ratio(90, 100, 100), ratio(135, 150, 100)},
                                                                    {"B", ratio(50, 100, 100), ratio(25, 50, 100)}}),
                                                kMonth);
  REQUIRE(made[0].parts.size() == 2);
  CHECK(made[0].is_rate);
  CHECK(made[0].change == Approx(10));
  CHECK(made[0].parts[0].group == "B");
  CHECK(made[0].parts[0].mix == Approx(6.25));
  CHECK(made[0].parts[0].rate == Approx(0).margin(1e-12));
  CHECK(made[0].parts[1].mix == Approx(3.75));
  CHECK(made[0].parts[1].change == Approx(3.75));
  CHECK(made[0].mix == Approx(10));  // 6.25 + 3.75
  CHECK(made[0].rate == Approx(0).margin(1e-12));
}

TEST_CASE("a rate that changed by both", "[contribution]") {
  // Hand, per 1,000: A 30/1000 to 24/1200, B 10/1000 to 16/800. Force 20 to 20: no change, of opposite parts.
  // Shares: A 0.5 to 0.6, B 0.5 to 0.4. A: rate (20 − 30) × 0.55 = −5.5, mix 0.1 × (25 − 20) = 0.5.
  // B: rate (20 − 10) × 0.45 = 4.5, mix −0.1 × (15 − 20) = 0.5. Sum −5.5 + 0.5 + 4.5 + 0.5 = 0.
  const auto made = statistics::contributionsOf(measureOf("rate", {{"", ratio(40, 2000, 1000), ratio(40, 2000, 1000)},
                                                                   {"A", ratio(30, 1000, 1000), ratio(24, 1200, 1000)},
                                                                   {"B", ratio(10, 1000, 1000), ratio(16, 800, 1000)}}),
                                                kMonth);
  REQUIRE(made[0].parts.size() == 2);
  CHECK(made[0].parts[0].group == "A");
  CHECK(made[0].parts[0].rate == Approx(-5.5));
  CHECK(made[0].parts[0].mix == Approx(0.5));
  CHECK(made[0].parts[1].rate == Approx(4.5));
  CHECK(made[0].parts[1].mix == Approx(0.5));
}

TEST_CASE("a group that is new has no rate that changed: all of it is mix", "[contribution]") {
  // Hand: A 50 of 100 in both years, B nothing, then 90 of 100. Force 50% to 70%. B: share 0 to 0.5, its rate 90 in
  // both: 0.5 × (90 − 60) = 15. A: share 1 to 0.5: −0.5 × (50 − 60) = 5.
  const auto made = statistics::contributionsOf(measureOf("share", {{"", ratio(50, 100, 100), ratio(140, 200, 100)},
                                                                    {"A", ratio(50, 100, 100), ratio(50, 100, 100)},
                                                                    {"B", ratio(0, 0, 100), ratio(90, 100, 100)}}),
                                                kMonth);
  REQUIRE(made[0].parts.size() == 2);
  CHECK(made[0].parts[0].mix == Approx(15));
  CHECK(made[0].parts[0].rate == Approx(0).margin(1e-12));
  CHECK(made[0].parts[1].mix == Approx(5));
}

TEST_CASE("of a tree the highest level makes up the change", "[contribution]") {
  series::Analysed measure = measureOf("count", {{"", Cell::of(10), Cell::of(14)},
                                                 {"Violence", Cell::of(6), Cell::of(9)},
                                                 {"With injury", Cell::of(2), Cell::of(6), "Violence"},
                                                 {"Without injury", Cell::of(4), Cell::of(3), "Violence"},
                                                 {"Theft", Cell::of(4), Cell::of(5)}});
  measure.series.info.breakdowns.front().is_tree = true;
  const auto made = statistics::contributionsOf(measure, kMonth);
  REQUIRE(made[0].parts.size() == 2);
  CHECK(made[0].parts[0].group == "Violence");
  CHECK(made[0].parts[0].change == 3);
}

TEST_CASE("zeros on both sides are parts of nothing", "[contribution]") {
  const auto made = statistics::contributionsOf(
      measureOf("count", {{"", Cell::of(0), Cell::of(0)}, {"A", Cell::of(0), Cell::of(0)}}), kMonth);
  REQUIRE(made[0].parts.size() == 1);
  CHECK(made[0].change == 0);
  const auto share = statistics::contributionsOf(
      measureOf("share", {{"", ratio(0, 10, 100), ratio(0, 10, 100)}, {"A", ratio(0, 10, 100), ratio(0, 10, 100)}}),
      kMonth);
  CHECK(share[0].reason == "the value has no top and bottom that add up");
}
