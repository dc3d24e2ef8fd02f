#include "fake_warehouse.hpp"
#include "sample_rows.hpp"
#include "series/breaks.hpp"

#include "base/text.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

series::Event event(const sdk::Date& day, series::EventKind kind = series::EventKind::SystemChange) {
  series::Event made;
  made.day = day;
  made.kind = kind;
  made.title = "New system";
  return made;
}

std::vector<series::Series> toldWith(const std::vector<series::Event>& events) {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-01", "2025-03");
  for (const char* month : {"2024-04", "2024-12", "2025-01", "2025-02", "2025-03"}) {
    warehouse.add("crimes", month, {{"area", "Ashby"}}, 2);
    warehouse.add("crimes", month, {{"area", "Corby"}}, 1);
  }
  series::Registers registers;
  registers.events = events;
  MeasureSet set;
  set.measures = {countOf("crime", "crimes"), countOf("other", "crimes")};
  by(set.measures[0], "district", true);
  MeasureDefinition derived;
  derived.info.name = "per_crime";
  derived.kind = MeasureKind::Ratio;
  derived.info.windows = {series::Window::Month};
  derived.top.measure = "crime";
  derived.bottom.measure = "crime";
  set.measures.push_back(derived);
  EvaluationRequest request;
  request.month = base::Month(2025, 3);
  request.force = &sampleForce();
  setNatures(set);
  request.measures = &set;
  request.registers = &registers;
  request.wanted = {"crime", "other", "per_crime"};
  return evaluate(request, warehouse);
}

bool isBroken(const series::Series& series, const std::string& month, series::Window window = series::Window::Month,
              const std::string& breakdown = "", const std::string& group = "") {
  return cellOf(series, month, window, breakdown, group).marks.has(series::Mark::Break);
}

TEST_CASE("an event in an area is none of what has no areas, unless it names it") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-03");
  warehouse.add("crimes", "2025-03", {{"area", "Ashby"}}, 2);
  MeasureSet set;
  const auto figure = [&](const std::string& name) {
    MeasureDefinition entered;
    entered.info.name = name;
    entered.kind = MeasureKind::Figure;
    entered.info.windows = {series::Window::Month};
    return entered;
  };
  MeasureDefinition derived = figure("twice");
  derived.kind = MeasureKind::Derive;
  derived.reads = {"specials"};
  derived.formula = formulaOf(FormulaOp::Add, formulaMeasure("specials"), formulaMeasure("specials"));
  MeasureDefinition by_district = figure("visits");
  by(by_district, "district", true);
  set.measures = {countOf("crime", "crimes"), figure("specials"), derived, by_district};
  series::Registers registers;
  const auto touched = [&](const series::Event& of) {
    registers.events = {of};
    EvaluationRequest request;
    request.month = base::Month(2025, 3);
    request.force = &sampleForce();
    setNatures(set);
    request.measures = &set;
    request.registers = &registers;
    request.wanted = {"crime", "specials", "twice", "visits"};
    std::vector<std::string> names;
    for (const series::Series& made : evaluate(request, warehouse)) {
      if (!made.events.empty()) {
        names.push_back(made.info.name);
      }
    }
    return base::join(names, " ");
  };
  series::Event operation = event({2025, 2, 3}, series::EventKind::Operation);
  CHECK(touched(operation) == "crime specials twice visits");
  operation.areas = {"Ashby"};
  CHECK(touched(operation) == "crime visits");
  operation.measures = {"specials"};
  CHECK(touched(operation) == "specials twice");
}

TEST_CASE("an event in the middle of a month makes that month mixed, and every window over it broken") {
  const series::Series made = toldWith({event({2025, 1, 15})}).front();
  REQUIRE(made.events.size() == 1);
  CHECK_FALSE(isBroken(made, "2024-12"));
  CHECK(isBroken(made, "2025-01"));
  CHECK_FALSE(isBroken(made, "2025-02"));
  CHECK(isBroken(made, "2025-03", series::Window::Mrt));
  CHECK_FALSE(isBroken(made, "2024-12", series::Window::Mrt));
  CHECK(isBroken(made, "2025-03", series::Window::Ytd));
}

