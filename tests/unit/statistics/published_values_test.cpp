#include "make_series.hpp"
#include "statistics/analyse.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Symbol;
using series::Window;

namespace {

const base::Month kMonth(2025, 12);

series::Figure figure(const std::string& period, std::optional<double> value, const std::string& symbol = "",
                      const std::string& window = "month") {
  return {.force = "example",
          .measure = "robbery",
          .breakdown = "",
          .group = "",
          .period = period,
          .window = window,
          .statistic = "value",
          .reference = "",
          .value = value,
          .symbol = symbol};
}

series::Series robbery() {
  series::Series series = makeSeries(kMonth, {10, 20, 30, 40});
  series.info.compare = {
      {.kind = series::NamedReference::Kind::LastPublished, .label = "last published", .period = {}, .months = 0}};
  return series;
}

series::Comparison lastPublished(const series::Analysed& analysed) {
  const series::Comparison* found = analysed.force().findNamed(Window::Month, "last published");
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("the figure last published is that of the latest month of the paper", "[published]") {
  const std::vector<series::Figure> figures = {figure("2025-09", 11), figure("2025-10", 20),
                                               figure("2025-10", 99, "", "mrt")};
  const series::Analysed analysed = statistics::analyse(robbery(), kMonth, {.published = &figures});
  const series::Comparison comparison = lastPublished(analysed);
  CHECK(*comparison.before.value == 20);
  CHECK(*comparison.change.value == 20);
  CHECK(comparison.before_months == base::MonthRange{base::Month(2025, 10), base::Month(2025, 10)});
  // September was published as 11 and is 10 now; October is the same.
  const std::vector<series::Cell>& months = analysed.series.force().in(Window::Month);
  CHECK(marksText(months[0].marks) == "[r]");
  CHECK(marksText(months[1].marks).empty());
  CHECK(marksText(months[3].marks).empty());
}

TEST_CASE("without a published figure there is the reason", "[published]") {
  const series::Comparison none = lastPublished(statistics::analyse(robbery(), kMonth));
  CHECK(none.before.symbol == Symbol::NotAvailable);
  CHECK(none.before.reason == "the figures of the paper last published were not given");
  const std::vector<series::Figure> other = {figure("2025-10", 99, "", "mrt")};
  CHECK(lastPublished(statistics::analyse(robbery(), kMonth, {.published = &other})).before.reason ==
        "the paper last published has no such figure");
  const std::vector<series::Figure> symbol = {figure("2025-10", std::nullopt, "[x]")};
  CHECK(lastPublished(statistics::analyse(robbery(), kMonth, {.published = &symbol})).before.reason ==
        "the paper last published has [x] there");
}

TEST_CASE("years to date of unequal length are not compared", "[published]") {
  series::Series series = robbery();
  series.info.windows = {Window::Ytd};
  series.groups[0].in(Window::Ytd) = std::vector<series::Cell>(4, series::Cell::of(100));
  const std::vector<series::Figure> figures = {figure("2025-10", 60, "", "ytd")};
  const series::Analysed analysed = statistics::analyse(series, kMonth, {.published = &figures});
  const series::Comparison* found = analysed.force().findNamed(Window::Ytd, "last published");
  REQUIRE(found != nullptr);
  CHECK(found->before.symbol == Symbol::NotApplicable);
  CHECK(found->before.reason == "a figure of April to December 2025 is not compared with one of April to October 2025");
}
