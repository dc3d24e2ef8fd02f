#include "series/breaks.hpp"

#include <catch2/catch.hpp>

namespace boardpack::series {
namespace {

Event eventOn(int year, int month, int day, EventKind kind = EventKind::SystemChange) {
  Event event;
  event.day = {year, month, day};
  event.kind = kind;
  event.title = "SAAB replaced";
  return event;
}

/// January to December 2025.
Series aYear() {
  Series series;
  series.info.windows = {Window::Month, Window::Mrt};
  series.info.breakdowns = {{.id = "district", .label = "District", .is_area = true},
                            {.id = "category", .label = "Category", .is_area = false}};
  for (int month = 1; month <= 12; ++month) {
    series.months.emplace_back(2025, month);
  }
  series.groups.emplace_back();
  return series;
}

GroupSeries groupOf(const char* breakdown, const char* name, const char* area = "") {
  GroupSeries group;
  group.breakdown = breakdown;
  group.group = name;
  group.area = area;
  return group;
}

TEST_CASE("an event touches the groups of its areas, and as a part what contains them") {
  Series series = aYear();
  series.events = {eventOn(2025, 5, 1), eventOn(2025, 6, 1, EventKind::Operation)};
  const GroupSeries district = groupOf("district", "Hartlepool");
  const GroupSeries other = groupOf("district", "Stockton");
  const GroupSeries above = groupOf("district", "North");
  const GroupSeries category = groupOf("category", "Hartlepool");
  const GroupSeries both = groupOf("category_x_district", "Burglary, Hartlepool", "Hartlepool");
  CHECK(breaksOf(series, series.force()).size() == 1);  // an operation breaks nothing
  CHECK(breaksOf(series, district).size() == 1);
  CHECK(breaksOfPart(series, district).empty());
  series.events.front().areas = {"Hartlepool"};
  series.events.front().areas_above = {"North"};
  const auto touch = [&](const GroupSeries& group) { return touchOf(series.events.front(), series, group); };
  CHECK(touch(district) == Touch::Whole);
  CHECK(touch(both) == Touch::Whole);
  CHECK(touch(other) == Touch::None);
  CHECK(touch(above) == Touch::Part);
  CHECK(touch(series.force()) == Touch::Part);
  CHECK(touch(category) == Touch::Part);  // the name of an area is no area
  series.events.front().kind = EventKind::BoundaryChange;
  CHECK(touch(district) == Touch::Whole);
  CHECK(touch(above) == Touch::Part);
  CHECK(touch(series.force()) == Touch::None);  // what moves between areas stays in the force
  CHECK(touch(category) == Touch::None);
  CHECK(eventNamed(series.events.front()) == "SAAB replaced in Hartlepool, 1 May 2025");
}

TEST_CASE("values of periods that a break falls into are marked") {
  Series series = aYear();
  series.events = {eventOn(2025, 5, 14)};
  GroupSeries group;
  group.in(Window::Month) = std::vector<Cell>(12, Cell::of(1));
  group.in(Window::Mrt) = std::vector<Cell>(12, Cell::of(12));
  group.in(Window::Mrt)[11] = Cell::missing(Symbol::NotAvailable, "");
  group.references.push_back({.window = Window::Month, .months = {{2025, 4}, {2025, 6}}, .cell = Cell::of(1)});
  const auto marked = [&](Window window) {
    GroupSeries made = group;
    markBreaks(series, made);
    std::string text;
    for (const Cell& cell : made.in(window)) {
      text += cell.marks.has(Mark::Break) ? 'b' : '.';
    }
    return text + (made.references[0].cell.marks.has(Mark::Break) ? " b" : " .");
  };
  CHECK(marked(Window::Month) == "....b....... b");
  CHECK(marked(Window::Mrt) == "....bbbbbbb. b");
  series.looks_back = 3;
  CHECK(marked(Window::Month) == "....bbbb.... b");
  series.looks_from = base::Month(2025, 6);  // nothing is held of before
  CHECK(marked(Window::Month) == "....b....... b");
  series.looks_back = 0;
  series.reads_back = 2;
  series.looks_from.reset();
  CHECK(marked(Window::Month) == "....bbb..... b");
  // With a break on the first of a month no month is mixed.
  series.reads_back = 0;
  series.events = {eventOn(2025, 5, 1)};
  CHECK(marked(Window::Month) == "............ b");
  series.events.front().areas = {"Hartlepool"};
  CHECK(marked(Window::Mrt) == "....bbbbbbb. b");
}

TEST_CASE("periods lie on one side of a break, or do not") {
  const Event mid_may = eventOn(2025, 5, 14);
  const auto month = [](int number) { return base::MonthRange{{2025, number}, {2025, number}}; };
  CHECK(areOnOneSide({month(4), month(1)}, mid_may));
  CHECK(areOnOneSide({month(6), month(12)}, mid_may));
  CHECK_FALSE(areOnOneSide({month(4), month(6)}, mid_may));
  CHECK_FALSE(areOnOneSide({month(5)}, mid_may));
  CHECK(areOnOneSide({month(5)}, eventOn(2025, 5, 1)));
  CHECK(areOnOneSide({}, mid_may));
}

}  // namespace
}  // namespace boardpack::series
