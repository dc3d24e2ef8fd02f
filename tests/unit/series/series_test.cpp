#include "series/series.hpp"

#include "series/analysis.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace boardpack;
using series::Cell;
using series::Symbol;
using series::Window;

namespace {

series::Series threeMonths() {
  series::Series series;
  series.months = {base::Month(2025, 10), base::Month(2025, 11), base::Month(2025, 12)};
  series::GroupSeries force;
  force.in(Window::Month) = {Cell::of(1), Cell::of(2), Cell::of(3)};
  force.in(Window::Mrt) = {Cell::of(10), Cell::of(20), Cell::of(30)};
  series::GroupSeries district;
  district.breakdown = "district";
  district.group = "Hartlepool";
  series.groups = {force, district};
  return series;
}

}  // namespace

TEST_CASE("a cell by month, and why there is none", "[series]") {
  const series::Series series = threeMonths();
  CHECK(*series.at(series.force(), Window::Month, base::Month(2025, 11)).value == 2);
  const Cell before = series.at(series.force(), Window::Month, base::Month(2025, 9));
  CHECK(before.symbol == Symbol::NotAvailable);
  CHECK(before.reason == "no extract covers September 2025");
  const Cell window = series.at(series.force(), Window::Mrt, base::Month(2025, 9));
  CHECK(window.reason == "the extracts begin with October 2025");
  CHECK(series.at(series.force(), Window::Month, base::Month(2026, 1)).symbol == Symbol::NotAvailable);
  CHECK(series.at(series.force(), Window::Ytd, base::Month(2025, 12)).symbol == Symbol::NotApplicable);
}

TEST_CASE("a failed measure is never read as not available", "[series]") {
  series::Series series = threeMonths();
  series.failure = "the script raised an error";
  CHECK(series.at(series.force(), Window::Month, base::Month(2025, 11)).symbol == Symbol::Failed);
  CHECK(series.at(series.force(), Window::Month, base::Month(2020, 1)).symbol == Symbol::Failed);
}

TEST_CASE("groups are found by breakdown and name", "[series]") {
  const series::Series series = threeMonths();
  CHECK(series.find("district", "Hartlepool") == &series.groups[1]);
  CHECK(series.find("category", "Hartlepool") == nullptr);
  CHECK(series.groupsOf("district").size() == 1);
  CHECK(series.groupsOf("category").empty());
  CHECK(series.force().isForce());
}

TEST_CASE("the names that files use", "[series]") {
  CHECK(series::symbolText(Symbol::None) == std::string());
  CHECK(series::symbolText(Symbol::NotAvailable) == std::string("[x]"));
  CHECK(series::symbolText(Symbol::NotApplicable) == std::string("[z]"));
  CHECK(series::symbolText(Symbol::Failed) == std::string("[failed]"));
  CHECK(series::windowName(Window::Mrt) == std::string("mrt"));
  CHECK(series::referenceName(series::Reference::SameMonthLastYear) == std::string("same_month_last_year"));
}

TEST_CASE("a special cause as a code has its rule and its side", "[series]") {
  series::PointClass point;
  CHECK(series::specialCauseCode(point) == 0);
  point.cause = series::SpecialCause::Shift;
  point.side = series::Side::Low;
  CHECK(series::specialCauseCode(point) == -4);
  point.cause = series::SpecialCause::Outside;
  point.side = series::Side::High;
  CHECK(series::specialCauseCode(point) == 1);
}
