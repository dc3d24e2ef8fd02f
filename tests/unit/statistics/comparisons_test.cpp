#include "statistics/comparisons.hpp"
#include "measure/definition/kinds.hpp"

#include "make_series.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Cell;
using series::Reference;
using series::Symbol;
using series::Window;

namespace {

const base::Month kMonth(2025, 12);

series::Comparison find(const series::Series& series, Window window, Reference reference) {
  for (const series::Comparison& comparison :
       statistics::comparisonsOf(series, series.force(), kMonth, {nullptr, ""})) {
    if (comparison.window == window && comparison.reference == reference) {
      return comparison;
    }
  }
  FAIL("no such comparison");
  return {};
}

}  // namespace

TEST_CASE("a month against the one before and the same month last year", "[comparisons]") {
  series::Series series = makeSeries(kMonth, std::vector<double>(24, 100));
  series.groups[0].in(Window::Month)[23] = Cell::of(120);
  series.groups[0].in(Window::Month)[22] = Cell::of(80);
  series.groups[0].in(Window::Month)[11] = Cell::of(150);
  const auto month = find(series, Window::Month, Reference::PreviousMonth);
  CHECK(month.reference_period == base::Month(2025, 11));
  CHECK(*month.before.value == 80);
  CHECK(*month.change.value == 40);
  CHECK(*month.change_percent.value == Approx(50));
  const auto year = find(series, Window::Month, Reference::SameMonthLastYear);
  CHECK(year.reference_period == base::Month(2024, 12));
  CHECK(*year.change.value == -30);
  CHECK(*year.change_percent.value == Approx(-20));
}

TEST_CASE("the rolling total of Cleveland's robberies against the year before", "[comparisons]") {
  // As published in the issue: 1,264 against 869. The percentage by hand: 395 / 869 = 45.45%.
  series::Series series = makeSeries(kMonth, std::vector<double>(24, 100));
  series.info.windows.push_back(Window::Mrt);
  series.groups[0].in(Window::Mrt) = std::vector<Cell>(24, Cell::of(869));
  series.groups[0].in(Window::Mrt)[23] = Cell::of(1264);
  const auto rolling = find(series, Window::Mrt, Reference::PreviousMrt);
  CHECK(rolling.reference_period == base::Month(2024, 12));
  CHECK(*rolling.change.value == 395);
  CHECK(*rolling.change_percent.value == Approx(45.45).margin(0.005));
}

TEST_CASE("a percentage from 0 or from below 0 has no meaning", "[comparisons]") {
  series::Series series = makeSeries(kMonth, std::vector<double>(24, 0));
  series.groups[0].in(Window::Month)[23] = Cell::of(4);
  const auto zero = find(series, Window::Month, Reference::SameMonthLastYear);
  CHECK(*zero.change.value == 4);
  CHECK(zero.change_percent.symbol == Symbol::NotApplicable);
  CHECK_FALSE(zero.change_percent.reason.empty());
  series.groups[0].in(Window::Month)[11] = Cell::of(-5);
  CHECK(find(series, Window::Month, Reference::SameMonthLastYear).change_percent.symbol == Symbol::NotApplicable);
}

TEST_CASE("the change of a percentage or rate is in its own unit", "[comparisons]") {
  series::Series series = makeSeries(kMonth, std::vector<double>(24, 10));
  series.groups[0].in(Window::Month)[23] = Cell::of(12.5);
  for (const char* kind : {"share", "rate"}) {
    series.info.nature = measure::kindOf(kind).nature;
    series.info.unit = kind == std::string("share") ? "%" : "per 1,000 people";
    const auto comparison = find(series, Window::Month, Reference::SameMonthLastYear);
    CHECK(*comparison.change.value == Approx(2.5));
    CHECK(comparison.change_percent.symbol == Symbol::NotApplicable);
  }
  series.info.nature = measure::kindOf("ratio").nature;
  series.info.unit = "";
  CHECK(find(series, Window::Month, Reference::SameMonthLastYear).change_percent.has());
  series.info.unit = "%";
  CHECK_FALSE(find(series, Window::Month, Reference::SameMonthLastYear).change_percent.has());
}

TEST_CASE("a missing value makes the comparison missing, with its own symbol and reason", "[comparisons]") {
  series::Series series = makeSeries(kMonth, std::vector<double>(6, 10));
  const auto year = find(series, Window::Month, Reference::SameMonthLastYear);
  CHECK(year.change.symbol == Symbol::NotAvailable);
  CHECK(year.change.reason == "no extract covers December 2024");
  CHECK(year.change_percent.symbol == Symbol::NotAvailable);
  series.groups[0].in(Window::Month)[5] = Cell::missing(Symbol::NotApplicable, "nothing to take a share of");
  const auto month = find(series, Window::Month, Reference::PreviousMonth);
  CHECK(month.change.symbol == Symbol::NotApplicable);
  CHECK(month.change.reason == "nothing to take a share of");
  series.failure = "x";
  CHECK(find(series, Window::Month, Reference::PreviousMonth).change.symbol == Symbol::Failed);
}

TEST_CASE("a change of what still settles still settles", "[comparisons]") {
  series::Series series = makeSeries(kMonth, std::vector<double>(24, 10));
  series.groups[0].in(Window::Month)[23].marks.add(series::Mark::Provisional);
  series.groups[0].in(Window::Month)[23].marks.add(series::Mark::Revised);
  const auto month = find(series, Window::Month, Reference::PreviousMonth);
  CHECK(series::marksText(month.change.marks) == "[p]");
  CHECK(series::marksText(month.change_percent.marks) == "[p]");
  CHECK(series::marksText(month.before.marks).empty());
}

TEST_CASE("small counts within what chance gives", "[comparisons]") {
  // |√2(√a − √b)|: 13 to 20 gives 1.23, 13 to 40 gives 3.85, 33 to 49 gives 1.78, 5 to 0 gives 3.16.
  CHECK(statistics::isWithinChance(20, 13));
  CHECK_FALSE(statistics::isWithinChance(40, 13));
  CHECK(statistics::isWithinChance(49, 33));
  CHECK_FALSE(statistics::isWithinChance(0, 5));
  CHECK(statistics::isWithinChance(0, 1));
}
