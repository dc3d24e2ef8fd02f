#include "fake_warehouse.hpp"
#include "measure/definition/formula.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using Over = MeasureDefinition::Snapshot::Over;

sdk::Force forceWithPeople() {
  using enum sdk::ColumnType;
  sdk::Force force = sampleForce();
  force.tables.push_back({.name = "staff",
                          .row_singular = "person",
                          .row_plural = "people",
                          .default_date = "as_at",
                          .area_column = "",
                          .public_counts = true,
                          .columns = {{"as_at", Day, "the day", true},
                                      {"role", Text, "the role"},
                                      {"team", Text, "the team"},
                                      {"fte", Number, "the full-time equivalent"}}});
  return force;
}

MeasureDefinition snapshotOf(const std::string& name, Over over = Over::Last) {
  MeasureDefinition definition;
  definition.info.name = name;
  definition.kind = MeasureKind::Snapshot;
  definition.info.windows = {series::Window::Month, series::Window::Mrt};
  definition.rows.table = "staff";
  definition.rows.date = "as_at";
  definition.snapshot = {.over = over, .until_board = false, .is_kept = false};
  return definition;
}

FakeWarehouse staffed() {
  FakeWarehouse warehouse;
  warehouse.cover("staff", "2025-01", "2025-04");
  warehouse.add("staff", "2025-01-31", {{"role", "officer"}, {"fte", "1"}}, 10);
  warehouse.add("staff", "2025-02-14", {{"role", "officer"}, {"fte", "1"}}, 4);
  warehouse.add("staff", "2025-02-28", {{"role", "officer"}, {"fte", "0.5"}}, 12);
  warehouse.add("staff", "2025-02-28", {{"role", "special"}}, 3);
  warehouse.add("staff", "2025-03-15", {{"role", "officer"}, {"fte", "1"}}, 9);
  warehouse.add("staff", "2025-04-10", {{"role", "officer"}, {"fte", "1"}}, 20);
  return warehouse;
}

series::Series toldOf(const MeasureDefinition& definition, const std::string& month, warehouse::Warehouse& warehouse,
                      const std::optional<sdk::Date>& board = {}, const series::Registers* registers = nullptr,
                      const std::optional<sdk::Date>& extracted = {}, std::vector<series::KeptValue>* keep = nullptr) {
  static const sdk::Force force = forceWithPeople();
  MeasureSet set;
  set.measures = {definition};
  EvaluationRequest request;
  request.month = *base::Month::parse(month);
  request.force = &force;
  setNatures(set);
  request.measures = &set;
  request.board_date = board;
  request.registers = registers;
  request.keep = keep;
  if (extracted) {
    request.extracted_on[definition.rows.table] = *extracted;
  }
  request.wanted = {definition.info.name};
  return evaluate(request, warehouse).front();
}

TEST_CASE("a snapshot is what stands at the latest day of the month, never a sum") {
  FakeWarehouse warehouse = staffed();
  MeasureDefinition strength = snapshotOf("strength");
  by(strength, "role");
  const series::Series made = toldOf(strength, "2025-03", warehouse);
  CHECK(shown(made, "2025-01") == "10");
  CHECK(shown(made, "2025-02") == "15");
  CHECK(shown(made, "2025-03") == "9");
  CHECK(made.as_at == sdk::Date{2025, 3, 15});
  CHECK(shown(made, "2025-02", series::Window::Month, "role", "special") == "3");
  CHECK(shown(made, "2025-03", series::Window::Month, "role", "special") == "0");
}

TEST_CASE("a snapshot adds up a column, and tells of how many it is not known") {
  FakeWarehouse warehouse = staffed();
  MeasureDefinition fte = snapshotOf("fte");
  static const sdk::Force force = forceWithPeople();
  fte.rows.amount = expression::parse("fte", force.tables.back(), expression::Type::Number).tree;
  const series::Series made = toldOf(fte, "2025-02", warehouse);
  CHECK(shown(made, "2025-02") == "6");
  CHECK(cellOf(made, "2025-02").unknown == 3);
}