TEST_CASE("an event on the first of a month leaves the months whole") {
  const series::Series made = toldWith({event({2025, 1, 1})}).front();
  CHECK_FALSE(isBroken(made, "2024-12"));
  CHECK_FALSE(isBroken(made, "2025-01"));
  CHECK(isBroken(made, "2025-01", series::Window::Mrt));
  const series::Series april = toldWith({event({2024, 4, 1})}).front();
  CHECK_FALSE(isBroken(april, "2025-03", series::Window::Ytd));
  CHECK_FALSE(isBroken(april, "2025-03", series::Window::Mrt));
}

TEST_CASE("an operation breaks nothing, and is told all the same") {
  const series::Series made = toldWith({event({2025, 1, 15}, series::EventKind::Operation)}).front();
  CHECK(made.events.size() == 1);
  CHECK_FALSE(isBroken(made, "2025-01"));
}

TEST_CASE("an event touches the measures it names, and what is made from them") {
  series::Event named = event({2025, 1, 15});
  named.measures = {"crime"};
  const std::vector<series::Series> made = toldWith({named});
  CHECK(isBroken(made[0], "2025-01"));
  CHECK(made[1].events.empty());
  CHECK_FALSE(isBroken(made[1], "2025-01"));
  CHECK(isBroken(made[2], "2025-01"));
}

TEST_CASE("an event with areas touches those groups, what lies in them, and as a part what contains them") {
  series::Event north = event({2025, 1, 15});
  north.areas = {"North"};
  const series::Series made = toldWith({north}).front();
  CHECK(isBroken(made, "2025-01", series::Window::Month, "district", "Ashby"));
  CHECK_FALSE(isBroken(made, "2025-01", series::Window::Month, "district", "Corby"));
  CHECK(isBroken(made, "2025-01"));
  CHECK_FALSE(isBroken(made, "2025-02"));
  CHECK(series::breaksOf(made, made.force()).empty());
  CHECK(series::breaksOfPart(made, made.force()).size() == 1);
  // Of a district alone the region above it is told, and so is the force.
  series::Event ashby = event({2025, 1, 15});
  ashby.areas = {"Ashby"};
  CHECK(toldWith({ashby}).front().events.front().areas_above == std::vector<std::string>{"North"});
}

/// Calls of each month from January 2023 to March 2025, 10 of each, 12 from 2025 on; a caller each time.
std::vector<series::Series> callsWith(const std::vector<series::Event>& events,
                                      const std::vector<MeasureDefinition>& definitions) {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2023-01", "2025-03");
  for (base::Month month(2023, 1); month <= base::Month(2025, 3); month = month + 1) {
    for (int call = 0; call < (month.year() == 2025 ? 12 : 10); ++call) {
      warehouse.add("contacts", month.iso(),
                    {{"received_at", month.iso() + "-05"}, {"caller_key", "caller " + std::to_string(call)}});
    }
  }
  series::Registers registers;
  registers.events = events;
  return seriesOf(definitions, "2025-03", warehouse, 12, &registers);
}

MeasureDefinition derivedBy(const std::string& name, const Formula& formula) {
  MeasureDefinition made;
  made.info.name = name;
  made.kind = MeasureKind::Derive;
  made.info.windows = {series::Window::Month, series::Window::Mrt};
  made.formula = formula;
  made.reads = measuresOf(*formula);
  return made;
}

