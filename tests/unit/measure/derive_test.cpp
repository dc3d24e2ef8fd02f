#include "fake_warehouse.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Cell;
using series::Window;

/// charged / recorded, element by element; where a part has no value its own symbol stays.
std::vector<Cell> quotient(const MeasureDefinition::Columns& columns) {
  const std::vector<Cell>& top = columns.at("charged");
  const std::vector<Cell>& bottom = columns.at("recorded");
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < top.size(); ++i) {
    if (!top[i].has() || !bottom[i].has()) {
      cells.push_back(top[i].has() ? bottom[i] : top[i]);
    } else {
      cells.push_back(Cell::of(*top[i].value / *bottom[i].value));
    }
  }
  return cells;
}

std::vector<MeasureDefinition> withDerived() {
  MeasureDefinition charged = countOf("charged", "outcomes");
  charged.rows.where = where("outcomes", "outcome = 'Charged'");
  by(charged, "district", true);
  by(charged, "outcome_group");
  MeasureDefinition recorded = countOf("recorded", "crimes");
  recorded.info.windows = {Window::Month};  // a derive needs the other windows all the same
  by(recorded, "district", true);
  by(recorded, "outcome_group");
  MeasureDefinition derived;
  derived.info.name = "charge_rate";
  derived.info.kind = series::MeasureKind::Derive;
  derived.info.windows = {Window::Month, Window::Mrt, Window::Ytd};
  derived.reads = {"charged", "recorded"};
  derived.derive = quotient;
  by(derived, "district", true);
  by(derived, "outcome_group");
  return {derived, charged, recorded};
}

/// November 2024 to April 2025 crimes, from December 2024 outcomes.
FakeWarehouse rows() {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-11", "2025-05");
  warehouse.cover("outcomes", "2024-12", "2025-05");
  warehouse.add("crimes", "2025-04", {{"category", "Theft"}, {"area", "Ashby"}, {"outcome_group", "none"}}, 4);
  warehouse.add("crimes", "2025-05", {{"category", "Theft"}, {"area", "Corby"}}, 6);
  warehouse.add("outcomes", "2025-04", {{"outcome", "Charged"}, {"area", "Ashby"}, {"outcome_group", "positive"}}, 1);
  warehouse.add("outcomes", "2025-05", {{"outcome", "Charged"}, {"area", "Corby"}, {"outcome_group", "none"}}, 4);
  return warehouse;
}

TEST_CASE("a derive is made month by month, window by window, group by group") {
  FakeWarehouse warehouse = rows();
  const series::Series made = seriesOf(withDerived(), "2025-05", warehouse).front();
  CHECK(made.failure.empty());
  CHECK(made.months.front().iso() == "2024-11");
  CHECK(shown(made, "2024-11") == "[x] 'charged' has no value for November 2024");
  CHECK(shown(made, "2024-12") == "[z] a division by zero");
  CHECK(shown(made, "2025-04") == "0.25");
  CHECK(shown(made, "2025-05", Window::Ytd) == "0.5");  // 5 of 10
  CHECK(shown(made, "2025-05", Window::Mrt).find("[x] a 12-month figure needs all 12 months; no extract covers") == 0);
  CHECK(shown(made, "2025-05", Window::Month, "district", "Ashby") == "[z] a division by zero");
  CHECK(*cellOf(made, "2025-05", Window::Month, "district", "Corby").value == Approx(4.0 / 6.0));
  CHECK(made.find("district", "Ashby")->parent == "North");
}

TEST_CASE("a group that one part does not have counts 0 there") {
  FakeWarehouse warehouse = rows();
  const series::Series made = seriesOf(withDerived(), "2025-05", warehouse).front();
  CHECK(groupsOf(made, "outcome_group") == std::vector<std::string>{"none", "positive", "Not known"});
  CHECK(shown(made, "2025-05", Window::Month, "outcome_group", "Not known") == "0");  // 0 of 6
  CHECK(shown(made, "2025-04", Window::Month, "outcome_group", "positive") == "[z] a division by zero");
}

TEST_CASE("a part that does not fill the breakdown's column has no value in its groups, where its force has one") {
  FakeWarehouse warehouse = rows();
  warehouse.leaveOut("outcomes", "outcome_group", "2025-05");
  const series::Series made = seriesOf(withDerived(), "2025-05", warehouse).front();
  CHECK(*cellOf(made, "2025-05").value == Approx(4.0 / 6.0));
  // "Not known" is a group of the crimes alone: 6 of them, and of the outcomes nothing can be said.
  CHECK(shown(made, "2025-05", Window::Month, "outcome_group", "Not known") ==
        "[x] the extracts of May 2025 do not give 'outcome_group'");
  CHECK(shown(made, "2025-04", Window::Month, "outcome_group", "positive") == "[z] a division by zero");
}

