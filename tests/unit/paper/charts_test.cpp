#include "paper/pack.hpp"

#include "findings/chart_words.hpp"
#include "make_pack.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using series::ChartKind;

namespace {

const paper::Chart& chart(const std::vector<paper::Chart>& charts, const std::string& id) {
  for (const paper::Chart& candidate : charts) {
    if (candidate.id == id) {
      return candidate;
    }
  }
  FAIL("no chart " << id);
  return charts.front();
}

}  // namespace

TEST_CASE("each chart has an id of its own", "[charts]") {
  const std::vector<paper::Chart> charts = paper::chartsOf(makePack());
  std::vector<std::string> ids;
  for (const paper::Chart& one : charts) {
    ids.push_back(one.id);
    CHECK(one.source == "Source: police.uk open data, under the Open Government Licence v3.0.");
    CHECK_FALSE(one.title.empty());
  }
  CHECK(ids == std::vector<std::string>{"robbery", "robbery.mrt", "robbery.district", "robbery.district-each",
                                        "robbery.district-change", "outcomes", "outcomes.mrt"});
}

TEST_CASE("a chart shows months from the first with a value", "[charts]") {
  const std::vector<paper::Chart> charts = paper::chartsOf(makePack());
  CHECK(chart(charts, "robbery").shown == base::MonthRange{base::Month(2023, 1), kMonth});
  CHECK(chart(charts, "robbery.mrt").shown == base::MonthRange{kMonth - 11, kMonth});
  CHECK(chart(charts, "robbery.district").shown == base::MonthRange{base::Month(2025, 1), kMonth});
  CHECK(chart(charts, "outcomes").shown == base::MonthRange{base::Month(2025, 11), kMonth});
}

TEST_CASE("what cannot be drawn says why", "[charts]") {
  const std::vector<paper::Chart> charts = paper::chartsOf(makePack());
  CHECK(chart(charts, "outcomes").drawable);
  const paper::Chart& rolling = chart(charts, "outcomes.mrt");
  CHECK_FALSE(rolling.drawable);
  CHECK(rolling.reason == "a 12-month figure needs 12 months of data, and fewer than two months have one");

  paper::Pack pack = makePack();
  series::Series failed = pack.measures[0].series;
  failed.failure = "the script raised an error";
  pack.measures[0] = statistics::analyse(failed, kMonth);
  for (const paper::Chart& one : paper::chartsOf(pack)) {
    if (one.measure == "robbery") {
      CHECK_FALSE(one.drawable);
      CHECK(one.reason == "the measure failed");
    }
  }
}

TEST_CASE("what cannot be stacked becomes small multiples", "[charts]") {
  paper::Pack pack = makePack();
  series::Series series = pack.measures[0].series;
  series.info.charts = {{ChartKind::StackedColumns, "district", 12}};
  SECTION("more than six groups") {
    for (int i = 0; i < 5; ++i) {
      series.groups.push_back(groupOf("district", "District " + std::to_string(i), steady(90)));
    }
  }
  SECTION("groups that do not add up") { series.info.nature.adds_up = false; }
  pack.measures[0] = statistics::analyse(series, kMonth);
  CHECK(chart(paper::chartsOf(pack), "robbery.district").spec.kind == ChartKind::SmallMultiples);
}

TEST_CASE("the same chart declared twice is one", "[charts]") {
  paper::Pack pack = makePack();
  pack.measures[0].series.info.charts = {{ChartKind::Xmr, "", 36}, {ChartKind::Xmr, "", 24}};
  pack.measures.pop_back();
  CHECK(paper::chartsOf(pack).size() == 1);
}