TEST_CASE("a derive that looks over a break has no value there, and says which") {
  const Formula calls = formulaMeasure("calls");
  const Formula yearly = formulaOf(FormulaOp::Subtract, calls, formulaOver(FormulaOp::Shift, calls, 12));
  const Formula fixed = formulaOf(FormulaOp::Divide, calls, formulaAt(calls, *formulaPeriod("2023-06"), "2023-06"));
  const Formula against = formulaOf(FormulaOp::AtLeast, calls, formulaOver(FormulaOp::Shift, calls, 1));
  const Formula beside = formulaOf(FormulaOp::Subtract, calls, calls);
  const std::vector<MeasureDefinition> definitions{derivedBy("yearly", yearly), derivedBy("fixed", fixed),
                                                   derivedBy("against", against), derivedBy("beside", beside),
                                                   countOf("calls", "contacts")};
  const auto made = callsWith({event({2025, 1, 15})}, definitions);
  const std::string why =
      "[z] the series breaks between or within the periods that it sets against each other: New system, 15 January "
      "2025";
  CHECK(shown(made[0], "2024-12") == "0");
  CHECK(shown(made[0], "2025-01") == why);
  CHECK(shown(made[0], "2025-03") == why);
  CHECK(shown(made[0], "2025-03", series::Window::Mrt) == why);
  CHECK(shown(made[1], "2024-12") == "1");
  CHECK(shown(made[1], "2025-02") == why);
  CHECK(shown(made[2], "2025-02") == why);
  CHECK(shown(made[2], "2025-03") == "1");  // February and March both lie after it
  CHECK(shown(made[3], "2025-01") == "0");  // of one period
  CHECK(isBroken(made[3], "2025-01"));
  CHECK_FALSE(isBroken(made[3], "2025-02"));

  // Of another measure the event says nothing; of a part of the force it marks.
  series::Event other = event({2025, 1, 15});
  other.measures = {"nothing"};
  CHECK(shown(callsWith({other}, definitions)[0], "2025-01") == "2");
  series::Event part = event({2025, 1, 15});
  part.areas = {"Ashby"};
  const auto partly = callsWith({part}, definitions);
  CHECK(shown(partly[0], "2025-01") == "2");
  CHECK(isBroken(partly[0], "2025-01"));
  CHECK(shown(partly[1], "2025-02") == base::exactNumber(1.2));
  CHECK(isBroken(partly[1], "2025-02"));
}

TEST_CASE("a break stays in the sums over months, and in what is made of them") {
  const Formula calls = formulaMeasure("calls");
  MeasureDefinition rolled = derivedBy("rolled", formulaOver(FormulaOp::Rolling, calls, 3));
  rolled.info.windows = {series::Window::Month};
  const Formula of_rolled = formulaMeasure("rolled");
  const auto made = callsWith(
      {event({2025, 1, 1})},
      {rolled,
       derivedBy("change", formulaOf(FormulaOp::Subtract, of_rolled, formulaOver(FormulaOp::Shift, of_rolled, 1))),
       derivedBy("month", formulaOf(FormulaOp::Divide, calls, formulaOver(FormulaOp::Mean, calls, 3))),
       countOf("calls", "contacts")});
  CHECK(shown(made[0], "2024-12") == "30");
  CHECK_FALSE(isBroken(made[0], "2024-12"));
  CHECK(shown(made[0], "2025-01") == "32");  // November to January
  CHECK(isBroken(made[0], "2025-01"));
  CHECK(isBroken(made[0], "2025-02"));
  CHECK_FALSE(isBroken(made[0], "2025-03"));
  CHECK(shown(made[1], "2025-03").starts_with("[z] the series breaks"));  // February's has December in it
  CHECK(shown(made[2], "2024-12") == "1");
  CHECK(shown(made[2], "2025-02").starts_with("[z] the series breaks"));  // a month against a mean with December in it
  CHECK(shown(made[2], "2025-03") == "1");
}

TEST_CASE("repeats that look back over a break are marked") {
  MeasureDefinition repeats = countOf("repeats", "contacts");
  repeats.kind = MeasureKind::Repeats;
  repeats.repeats = MeasureDefinition::Repeats{.who = "caller_key", .within = 3};
  const auto marked = [&](const std::vector<series::Event>& events, int within) {
    MeasureDefinition own = repeats;
    own.repeats->within = within;
    const series::Series made = callsWith(events, {own}).front();
    std::string text;
    for (const series::Cell& cell : made.force().in(series::Window::Month)) {
      text += cell.marks.has(series::Mark::Break) ? 'b' : '.';
    }
    return text;
  };
  // April 2024 to March 2025. A call of 5 October looks back to 6 July; one of 5 August to 6 May.
  CHECK(marked({event({2024, 7, 10})}, 3) == "...bbbb.....");
  CHECK(marked({event({2024, 7, 1})}, 3) == "...bbb......");
  CHECK(marked({event({2024, 7, 10})}, MeasureDefinition::Repeats::kEver) == "...bbbbbbbbb");
  CHECK(marked({event({2022, 7, 10})}, MeasureDefinition::Repeats::kEver) == "............");  // before all data
}

}  // namespace
}  // namespace boardpack::measure
