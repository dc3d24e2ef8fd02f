// Values of R's strucchange: tests/reference/monthly_series.R.
#include "statistics/trend/change_points.hpp"
#include "statistics/trend/season.hpp"
#include "statistics/trend/segments.hpp"

#include "reference_values.hpp"
#include "values.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace boardpack;
using Order = series::ChangePoint::Order;

namespace {

Values asMonths(const std::vector<double>& values) { return {values.begin(), values.end()}; }

std::span<const double> stretch(const std::vector<double>& values, const std::vector<std::size_t>& ends,
                                std::size_t index) {
  const std::size_t from = index == 0 ? 0 : ends[index - 1];
  const std::size_t to = index < ends.size() ? ends[index] : values.size();
  return std::span(values).subspan(from, to - from);
}

const base::Month kFirst(2020, 1);

series::ChangePoints changePointsOf(const Values& months, base::Month first, const std::vector<series::Event>& events) {
  return statistics::changePointsOf(months, first, events, statistics::seasonOf(months));
}

series::Event eventOn(int year, int month, int day) {
  series::Event event;
  event.day = {year, month, day};
  event.title = "a new system";
  event.kind = series::EventKind::SystemChange;
  return event;
}

}  // namespace

TEST_CASE("the best cuts of a series, their sums of squares and intervals as strucchange has them", "[change_points]") {
  for (const auto& [name, reference] : monthlySeriesReference()) {
    const std::vector<double>& values = reference.at("value");
    const std::size_t shortest = std::max<std::size_t>(9, values.size() * 15 / 100);
    const auto all = statistics::bestSegments(values, shortest);
    CHECK(all.front().sum_of_squares == Approx(reference.at("cuts_0_rss").front()).epsilon(1e-9));
    for (std::size_t cuts = 1; reference.contains("cuts_" + std::to_string(cuts)); ++cuts) {
      const std::string key = "cuts_" + std::to_string(cuts);
      INFO(name << " " << key);
      REQUIRE(cuts < all.size());
      const std::vector<double>& expected = reference.at(key);
      const std::vector<std::size_t>& ends = all[cuts].ends;
      CHECK(std::vector<double>(ends.begin(), ends.end()) == expected);
      CHECK(all[cuts].sum_of_squares == Approx(reference.at(key + "_rss").front()).epsilon(1e-9));
      if (!reference.contains(key + "_lower")) {
        continue;
      }
      for (std::size_t i = 0; i < cuts; ++i) {
        const auto interval = statistics::cutInterval(stretch(values, ends, i), stretch(values, ends, i + 1), ends[i]);
        REQUIRE(interval.is_known);
        const double lower = reference.at(key + "_lower")[i];
        const double upper = reference.at(key + "_upper")[i];
        // R solves for the ends to 1e-4 before it scales them: of the widest intervals that is more than a month.
        const double slack = upper - lower > 200 ? 0.001 * (upper - lower) : 0;
        CHECK(std::abs(static_cast<double>(interval.lower) - lower) <= slack);
        CHECK(std::abs(static_cast<double>(interval.upper) - upper) <= slack);
      }
    }
  }
}

TEST_CASE("the Nile: a cut after 1898, with 95% between 1895 and 1902", "[change_points]") {
  const std::vector<double>& nile = monthlySeriesReference().at("nile").at("value");
  const auto all = statistics::bestSegments(nile, 15);
  REQUIRE(all[1].ends == std::vector<std::size_t>{28});
  const auto interval = statistics::cutInterval(stretch(nile, all[1].ends, 0), stretch(nile, all[1].ends, 1), 28);
  CHECK(interval.lower == 25);
  CHECK(interval.upper == 32);
  // As months from January 2020 on: the level that begins with the 29th.
  const auto found = changePointsOf(asMonths(nile), kFirst, {});
  REQUIRE(found.points.size() == 1);
  CHECK(found.points[0].starts == kFirst + 28);
  CHECK(found.points[0].between == base::MonthRange{kFirst + 25, kFirst + 32});
  CHECK(found.points[0].before == Approx(1097.75));
  CHECK(found.points[0].after == Approx(849.972222));
  CHECK(found.points[0].order == Order::NoEvent);
}

