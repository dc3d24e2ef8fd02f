#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::EnteredFigure;

MeasureDefinition entered(const std::string& name, MeasureKind kind) {
  MeasureDefinition definition;
  definition.info.name = name;
  definition.kind = kind;
  definition.info.windows = {series::Window::Month};
  return definition;
}

MeasureDefinition states() {
  MeasureDefinition definition = entered("plan_state", MeasureKind::State);
  definition.info.states = {"red", "amber", "green"};
  by(definition, "question");
  return definition;
}

EnteredFigure figure(const std::string& month, double value, const std::string& breakdown = "",
                     const std::string& group = "") {
  EnteredFigure made;
  made.measure = "calls";
  made.month = *base::Month::parse(month);
  made.value = value;
  made.breakdown = breakdown;
  made.group = group;
  made.entered_by = "Head of Contact";
  made.entered_on = sdk::Date{2025, 4, 2};
  return made;
}

EnteredFigure state(const std::string& month, const std::string& question, const std::string& name) {
  EnteredFigure made = figure(month, 0, "question", question);
  made.measure = "plan_state";
  made.value.reset();
  made.state = name;
  return made;
}

std::vector<series::Series> told(const std::vector<MeasureDefinition>& definitions,
                                 const series::Registers& registers) {
  FakeWarehouse warehouse;
  MeasureSet set;
  set.measures = definitions;
  EvaluationRequest request;
  request.month = base::Month(2025, 3);
  request.force = &sampleForce();
  setNatures(set);
  request.measures = &set;
  request.registers = &registers;
  for (const MeasureDefinition& definition : definitions) {
    request.wanted.push_back(definition.info.name);
  }
  return evaluate(request, warehouse);
}

TEST_CASE("an entered figure stands in its month, and no other month takes it") {
  series::Registers registers;
  registers.figures = {figure("2025-01", 12), figure("2025-03", 50000), figure("2025-03", 7, "district", "Corby")};
  registers.figures[1].bound = series::Bound::JustUnder;
  registers.figures[1].as_at = sdk::Date{2025, 4, 10};
  MeasureDefinition calls = entered("calls", MeasureKind::Figure);
  by(calls, "district", true);
  const series::Series made = told({calls}, registers).front();
  CHECK(made.months.front() == base::Month(2025, 1));
  CHECK(shown(made, "2025-01") == "12");
  CHECK(shown(made, "2025-02") == "[x] nobody entered February 2025");
  CHECK(shown(made, "2025-03") == "50000");
  CHECK(cellOf(made, "2025-03").bound == series::Bound::JustUnder);
  CHECK(made.as_at == sdk::Date{2025, 4, 10});
  CHECK(groupsOf(made, "district") == std::vector<std::string>{"Barton", "Ashby", "Corby"});
  CHECK(shown(made, "2025-03", series::Window::Month, "district", "Corby") == "7");
  CHECK(shown(made, "2025-03", series::Window::Month, "district", "Ashby") == "[x] nobody entered March 2025");
  CHECK(made.info.note == "Figures for March 2025 entered by Head of Contact on 2 April 2025.");
}

TEST_CASE("why there is no figure is what was entered") {
  series::Registers registers;
  registers.figures = {figure("2025-03", 0)};
  registers.figures[0].value.reset();
  registers.figures[0].words = "the survey was not held";
  const series::Series made = told({entered("calls", MeasureKind::Figure)}, registers).front();
  CHECK(shown(made, "2025-03") == "[x] the survey was not held");
}

TEST_CASE("nothing entered at all is not available") {
  const series::Series made = told({entered("calls", MeasureKind::Figure)}, {}).front();
  CHECK(shown(made, "2025-03") == "[x] nobody entered March 2025");
}

TEST_CASE("before the first figure that was entered no extract is missing") {
  series::Registers registers;
  registers.figures = {figure("2025-01", 12), figure("2025-02", 12), figure("2025-03", 13)};
  MeasureDefinition twice = entered("twice", MeasureKind::Derive);
  twice.reads = {"calls"};
  twice.formula = formulaOf(FormulaOp::Add, formulaMeasure("calls"), formulaMeasure("calls"));
  for (const series::Series& made : told({entered("calls", MeasureKind::Figure), twice}, registers)) {
    INFO(made.info.name);
    CHECK(made.at(made.force(), series::Window::Month, base::Month(2024, 3)).reason == "nobody entered March 2024");
  }
}

TEST_CASE("a figure of a quarter is told by the latest whole quarter") {
  series::Registers registers;
  registers.figures = {figure("2024-12", 31)};
  MeasureDefinition calls = entered("calls", MeasureKind::Figure);
  calls.info.windows = {series::Window::Quarter};
  const series::Series made = told({calls}, registers).front();
  CHECK(shown(made, "2025-02", series::Window::Quarter) == "31");
  CHECK(shown(made, "2025-03", series::Window::Quarter) == "[x] nobody entered March 2025");
}

TEST_CASE("the force's state is the worst of its groups, while that is known") {
  series::Registers registers;
  registers.figures = {state("2025-01", "Q1", "green"), state("2025-01", "Q2", "amber"),
                       state("2025-02", "Q1", "green"), state("2025-03", "Q1", "red")};
  const series::Series made = told({states()}, registers).front();
  CHECK(shown(made, "2025-01") == "2");
  CHECK(shown(made, "2025-02") == "[x] no state was entered for Q2 in February 2025, so the worst is not known");
  CHECK(shown(made, "2025-03") == "1");
  CHECK(cellOf(made, "2025-03").unknown == 1);
  CHECK(shown(made, "2025-01", series::Window::Month, "question", "Q1") == "3");
  CHECK(shown(made, "2025-03", series::Window::Month, "question", "Q2") == "[x] no state was entered for March 2025");
}

TEST_CASE("a group is looked for from its first entry on") {
  series::Registers registers;
  registers.figures = {state("2025-02", "Q1", "green"), state("2025-03", "Q1", "green"),
                       state("2025-03", "Q2", "amber")};
  const series::Series made = told({states()}, registers).front();
  CHECK(shown(made, "2025-02") == "3");
  CHECK(shown(made, "2025-03") == "2");
}

TEST_CASE("groups at a state are counted, and the share at it or better is of those known") {
  series::Registers registers;
  registers.figures = {state("2025-02", "Q1", "green"), state("2025-02", "Q2", "amber"), state("2025-02", "Q3", "red"),
                       state("2025-03", "Q1", "amber"), state("2025-03", "Q2", "green")};
  MeasureDefinition red = entered("red", MeasureKind::State);
  red.of_states = {.measure = "plan_state", .state = "red", .is_share = false};
  MeasureDefinition least = entered("least_amber", MeasureKind::State);
  least.of_states = {.measure = "plan_state", .state = "amber", .is_share = true};
  const std::vector<series::Series> made = told({red, least, states()}, registers);
  CHECK(shown(made[0], "2025-02") == "1");
  CHECK(shown(made[0], "2025-03") == "0");
  CHECK(cellOf(made[1], "2025-02").numerator == 2);
  CHECK(cellOf(made[1], "2025-02").denominator == 3);
  CHECK(shown(made[1], "2025-03") == "100");
  CHECK(cellOf(made[1], "2025-03").unknown == 1);
}

}  // namespace
}  // namespace boardpack::measure