TEST_CASE("over a window a snapshot is mean, lowest or highest") {
  FakeWarehouse warehouse = staffed();
  const auto over = [&](Over how) {
    MeasureDefinition strength = snapshotOf("strength", how);
    strength.info.windows = {series::Window::Month, series::Window::Since};
    strength.info.since = base::Month(2025, 1);
    return toldOf(strength, "2025-03", warehouse);
  };
  // Month values 10, 15 and 9; days 10, 4, 15 and 9.
  const series::Series mean = over(Over::Mean);
  CHECK(cellOf(mean, "2025-03", series::Window::Since).numerator == 34);
  CHECK(cellOf(mean, "2025-03", series::Window::Since).denominator == 3);
  CHECK(*cellOf(mean, "2025-03", series::Window::Since).value == Approx(34.0 / 3));
  CHECK(shown(over(Over::Lowest), "2025-03", series::Window::Since) == "4");
  CHECK(shown(over(Over::Highest), "2025-03", series::Window::Since) == "15");
  CHECK(shown(over(Over::Lowest), "2025-02") == "4");
  CHECK(shown(over(Over::Last), "2025-03", series::Window::Since) == "9");
}

TEST_CASE("a month that no row is as at has no value, nor a mean over it") {
  FakeWarehouse warehouse = staffed();
  warehouse.cover("staff", "2025-01", "2025-05");
  MeasureDefinition strength = snapshotOf("strength", Over::Mean);
  strength.info.windows.push_back(series::Window::Since);
  strength.info.since = base::Month(2025, 4);
  const series::Series made = toldOf(strength, "2025-05", warehouse);
  CHECK(shown(made, "2025-05") == "[x] no row is as at a day of May 2025");
  CHECK(shown(made, "2025-05", series::Window::Since) == "[x] no row is as at a day of May 2025");
}

TEST_CASE("the latest up to the board's day has its own date, for the pack's month alone") {
  FakeWarehouse warehouse = staffed();
  MeasureDefinition strength = snapshotOf("strength");
  strength.snapshot->until_board = true;
  const series::Series made = toldOf(strength, "2025-03", warehouse, sdk::Date{2025, 4, 12});
  CHECK(shown(made, "2025-03") == "20");
  CHECK(shown(made, "2025-02") == "15");
  CHECK(made.as_at == sdk::Date{2025, 4, 10});
  CHECK(shown(toldOf(strength, "2025-03", warehouse, sdk::Date{2025, 4, 9}), "2025-03") == "9");
}

MeasureDefinition openCrimes() {
  MeasureDefinition definition = snapshotOf("open_crimes");
  definition.rows.table = "crimes";
  definition.rows.date = "recorded_on";
  definition.rows.where = where("crimes", "outcome_group is null");
  definition.snapshot->is_kept = true;
  definition.info.windows = {series::Window::Month};
  by(definition, "district", true);
  return definition;
}

/// Three crimes of Ashby and one of Corby are open, whatever their month.
FakeWarehouse withCrimes() {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-01", "2025-03");
  warehouse.answer("outcome_group IS NULL",
                   [](const FakeWarehouse::Row& row) { return std::optional<bool>(!row.contains("outcome_group")); });
  warehouse.add("crimes", "2024-01", {{"area", "Ashby"}}, 2);
  warehouse.add("crimes", "2025-03", {{"area", "Ashby"}});
  warehouse.add("crimes", "2025-02", {{"area", "Corby"}});
  warehouse.add("crimes", "2025-02", {{"area", "Corby"}, {"outcome_group", "Positive"}}, 5);
  return warehouse;
}

TEST_CASE("rows without a day of their own tell of the day of extraction, and are kept") {
  FakeWarehouse warehouse = withCrimes();
  std::vector<series::KeptValue> keep;
  const series::Series made = toldOf(openCrimes(), "2025-03", warehouse, {}, nullptr, sdk::Date{2025, 4, 15}, &keep);
  CHECK(shown(made, "2025-03") == "4");
  CHECK(shown(made, "2025-03", series::Window::Month, "district", "Ashby") == "3");
  CHECK(made.as_at == sdk::Date{2025, 4, 15});
  REQUIRE(keep.size() >= 3);
  CHECK(keep[0].value == 4);
  CHECK(keep[0].month == base::Month(2025, 3));
  CHECK(keep[0].as_at == sdk::Date{2025, 4, 15});

  // A month later the rows are others, and March is as it was kept.
  series::Registers registers;
  registers.kept = keep;
  FakeWarehouse later = withCrimes();
  later.cover("crimes", "2024-01", "2025-04");
  later.add("crimes", "2025-04", {{"area", "Corby"}}, 10);
  const series::Series april = toldOf(openCrimes(), "2025-04", later, {}, &registers, sdk::Date{2025, 5, 15});
  CHECK(shown(april, "2025-03") == "4");
  CHECK(shown(april, "2025-03", series::Window::Month, "district", "Ashby") == "3");
  CHECK(shown(april, "2025-04") == "14");

  // March made again from those rows is what was kept: they tell of another day.
  const series::Series again = toldOf(openCrimes(), "2025-03", later, {}, &registers, sdk::Date{2025, 5, 15});
  CHECK(shown(again, "2025-03") == "4");
  CHECK(again.as_at == sdk::Date{2025, 4, 15});

  // An earlier extraction does not take the place of a later one either.
  const series::Series earlier = toldOf(openCrimes(), "2025-03", later, {}, &registers, sdk::Date{2025, 4, 2});
  CHECK(shown(earlier, "2025-03") == "4");
}

