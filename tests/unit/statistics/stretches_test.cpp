#include "statistics/stretches.hpp"

#include "make_series.hpp"
#include "statistics/breaks.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Event;
using series::EventKind;
using statistics::Stretch;
using statistics::stretchesOf;

namespace {

const base::Month kMonth(2025, 12);

Event eventOn(int year, int month, int day, EventKind kind = EventKind::SystemChange) {
  Event event;
  event.day = {year, month, day};
  event.kind = kind;
  event.title = "SAAB replaced";
  return event;
}

/// January to December 2025.
std::vector<base::Month> year() { return makeSeries(kMonth, std::vector<double>(12, 1)).months; }

series::Comparison between(base::Month month, base::Month before) {
  series::Comparison comparison;
  comparison.months = {month, month};
  comparison.before_months = {before, before};
  comparison.change = series::Cell::of(5);
  comparison.change_percent = series::Cell::missing(series::Symbol::NotApplicable, "a change from 0 has no percentage");
  return comparison;
}

}  // namespace

TEST_CASE("stretches begin with the first whole month after a break", "[stretches]") {
  const Event first_of_month = eventOn(2025, 5, 1);
  const Event mid_month = eventOn(2025, 5, 14);
  CHECK(stretchesOf(year(), {}, {}) == std::vector<Stretch>{{0, 11, ""}});
  CHECK(stretchesOf(year(), {&first_of_month}, {}) == std::vector<Stretch>{{0, 3, ""}, {4, 11, "SAAB replaced"}});
  // May is mixed.
  CHECK(stretchesOf(year(), {&mid_month}, {}) == std::vector<Stretch>{{0, 3, ""}, {5, 11, "SAAB replaced"}});
  CHECK(stretchesOf(year(), {}, {base::Month(2025, 3)}) ==
        std::vector<Stretch>{{0, 1, ""}, {2, 11, "a step set by the script"}});
}

TEST_CASE("breaks at the ends, outside, and near each other", "[stretches]") {
  const Event before = eventOn(2024, 12, 31);
  const Event in_first = eventOn(2025, 1, 20);
  const Event in_last = eventOn(2025, 12, 20);
  const Event april = eventOn(2025, 4, 10);
  const Event may = eventOn(2025, 5, 20);
  CHECK(stretchesOf(year(), {&before}, {}) == std::vector<Stretch>{{0, 11, ""}});
  CHECK(stretchesOf(year(), {&in_first}, {}) == std::vector<Stretch>{{1, 11, "SAAB replaced"}});
  CHECK(stretchesOf(year(), {&in_last}, {}) == std::vector<Stretch>{{0, 10, ""}});
  // April and May are both mixed: nothing lies between.
  CHECK(stretchesOf(year(), {&april, &may}, {}) == std::vector<Stretch>{{0, 2, ""}, {5, 11, "SAAB replaced"}});
  // A step with the same month as the event, and one that would fall into the mixed month.
  CHECK(stretchesOf(year(), {&april}, {base::Month(2025, 5), base::Month(2025, 4)}) ==
        std::vector<Stretch>{{0, 2, ""}, {4, 11, "SAAB replaced"}});
  CHECK(stretchesOf({}, {&april}, {}).empty());
}

