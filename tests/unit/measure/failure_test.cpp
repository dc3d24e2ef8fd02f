#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

FakeWarehouse crimes() {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-02");
  warehouse.add("crimes", "2025-02", {{"category", "Theft"}, {"area", "Ashby"}}, 3);
  return warehouse;
}

MeasureDefinition deriveOf(const std::string& name, const std::string& read) {
  MeasureDefinition definition;
  definition.info.name = name;
  definition.kind = MeasureKind::Derive;
  definition.reads = {read};
  definition.formula = formulaMeasure(read);
  return definition;
}

MeasureDefinition ratioOf(const std::string& name, const std::string& top, const std::string& bottom) {
  MeasureDefinition definition = countOf(name, "crimes");
  definition.kind = MeasureKind::Ratio;
  definition.top.measure = top;
  definition.bottom.measure = bottom;
  return definition;
}

TEST_CASE("measures that read each other fail with the ring named, the rest go on") {
  FakeWarehouse warehouse = crimes();
  const auto made = seriesOf(
      {deriveOf("a", "b"), deriveOf("b", "c"), deriveOf("c", "a"), deriveOf("outside", "a"), countOf("all", "crimes")},
      "2025-02", warehouse);
  const std::string ring =
      "'a' reads 'b', which reads 'c', which reads 'a': a measure cannot be made from itself. Write one of them from "
      "rows.";
  CHECK(made[0].failure == ring);
  CHECK(made[1].failure == ring);
  CHECK(made[2].failure == ring);
  CHECK(made[3].failure == "'outside' reads 'a', which failed: " + ring);
  CHECK(shown(made[4], "2025-02") == "3");
}

TEST_CASE("a measure that reads itself") {
  FakeWarehouse warehouse = crimes();
  CHECK(seriesOf({deriveOf("a", "a")}, "2025-02", warehouse)[0].failure.find("'a' reads 'a': a measure cannot") == 0);
  CHECK(seriesOf({ratioOf("r", "r", "r")}, "2025-02", warehouse)[0].failure.find("'r' reads 'r': a measure cannot") ==
        0);
}

TEST_CASE("every cell of a failed measure says so") {
  FakeWarehouse warehouse = crimes();
  const series::Series made =
      seriesOf({deriveOf("a", "recordd"), countOf("recorded", "crimes")}, "2025-02", warehouse).front();
  CHECK(made.failure == "'a' reads 'recordd', and there is no measure of that name. Did you mean 'recorded'?");
  REQUIRE(made.groups.size() == 1);
  for (const series::Cell& cell : made.force().in(series::Window::Month)) {
    CHECK(cell.symbol == series::Symbol::Failed);
    CHECK_FALSE(cell.has());
  }
}

TEST_CASE("the parts of a ratio must add up") {
  FakeWarehouse warehouse = crimes();
  MeasureDefinition share = countOf("share", "crimes");
  share.kind = MeasureKind::Share;
  share.met = where("crimes", "category = 'Theft'");
  const auto made = seriesOf({ratioOf("r", "share", "all"), share, countOf("all", "crimes")}, "2025-02", warehouse);
  CHECK(made[0].failure.find("'r' is a ratio of 'share', which is neither a count nor a sum") == 0);
  CHECK(shown(made[1], "2025-02") == "100");
}

TEST_CASE("a breakdown that the table does not have") {
  FakeWarehouse warehouse = crimes();
  MeasureDefinition crime = countOf("crime", "crimes");
  by(crime, "categry");
  CHECK(seriesOf({crime}, "2025-02", warehouse)[0].failure ==
        "'crime' cannot be shown by categry: crimes has no column of that name. Did you mean 'category'?");
  MeasureDefinition stops = countOf("stops", "stop_searches");
  by(stops, "district", true);
  CHECK(seriesOf({stops}, "2025-02", warehouse)[0].failure ==
        "'stops' cannot be shown by district: rows of stop_searches have no area.");
  MeasureDefinition calls = countOf("calls", "calls");
  by(calls, "wait_seconds");
  CHECK(seriesOf({calls}, "2025-02", warehouse)[0].failure ==
        "'calls' cannot be shown by wait_seconds: only a column of texts makes groups.");
}

TEST_CASE("a name that no script declares") {
  FakeWarehouse warehouse = crimes();
  MeasureSet set;
  set.measures = {countOf("recorded_crime", "crimes")};
  const EvaluationRequest request{.month = base::Month(2025, 2),
                                  .history_months = 60,
                                  .force = &sampleForce(),
                                  .measures = &set,
                                  .wanted = {"recorded_crim", "recorded_crime"}};
  const auto made = evaluate(request, warehouse);
  CHECK(made[0].failure == "There is no measure 'recorded_crim'. Did you mean 'recorded_crime'?");
  CHECK(shown(made[1], "2025-02") == "3");
}

TEST_CASE("what is read but not wanted is not returned") {
  FakeWarehouse warehouse = crimes();
  MeasureSet set;
  set.measures = {deriveOf("a", "all"), countOf("all", "crimes")};
  setNatures(set);
  const EvaluationRequest request{
      .month = base::Month(2025, 2), .history_months = 60, .force = &sampleForce(), .measures = &set, .wanted = {"a"}};
  const auto made = evaluate(request, warehouse);
  REQUIRE(made.size() == 1);
  CHECK(shown(made[0], "2025-02") == "3");
}

}  // namespace
}  // namespace boardpack::measure