TEST_CASE("a share of no place is neither drawn nor named", "[charts]") {
  paper::Pack pack = makePack();
  series::Series series = pack.measures[1].series;
  series.months.clear();
  for (int back = 35; back >= 0; --back) {
    series.months.push_back(kMonth - back);
  }
  series.info.charts = {{ChartKind::SmallMultiples, "district", 36}};
  series.groups = {groupOf("", "", steady(100)), groupOf("district", "Hartlepool", steady(100)),
                   groupOf("district", "Area not known", steady(190))};
  series.info.breakdowns = {{"district", "Borough", true}};
  pack.measures[1] = statistics::analyse(series, kMonth);
  const paper::Chart one = chart(paper::chartsOf(pack), "outcomes.district");
  CHECK(one.groups == std::vector<std::string>{"Hartlepool"});
  CHECK(one.groups_in_all == 1);
  CHECK(one.title == "Positive outcomes stayed within the usual range in each borough");
  CHECK(one.alternative.find("not known") == std::string::npos);
}

TEST_CASE("a picture has room for so many groups, the largest", "[charts]") {
  paper::Pack pack = makePack();
  series::Series series = pack.measures[0].series;
  series.groups.resize(1);
  for (int i = 1; i <= 20; ++i) {
    std::vector<double> values(36, i == 1 ? 500 : i);
    values.back() += i % 2 == 0 ? i : -i;  // the change of the 12 months
    series.groups.push_back(groupOf("district", "Team " + std::to_string(i), values));
  }
  series.info.charts = {{ChartKind::StackedColumns, "district", 12}, {ChartKind::ChangeByGroup, "district", 36}};
  pack.measures[0] = statistics::analyse(series, kMonth);
  const std::vector<paper::Chart> charts = paper::chartsOf(pack);
  const paper::Chart& panels = chart(charts, "robbery.district");
  CHECK(panels.spec.kind == ChartKind::SmallMultiples);
  CHECK(panels.groups == std::vector<std::string>{"Team 1", "Team 10", "Team 11", "Team 12", "Team 13", "Team 14",
                                                  "Team 15", "Team 16", "Team 17", "Team 18", "Team 19", "Team 20"});
  CHECK(panels.groups_in_all == 20);
  CHECK(
      panels.alternative.starts_with("Small line charts of Robbery by month, borough by borough (the 12 largest of "
                                     "20)"));
  const paper::Chart& changes = chart(charts, "robbery.district-change");
  CHECK(changes.groups == std::vector<std::string>{"Team 20", "Team 18", "Team 16", "Team 14", "Team 12", "Team 10",
                                                   "Team 8", "Team 7", "Team 9", "Team 11", "Team 13", "Team 15",
                                                   "Team 17", "Team 19"});
  CHECK(changes.title == "Robbery: Team 20 up 20, Team 19 down 19");
  CHECK(changes.alternative.find("Of the 14 largest changes of 20, 7 rose and 7 fell.") != std::string::npos);
}

TEST_CASE("a stack has no part below 0, and what is outside the force on top", "[charts]") {
  paper::Pack pack = makePack();
  series::Series series = pack.measures[0].series;
  series.info.charts = {{ChartKind::StackedColumns, "district", 36}};
  series.groups.push_back(groupOf("district", "Area not known", std::vector<double>(36, 0)));
  series.groups.insert(series.groups.begin() + 1, groupOf("district", "Outside the force area", steady(3)));
  SECTION("none below") {
    pack.measures[0] = statistics::analyse(series, kMonth);
    const paper::Chart stack = chart(paper::chartsOf(pack), "robbery.district");
    CHECK(stack.spec.kind == ChartKind::StackedColumns);
    CHECK(stack.shown == base::MonthRange{base::Month(2024, 1), kMonth});
    CHECK(stack.groups == std::vector<std::string>{"Hartlepool", "Other", "Outside the force area"});
  }
  SECTION("one below") {
    series.groups[2].in(series::Window::Month).back() = series::Cell::of(-1);
    pack.measures[0] = statistics::analyse(series, kMonth);
    const paper::Chart panels = chart(paper::chartsOf(pack), "robbery.district");
    CHECK(panels.spec.kind == ChartKind::SmallMultiples);
    CHECK(panels.shown == base::MonthRange{base::Month(2023, 1), kMonth});
    CHECK(panels.alternative.starts_with("Small line charts"));
  }
}