TEST_CASE("what was not kept is not available, and says why") {
  FakeWarehouse warehouse = withCrimes();
  CHECK(shown(toldOf(openCrimes(), "2025-03", warehouse), "2025-03") ==
        "[x] the day of extraction is not known, or not one day for all rows: extract them on one day and name it as "
        "--data DIR@YYYY-MM-DD");
  CHECK(shown(toldOf(openCrimes(), "2025-01", warehouse, {}, nullptr, sdk::Date{2025, 4, 15}), "2025-01") ==
        "[x] the rows were extracted on 15 April 2025, which does not tell the state of January 2025");
  series::Registers registers;
  std::vector<series::KeptValue> keep;
  toldOf(openCrimes(), "2025-01", warehouse, {}, nullptr, sdk::Date{2025, 2, 2}, &keep);
  registers.kept = keep;
  const series::Series made = toldOf(openCrimes(), "2025-03", warehouse, {}, &registers, sdk::Date{2025, 4, 15});
  CHECK(shown(made, "2025-01") == "4");
  CHECK(
      shown(made, "2025-02") ==
      "[x] the state of an earlier month cannot be rebuilt from today's rows, and none was kept for all of its months");
  MeasureDefinition other = openCrimes();
  other.rows.where = nullptr;
  CHECK(toldOf(other, "2025-03", warehouse, {}, &registers, sdk::Date{2025, 4, 15}).months.size() == 1);
}

/// On 31 January 2025: officers A 5 and B 3 and of a team not known 1, specials A 2, of role not known B 4. In February
/// officers A 1, specials C 7.
FakeWarehouse teams() {
  FakeWarehouse warehouse;
  warehouse.cover("staff", "2025-01", "2025-02");
  const auto add = [&](const std::string& day, const std::string& role, const std::string& team, int people) {
    FakeWarehouse::Row row;
    for (const auto& [column, text] : {std::pair{"role", role}, std::pair{"team", team}}) {
      if (!text.empty()) {
        row.emplace(column, text);
      }
    }
    warehouse.add("staff", day, row, people);
  };
  add("2025-01-31", "officer", "A", 5);
  add("2025-01-31", "officer", "B", 3);
  add("2025-01-31", "officer", "", 1);
  add("2025-01-31", "special", "A", 2);
  add("2025-01-31", "", "B", 4);
  add("2025-02-28", "officer", "A", 1);
  add("2025-02-28", "special", "C", 7);
  return warehouse;
}

TEST_CASE("a snapshot by two columns, by a tree and by the largest groups adds up what stands on one day") {
  FakeWarehouse warehouse = teams();
  MeasureDefinition strength = snapshotOf("strength", Over::Highest);
  bySeveral(strength, {"role", "team"}, true);
  bySeveral(strength, {"team"}, false, 1);
  const series::Series made = toldOf(strength, "2025-02", warehouse);
  REQUIRE(made.failure.empty());
  const auto at = [&](const std::string& month, const std::string& breakdown, const std::string& group) {
    return shown(made, month, series::Window::Month, breakdown, group);
  };
  CHECK(at("2025-01", "role_x_team", "officer") == "9");
  CHECK(at("2025-01", "role_x_team", "officer > B") == "3");
  CHECK(at("2025-01", "role_x_team", "officer > Not known") == "1");
  CHECK(at("2025-01", "role_x_team", "Not known") == "4");
  CHECK(at("2025-02", "role_x_team", "officer") == "1");
  CHECK(at("2025-02", "role_x_team", "special > C") == "7");
  CHECK(at("2025-01", "role_x_team", "special > C") == "0");
  CHECK(made.find("role_x_team", "special > C")->parent == "special");
  // C stands highest in the month told; in January that was nobody, and the rest was A and B.
  CHECK(groupsOf(made, "team") == std::vector<std::string>{"C", "Other", "Not known"});
  CHECK(at("2025-01", "team", "Other") == "14");
  CHECK(at("2025-01", "team", "Not known") == "1");
  CHECK(at("2025-02", "team", "Other") == "1");
}