TEST_CASE("a part that is a rate has 0 in a group without rows, and none where nobody can live") {
  FakeWarehouse warehouse = rows();
  warehouse.inhabitants("Sample", 2025, 1000);
  warehouse.add("crimes", "2025-05", {{"category", "Theft"}, {"area", "Outside the force area"}}, 2);
  std::vector<MeasureDefinition> set = withDerived();
  set[1].info.kind = series::MeasureKind::Rate;
  set[1].per = 1000;
  set[1].population_kind = "people";
  const series::Series made = seriesOf(set, "2025-05", warehouse).front();
  CHECK(shown(made, "2025-05", Window::Month, "outcome_group", "Not known") == "0");  // 0 of 8
  CHECK(shown(made, "2025-05", Window::Month, "district", "Outside the force area") == "[z] it has no population");
}

TEST_CASE("a derive that reads a derive has its part's value in a group without rows") {
  FakeWarehouse warehouse = rows();
  std::vector<MeasureDefinition> set = withDerived();
  MeasureDefinition doubled = set.front();
  doubled.info.name = "doubled";
  doubled.reads = {"charged_twice", "recorded"};
  doubled.derive = [](const MeasureDefinition::Columns& columns) { return columns.at("charged_twice"); };
  MeasureDefinition twice = set.front();
  twice.info.name = "charged_twice";
  twice.reads = {"charged"};
  twice.derive = [](const MeasureDefinition::Columns& columns) { return columns.at("charged"); };
  set.insert(set.begin(), {doubled, twice});
  const series::Series made = seriesOf(set, "2025-05", warehouse).front();
  CHECK(made.failure.empty());
  CHECK(shown(made, "2025-05", Window::Month, "outcome_group", "Not known") == "0");
}

TEST_CASE("behind a derived ratio stands the smallest count of its parts") {
  FakeWarehouse warehouse = rows();
  std::vector<MeasureDefinition> set = withDerived();
  set[0].info.adds_up = false;
  const series::Series made = seriesOf(set, "2025-05", warehouse).front();
  CHECK(cellOf(made, "2025-04").least_behind == 1.0);  // 1 charged of 4 recorded
  CHECK(cellOf(made, "2025-05").least_behind == 4.0);  // 4 of 6
  CHECK(cellOf(made, "2025-05", Window::Month, "outcome_group", "Not known").least_behind == 0.0);
}

TEST_CASE("a breakdown that a part does not have fails the derive alone") {
  FakeWarehouse warehouse = rows();
  std::vector<MeasureDefinition> set = withDerived();
  set[2].info.breakdowns.pop_back();
  const auto made = seriesOf(set, "2025-05", warehouse);
  CHECK(made[0].failure ==
        "'charge_rate' is shown by outcome_group, and 'recorded', which it reads, is not. Add \"outcome_group\" to the "
        "`by` of 'recorded'.");
  CHECK(made[1].failure.empty());
  CHECK(made[2].failure.empty());
}

TEST_CASE("a derive may read a derive, and stops with the part that fails") {
  FakeWarehouse warehouse = rows();
  std::vector<MeasureDefinition> set = withDerived();
  MeasureDefinition twice;
  twice.info.name = "twice";
  twice.info.kind = series::MeasureKind::Derive;
  twice.reads = {"charge_rate"};
  twice.derive = [](const MeasureDefinition::Columns& columns) {
    std::vector<Cell> cells = columns.at("charge_rate");
    for (Cell& cell : cells) {
      if (cell.has()) {
        *cell.value *= 2;
      }
    }
    return cells;
  };
  set.push_back(twice);
  CHECK(shown(seriesOf(set, "2025-05", warehouse).back(), "2025-04") == "0.5");
  set[2].rows.table = "crims";
  const auto made = seriesOf(set, "2025-05", warehouse);
  CHECK(made[2].failure == "There is no table 'crims'. Did you mean 'crimes'?");
  CHECK(made[0].failure == "'charge_rate' reads 'recorded', which failed: " + made[2].failure);
  CHECK(made[3].failure.find("'twice' reads 'charge_rate', which failed") == 0);
  CHECK(made[1].failure.empty());
}

}  // namespace
}  // namespace boardpack::measure
