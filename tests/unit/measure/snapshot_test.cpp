#include "fake_warehouse.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using Over = MeasureDefinition::Snapshot::Over;

sdk::Force forceWithPeople() {
  using enum sdk::ColumnType;
  sdk::Force force = sampleForce();
  force.tables.push_back(
      {.name = "staff",
       .row_singular = "person",
       .row_plural = "people",
       .default_date = "as_at",
       .area_column = "",
       .public_counts = true,
       .columns = {
           {"as_at", Day, "the day", true}, {"role", Text, "the role"}, {"fte", Number, "the full-time equivalent"}}});
  return force;
}

MeasureDefinition snapshotOf(const std::string& name, Over over = Over::Last) {
  MeasureDefinition definition;
  definition.info.name = name;
  definition.info.kind = series::MeasureKind::Snapshot;
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

}  // namespace
}  // namespace boardpack::measure