TEST_CASE("a derived share of what stands keeps the groups that stand highest of what it names first") {
  FakeWarehouse warehouse = teams();
  static const sdk::Force force = forceWithPeople();
  MeasureSet set;
  set.measures = {snapshotOf("officers"), snapshotOf("all"), {}};
  set.measures[0].rows.where =
      expression::parse("role = 'officer'", force.tables.back(), expression::Type::Boolean).tree;
  by(set.measures[0], "team");
  by(set.measures[1], "team");
  MeasureDefinition& share = set.measures[2];
  share.info.name = "share";
  share.kind = MeasureKind::Derive;
  share.info.windows = {series::Window::Month};
  share.formula = formulaOf(FormulaOp::Divide, formulaMeasure("officers"), formulaMeasure("all"));
  share.reads = {"all", "officers"};
  bySeveral(share, {"team"}, false, 1);
  EvaluationRequest request;
  request.month = base::Month(2025, 1);
  request.force = &force;
  setNatures(set);
  request.measures = &set;
  request.wanted = {"share"};
  const series::Series made = evaluate(request, warehouse).front();
  REQUIRE(made.failure.empty());
  CHECK(groupsOf(made, "team") == std::vector<std::string>{"A", "Other", "Not known"});
  CHECK(*cellOf(made, "2025-01", series::Window::Month, "team", "A").value == Approx(5.0 / 7.0));
  CHECK(*cellOf(made, "2025-01", series::Window::Month, "team", "Other").value == Approx(3.0 / 7.0));
  CHECK(shown(made, "2025-01", series::Window::Month, "team", "Not known") == "1");
}

TEST_CASE("of a snapshot that is kept, the groups that rows fall into are kept, so that the largest may change") {
  MeasureDefinition open = openCrimes();
  open.info.breakdowns.clear();
  bySeveral(open, {"category", "status"}, true);
  bySeveral(open, {"category"}, false, 1);
  FakeWarehouse march;
  march.cover("crimes", "2024-01", "2025-04");
  march.add("crimes", "2025-03", {{"category", "Theft > from shops"}, {"status", "a"}}, 3);
  march.add("crimes", "2025-03", {{"category", "Theft > from shops"}}, 2);
  march.add("crimes", "2025-03", {{"category", "Arson"}, {"status", "a"}});
  std::vector<series::KeptValue> keep;
  const series::Series then = toldOf(open, "2025-03", march, {}, nullptr, sdk::Date{2025, 4, 15}, &keep);
  CHECK(groupsOf(then, "category") == std::vector<std::string>{"Theft > from shops", "Other"});

  series::Registers registers;
  registers.kept = keep;
  FakeWarehouse april;
  april.cover("crimes", "2024-01", "2025-04");
  april.add("crimes", "2025-04", {{"category", "Arson"}, {"status", "a"}}, 8);
  const series::Series made = toldOf(open, "2025-04", april, {}, &registers, sdk::Date{2025, 5, 15});
  const auto at = [&](const std::string& month, const std::string& breakdown, const std::string& group) {
    return shown(made, month, series::Window::Month, breakdown, group);
  };
  CHECK(groupsOf(made, "category") == std::vector<std::string>{"Arson", "Other"});
  CHECK(at("2025-03", "category", "Arson") == "1");
  CHECK(at("2025-03", "category", "Other") == "5");
  CHECK(at("2025-04", "category", "Other") == "0");
  CHECK(at("2025-03", "category_x_status", "Theft > from shops") == "5");
  CHECK(at("2025-03", "category_x_status", "Theft > from shops > Not known") == "2");
  CHECK(at("2025-04", "category_x_status", "Arson > a") == "8");
  for (const series::KeptValue& value : keep) {
    CHECK(value.group.find('\x1f') == std::string::npos);
  }
}

}  // namespace
}  // namespace boardpack::measure
