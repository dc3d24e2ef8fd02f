#include "fake_warehouse.hpp"
#include "measure/definition/formula_roll.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Window;

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
  derived.kind = MeasureKind::Derive;
  derived.info.windows = {Window::Month, Window::Mrt, Window::Ytd};
  derived.reads = {"charged", "recorded"};
  derived.formula = formulaOf(FormulaOp::Divide, formulaMeasure("charged"), formulaMeasure("recorded"));
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
  CHECK(shown(made, "2024-12") == "[z] division by zero");
  CHECK(shown(made, "2025-04") == "0.25");
  CHECK(shown(made, "2025-05", Window::Ytd) == "0.5");  // 5 of 10
  CHECK(shown(made, "2025-05", Window::Mrt).find("[x] a 12-month figure needs all 12 months; no extract covers") == 0);
  CHECK(shown(made, "2025-05", Window::Month, "district", "Ashby") == "[z] division by zero");
  CHECK(*cellOf(made, "2025-05", Window::Month, "district", "Corby").value == Approx(4.0 / 6.0));
  CHECK(made.find("district", "Ashby")->parent == "North");
}

TEST_CASE("entered decimals are added and compared as people do") {
  series::Registers registers;
  const auto enter = [&](const std::string& name, double value) {
    series::EnteredFigure figure;
    figure.measure = name;
    figure.month = base::Month(2025, 5);
    figure.value = value;
    registers.figures.push_back(figure);
    MeasureDefinition definition;
    definition.info.name = name;
    definition.kind = MeasureKind::Figure;
    definition.info.windows = {Window::Month};
    return definition;
  };
  std::vector<MeasureDefinition> all = {enter("a", 0.1), enter("b", 0.2), enter("c", 1999999999), enter("d", 12.3)};
  const auto value = [&](Formula formula) {
    MeasureDefinition derived;
    derived.info.name = "derived";
    derived.kind = MeasureKind::Derive;
    derived.info.windows = {Window::Month};
    derived.reads = measuresOf(*formula);
    derived.formula = std::move(formula);
    std::vector<MeasureDefinition> definitions = all;
    definitions.insert(definitions.begin(), derived);
    FakeWarehouse warehouse;
    return shown(seriesOf(definitions, "2025-05", warehouse, 60, &registers).front(), "2025-05");
  };
  const Formula sum = formulaOf(FormulaOp::Add, formulaMeasure("a"), formulaMeasure("b"));
  const auto against = [&](FormulaOp op, const Formula& of, double number) {
    return value(formulaOf(op, of, formulaNumber(number)));
  };
  CHECK(value(sum) == "0.3");
  CHECK(against(FormulaOp::Equals, sum, 0.3) == "1");
  CHECK(against(FormulaOp::AtMost, sum, 0.3) == "1");
  CHECK(against(FormulaOp::AtLeast, sum, 0.3) == "1");
  CHECK(against(FormulaOp::Above, sum, 0.3) == "0");
  CHECK(against(FormulaOp::Below, sum, 0.3) == "0");
  CHECK(against(FormulaOp::Above, sum, 0.2999) == "1");
  CHECK(against(FormulaOp::Multiply, formulaMeasure("a"), 3) == "0.3");
  CHECK(against(FormulaOp::Subtract, formulaMeasure("d"), 12.1) == "0.2");
  CHECK(value(formulaOf(FormulaOp::Divide, sum, formulaMeasure("a"))) == "3");
  CHECK(against(FormulaOp::AtLeast, formulaMeasure("c"), 2'000'000'000) == "0");
  const Formula third = formulaOf(FormulaOp::Divide, formulaMeasure("a"), formulaNumber(3));
  CHECK(against(FormulaOp::Equals, formulaOf(FormulaOp::Multiply, third, formulaNumber(3)), 0.1) == "1");
}

TEST_CASE("a group that one part does not have counts 0 there") {
  FakeWarehouse warehouse = rows();
  const series::Series made = seriesOf(withDerived(), "2025-05", warehouse).front();
  CHECK(groupsOf(made, "outcome_group") == std::vector<std::string>{"none", "positive", "Not known"});
  CHECK(shown(made, "2025-05", Window::Month, "outcome_group", "Not known") == "0");  // 0 of 6
  CHECK(shown(made, "2025-04", Window::Month, "outcome_group", "positive") == "[z] division by zero");
}

TEST_CASE("a part that does not fill the breakdown's column has no value in its groups, where its force has one") {
  FakeWarehouse warehouse = rows();
  warehouse.leaveOut("outcomes", "outcome_group", "2025-05");
  const series::Series made = seriesOf(withDerived(), "2025-05", warehouse).front();
  CHECK(*cellOf(made, "2025-05").value == Approx(4.0 / 6.0));
  // "Not known" is a group of the crimes alone: 6 of them, and of the outcomes nothing can be said.
  CHECK(shown(made, "2025-05", Window::Month, "outcome_group", "Not known") ==
        "[x] the extracts of May 2025 do not give 'outcome_group'");
  CHECK(shown(made, "2025-04", Window::Month, "outcome_group", "positive") == "[z] division by zero");
}

TEST_CASE("a part that is a rate has 0 in a group without rows, and none where nobody can live") {
  FakeWarehouse warehouse = rows();
  warehouse.inhabitants("Sample", 2025, 1000);
  warehouse.add("crimes", "2025-05", {{"category", "Theft"}, {"area", "Outside the force area"}}, 2);
  std::vector<MeasureDefinition> set = withDerived();
  set[1].kind = MeasureKind::Rate;
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
  doubled.formula = formulaMeasure("charged_twice");
  MeasureDefinition twice = set.front();
  twice.info.name = "charged_twice";
  twice.reads = {"charged"};
  twice.formula = formulaMeasure("charged");
  set.insert(set.begin(), {doubled, twice});
  const series::Series made = seriesOf(set, "2025-05", warehouse).front();
  CHECK(made.failure.empty());
  CHECK(shown(made, "2025-05", Window::Month, "outcome_group", "Not known") == "0");
}

TEST_CASE("behind a derived ratio stands the smallest count of its parts") {
  FakeWarehouse warehouse = rows();
  std::vector<MeasureDefinition> set = withDerived();
  const series::Series made = seriesOf(set, "2025-05", warehouse).front();
  CHECK(cellOf(made, "2025-04").least_behind == 1.0);  // 1 charged of 4 recorded
  CHECK(cellOf(made, "2025-05").least_behind == 4.0);  // 4 of 6
  CHECK(cellOf(made, "2025-05", Window::Month, "outcome_group", "Not known").least_behind == 0.0);
}

/// 2023-01 to 2025-05: a crime more each month, from 1; a charge in each.
FakeWarehouse rising() {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2023-01", "2025-05");
  warehouse.cover("outcomes", "2023-01", "2025-05");
  int crimes = 0;
  for (base::Month month(2023, 1); month <= base::Month(2025, 5); month = month + 1) {
    warehouse.add("crimes", month.iso(), {{"category", "Theft"}, {"area", "Ashby"}}, ++crimes);
    warehouse.add("outcomes", month.iso(), {{"outcome", "Charged"}, {"area", "Ashby"}}, 1);
  }
  return warehouse;
}

MeasureDefinition derivedBy(const Formula& formula) {
  MeasureDefinition made;
  made.info.name = "made";
  made.kind = MeasureKind::Derive;
  made.info.windows = {Window::Month, Window::Mrt, Window::Ytd};
  made.formula = formula;
  made.reads = measuresOf(*formula);
  return made;
}

TEST_CASE("months before the first shown one are read, and not shown") {
  FakeWarehouse warehouse = rising();
  const MeasureDefinition recorded = countOf("recorded", "crimes");
  const auto of = [&](const Formula& formula) {
    return seriesOf({derivedBy(formula), recorded}, "2025-05", warehouse, 2);
  };
  SECTION("of a year earlier, over the same window") {
    const auto made = of(formulaOver(FormulaOp::Shift, formulaMeasure("recorded"), 12));
    CHECK(made[0].months.front().iso() == "2025-04");
    CHECK(made[1].months.front().iso() == "2025-04");
    CHECK(made[1].groups.front().in(Window::Month).size() == 2);
    CHECK(shown(made[0], "2025-04") == "16");
    CHECK(shown(made[0], "2025-05") == "17");
    CHECK(shown(made[0], "2025-05", Window::Mrt) == "138");  // June 2023 to May 2024: 6 + … + 17
    CHECK(shown(made[0], "2025-05", Window::Ytd) == "33");   // April and May 2024: 16 + 17
  }
  SECTION("of three months, and of three months a year earlier") {
    const auto made =
        of(formulaOver(FormulaOp::Shift, formulaOver(FormulaOp::Rolling, formulaMeasure("recorded"), 3), 12));
    CHECK(shown(made[0], "2025-04") == "45");  // February to April 2024: 14 + 15 + 16
    CHECK(shown(made[0], "2025-05") == "48");
  }
  SECTION("of a month long ago") {
    const auto made = of(formulaAt(formulaMeasure("recorded"), *formulaPeriod("2023-02"), "2023-02"));
    CHECK(shown(made[0], "2025-05") == "2");
    CHECK(shown(made[0], "2025-05", Window::Mrt).find("[x] a 12-month figure needs all 12 months") == 0);
  }
  SECTION("further back than any extract") {
    const auto made = of(formulaOver(FormulaOp::Shift, formulaMeasure("recorded"), 60));
    CHECK(shown(made[0], "2025-05") == "[x] 'recorded' has no value for May 2020");
  }
}

TEST_CASE("a share over several months is one of their sums") {
  FakeWarehouse warehouse = rising();
  MeasureDefinition share = countOf("share", "outcomes");
  share.kind = MeasureKind::Share;
  share.info.nature = kindOf("share").nature;
  share.met = where("outcomes", "outcome = 'Charged'");
  warehouse.add("outcomes", "2025-05", {{"outcome", "None"}, {"area", "Ashby"}}, 3);
  const RolledDown rolled = rollDown(formulaOver(FormulaOp::Rolling, formulaMeasure("share"), 3),
                                     [&](const std::string&) -> const MeasureDefinition& { return share; });
  REQUIRE(rolled.formula != nullptr);
  const auto made = seriesOf({derivedBy(rolled.formula), share}, "2025-05", warehouse, 2);
  CHECK(shown(made[0], "2025-04") == "100");
  CHECK(shown(made[0], "2025-05") == "50");  // 3 of 6; the mean of 100, 100 and 25 would be 75
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
  twice.kind = MeasureKind::Derive;
  twice.reads = {"charge_rate"};
  twice.formula = formulaOf(FormulaOp::Multiply, formulaMeasure("charge_rate"), formulaNumber(2));
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
