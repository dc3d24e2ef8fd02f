#include "statistics/estimate/stretches.hpp"

#include "make_series.hpp"
#include "statistics/change/changes_across_breaks.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::Event;
using series::EventKind;
using statistics::Stretch;

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
series::Series year() { return makeSeries(kMonth, std::vector<double>(12, 1)); }

std::vector<Stretch> stretchesOf(series::Series series, const std::vector<const Event*>& breaks,
                                 const std::vector<base::Month>& steps) {
  series.info.limits.steps = steps;
  return statistics::stretchesOf(series, breaks);
}

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
  series::Series none = year();
  none.months.clear();
  CHECK(stretchesOf(none, {&april}, {}).empty());
}

TEST_CASE("months whose values read back over a break belong to no stretch", "[stretches]") {
  const Event april = eventOn(2025, 4, 10);
  series::Series series = year();
  series.looks_back = 3;
  CHECK(stretchesOf(series, {&april}, {}) == std::vector<Stretch>{{0, 2, ""}, {7, 11, "SAAB replaced"}});
  // With data from May on alone nothing is read from before it.
  series.looks_from = base::Month(2025, 5);
  CHECK(stretchesOf(series, {&april}, {}) == std::vector<Stretch>{{0, 2, ""}, {4, 11, "SAAB replaced"}});
}

TEST_CASE("no comparison across a break, and none with a mixed month", "[breaks]") {
  const Event mid_may = eventOn(2025, 5, 14);
  series::Series series = year();
  series.events = {mid_may};
  const auto forbidden = [&](base::Month month, base::Month before) {
    series::Comparison comparison = between(month, before);
    statistics::forbidAcrossBreaks(series, series.force(), comparison);
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
  statistics::forbidAcrossBreaks(series, series.force(), comparison);
  CHECK(comparison.change.symbol == series::Symbol::NotApplicable);
  CHECK(comparison.change.reason == "the series breaks between or within the two periods: SAAB replaced, 14 May 2025");
  CHECK(comparison.change_percent.reason == "a change from 0 has no percentage");
  CHECK(comparison.significance.verdict == series::Significance::Verdict::CannotTell);
}

TEST_CASE("what reads back over a break is not compared over it", "[breaks]") {
  series::Series series = year();
  series.events = {eventOn(2025, 5, 14)};
  series.reads_back = 2;
  series::Comparison comparison = between({2025, 9}, {2025, 8});
  statistics::forbidAcrossBreaks(series, series.force(), comparison);
  CHECK(comparison.change.has());
  comparison = between({2025, 8}, {2025, 7});
  statistics::forbidAcrossBreaks(series, series.force(), comparison);
  CHECK_FALSE(comparison.change.has());
}

TEST_CASE("a break of a part leaves the change of the whole, marked and not tested", "[breaks]") {
  series::Series series = year();
  series.events = {eventOn(2025, 5, 14)};
  series.events.front().areas = {"Hartlepool"};
  series::Comparison comparison = between({2025, 6}, {2025, 4});
  comparison.significance.verdict = series::Significance::Verdict::Beyond;
  statistics::forbidAcrossBreaks(series, series.force(), comparison);
  REQUIRE(comparison.change.has());
  CHECK(series::marksText(comparison.change.marks) == "[b]");
  CHECK(comparison.significance.verdict == series::Significance::Verdict::CannotTell);
  CHECK(
      comparison.significance.reason ==
      "the series of a part of it breaks between or within the two periods: SAAB replaced in Hartlepool, 14 May 2025");
  comparison = between({2025, 4}, {2025, 3});
  statistics::forbidAcrossBreaks(series, series.force(), comparison);
  CHECK(comparison.change.marks == series::Marks{});
}
