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
  SECTION("groups that do not add up") { series.info.adds_up = false; }
  pack.measures[0] = statistics::analyse(series, kMonth);
  CHECK(chart(paper::chartsOf(pack), "robbery.district").spec.kind == ChartKind::SmallMultiples);
}

TEST_CASE("the same chart declared twice is one", "[charts]") {
  paper::Pack pack = makePack();
  pack.measures[0].series.info.charts = {{ChartKind::Xmr, "", 36}, {ChartKind::Xmr, "", 24}};
  pack.measures.pop_back();
  CHECK(paper::chartsOf(pack).size() == 1);
}