TEST_CASE("an event touches the groups of its areas only", "[stretches]") {
  series::Series series = makeSeries(kMonth, std::vector<double>(12, 1));
  series.info.breakdowns = {{.id = "district", .label = "District", .is_area = true},
                            {.id = "category", .label = "Category", .is_area = false}};
  series::GroupSeries north;
  north.breakdown = "district";
  north.group = "Hartlepool";
  north.parent = "North";
  series::GroupSeries category;
  category.breakdown = "category";
  category.group = "Hartlepool";
  Event event = eventOn(2025, 5, 1);
  series.events = {event, eventOn(2025, 6, 1, EventKind::Operation)};
  CHECK(statistics::breaksOf(series, series.force()).size() == 1);  // an operation breaks nothing
  CHECK(statistics::breaksOf(series, north).size() == 1);
  series.events[0].areas = {"Hartlepool"};
  CHECK(statistics::breaksOf(series, north).size() == 1);
  CHECK(statistics::breaksOf(series, category).empty());
  CHECK(statistics::breaksOf(series, series.force()).empty());
  series.info.breakdowns.push_back({.id = "category_x_district",
                                    .label = "Category and district",
                                    .is_area = false,
                                    .columns = {"category", "district"}});
  series::GroupSeries both;
  both.breakdown = "category_x_district";
  both.group = "Burglary, Hartlepool";
  CHECK(statistics::breaksOf(series, both).size() == 1);
  both.group = "Burglary, West Hartlepool";
  CHECK(statistics::breaksOf(series, both).empty());
  series.events[0].areas = {"North"};
  CHECK(statistics::breaksOf(series, north).size() == 1);
  series::GroupSeries above = north;
  above.group = "North";
  above.parent = "Force";
  series.groups.push_back(above);
  series.events[0].areas = {"Force"};
  CHECK(statistics::breaksOf(series, north).size() == 1);  // two levels up
  series.events[0].areas = {"South"};
  CHECK(statistics::breaksOf(series, north).empty());
}

TEST_CASE("no comparison across a break, and none with a mixed month", "[breaks]") {
  const Event mid_may = eventOn(2025, 5, 14);
  const auto forbidden = [&](base::Month month, base::Month before) {
    series::Comparison comparison = between(month, before);
    statistics::forbidAcrossBreaks({&mid_may}, comparison);
    return !comparison.change.has();
  };
  CHECK_FALSE(forbidden({2025, 4}, {2025, 3}));
  CHECK(forbidden({2025, 5}, {2025, 4}));
  CHECK(forbidden({2025, 6}, {2025, 5}));
  CHECK_FALSE(forbidden({2025, 7}, {2025, 6}));
  CHECK(forbidden({2025, 7}, {2024, 7}));
  // Named periods may come later than the latest month; either order is across.
  CHECK(forbidden({2025, 3}, {2025, 8}));

  series::Comparison comparison = between({2025, 6}, {2025, 4});
  statistics::forbidAcrossBreaks({&mid_may}, comparison);
  CHECK(comparison.change.symbol == series::Symbol::NotApplicable);
  CHECK(comparison.change.reason == "the series breaks between or within the two periods: SAAB replaced, 14 May 2025");
  CHECK(comparison.change_percent.reason == "a change from 0 has no percentage");
  CHECK(comparison.significance.verdict == series::Significance::Verdict::CannotTell);
}

TEST_CASE("values of periods that a break falls into are marked", "[breaks]") {
  series::Series series = makeSeries(kMonth, std::vector<double>(12, 1));
  series.groups[0].in(series::Window::Mrt) = std::vector<series::Cell>(12, series::Cell::of(12));
  series.groups[0].in(series::Window::Mrt)[11] = series::Cell::missing(series::Symbol::NotAvailable, "");
  series.groups[0].references.push_back(
      {.window = series::Window::Month, .months = {{2025, 4}, {2025, 6}}, .cell = series::Cell::of(1)});
  const Event mid_may = eventOn(2025, 5, 14);
  statistics::markBreaks(series, {&mid_may}, series.groups[0]);
  const auto marked = [&](series::Window window, std::size_t i) {
    return series.groups[0].in(window)[i].marks.has(series::Mark::Break);
  };
  CHECK_FALSE(marked(series::Window::Month, 3));
  CHECK(marked(series::Window::Month, 4));
  CHECK_FALSE(marked(series::Window::Month, 5));
  CHECK_FALSE(marked(series::Window::Mrt, 3));
  CHECK(marked(series::Window::Mrt, 10));
  CHECK_FALSE(marked(series::Window::Mrt, 11));  // there is no value
  CHECK(series.groups[0].references[0].cell.marks.has(series::Mark::Break));
  // With a break on the first of a month no month is mixed.
  CHECK_FALSE(statistics::contains({{2025, 5}, {2025, 5}}, eventOn(2025, 5, 1)));
  CHECK(statistics::contains({{2025, 4}, {2025, 5}}, eventOn(2025, 5, 1)));
}