TEST_CASE("steps are found, drifts and chance are not", "[change_points]") {
  const auto pointsOf = [](const char* name) {
    return changePointsOf(asMonths(monthlySeriesReference().at(name).at("value")), kFirst, {});
  };
  const auto step = pointsOf("step");
  REQUIRE(step.points.size() == 1);
  CHECK(step.points[0].starts == kFirst + 20);
  const auto two = pointsOf("two_steps");
  REQUIRE(two.points.size() == 2);
  CHECK(two.points[0].starts == kFirst + 22);
  CHECK(two.points[1].starts == kFirst + 40);
  CHECK(pointsOf("lake_huron").points.empty());
  CHECK(pointsOf("lake_huron").tested);
  CHECK(pointsOf("no_season").points.empty());
}

TEST_CASE("a straight line is no change of level, whatever its slope", "[change_points]") {
  Values line;
  for (int i = 0; i < 60; ++i) {
    line.emplace_back(500 - 4 * i + (i % 2 == 0 ? 5 : -5));
  }
  CHECK(changePointsOf(line, kFirst, {}).points.empty());
}

TEST_CASE("a step without any spread starts with its own month", "[change_points]") {
  Values months(20, 3.0);
  months.insert(months.end(), 20, 5.0);
  const auto found = changePointsOf(months, kFirst, {});
  REQUIRE(found.points.size() == 1);
  CHECK(found.points[0].starts == kFirst + 20);
  CHECK(found.points[0].between == base::MonthRange{kFirst + 20, kFirst + 20});
}

TEST_CASE("too short, gaps and constant series", "[change_points]") {
  CHECK(changePointsOf(Values{}, kFirst, {}).reason == "fewer than 36 months on end have a value");
  CHECK_FALSE(changePointsOf(Values(35, 2.0), kFirst, {}).tested);
  CHECK(changePointsOf(Values(36, 0.0), kFirst, {}).tested);
  CHECK(changePointsOf(Values(36, 0.0), kFirst, {}).points.empty());
  // After a gap the months count from the gap on: the step before it is not seen.
  Values months(20, 3.0);
  months.emplace_back(kGap);
  months.insert(months.end(), 40, 5.0);
  CHECK(changePointsOf(months, kFirst, {}).points.empty());
}

TEST_CASE("the order of a change and an event", "[change_points]") {
  const base::MonthRange interval{base::Month(2024, 5), base::Month(2024, 8)};
  CHECK(statistics::orderOf(interval, {2024, 9, 1}) == Order::BeforeEvent);
  CHECK(statistics::orderOf(interval, {2024, 8, 31}) == Order::CannotTell);
  CHECK(statistics::orderOf(interval, {2024, 8, 1}) == Order::CannotTell);
  CHECK(statistics::orderOf(interval, {2024, 5, 1}) == Order::CannotTell);
  CHECK(statistics::orderOf(interval, {2024, 4, 30}) == Order::AfterEvent);
}

TEST_CASE("the nearest event of the months is named, no far one", "[change_points]") {
  const Values months = asMonths(monthlySeriesReference().at("step").at("value"));
  // The step starts with September 2021.
  const auto orderWith = [&](std::vector<series::Event> events) {
    const auto found = changePointsOf(months, kFirst, events);
    REQUIRE(found.points.size() == 1);
    return found.points[0];
  };
  const auto before = orderWith({eventOn(2022, 6, 15), eventOn(2022, 3, 15)});
  CHECK(before.order == Order::BeforeEvent);
  CHECK(before.event == "a new system");
  CHECK(before.event_day->month == 3);
  CHECK(orderWith({eventOn(2021, 3, 15)}).order == Order::AfterEvent);
  CHECK(orderWith({eventOn(2021, 9, 1)}).order == Order::CannotTell);
  CHECK(orderWith({eventOn(2023, 6, 1)}).order == Order::NoEvent);
  CHECK(orderWith({eventOn(2019, 12, 1)}).order == Order::NoEvent);
}
