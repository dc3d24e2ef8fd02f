#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include "base/text.hpp"
#include "measure/evaluation/values/distinct_keys.hpp"
#include "measure/evaluation/values/ordered_values.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Window;

MeasureDefinition medianOf(const std::string& column) {
  MeasureDefinition definition = countOf("median", "contacts");
  definition.kind = MeasureKind::Percentile;
  definition.rows.amount = amount("contacts", column);
  return definition;
}

MeasureDefinition callers() {
  MeasureDefinition definition = countOf("callers", "contacts");
  definition.kind = MeasureKind::Distinct;
  definition.key = "caller_key";
  return definition;
}

MeasureDefinition repeats(const MeasureDefinition::Repeats& repeats) {
  MeasureDefinition definition = countOf("repeats", "contacts");
  definition.kind = MeasureKind::Repeats;
  definition.repeats = repeats;
  definition.repeats->who = "caller_key";
  return definition;
}

series::Series only(const MeasureDefinition& definition, const std::string& month, FakeWarehouse& warehouse) {
  series::Series made = seriesOf({definition}, month, warehouse).front();
  CHECK(made.failure.empty());
  return made;
}

void call(FakeWarehouse& warehouse, const std::string& day, const std::string& key, const std::string& queue = "") {
  FakeWarehouse::Row row = {{"received_at", day}};
  if (!key.empty()) {
    row["caller_key"] = key;
  }
  if (!queue.empty()) {
    row["queue"] = queue;
  }
  warehouse.add("contacts", day.substr(0, 7), row);
}

TEST_CASE("a median is the middle of the whole window's rows; unknown amounts are left out and counted") {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2025-04", "2025-06");
  for (const char* wait : {"1", "2", "3", "4"}) {
    warehouse.add("contacts", "2025-04", {{"wait_seconds", wait}, {"queue", "a"}});
  }
  warehouse.add("contacts", "2025-05", {{"wait_seconds", "20"}, {"queue", "b"}});
  warehouse.add("contacts", "2025-05", {{"wait_seconds", "10"}, {"queue", "b"}});
  warehouse.add("contacts", "2025-05", {{"queue", "b"}}, 3);

  MeasureDefinition median = medianOf("wait_seconds");
  by(median, "queue");
  const series::Series made = only(median, "2025-06", warehouse);
  CHECK(shown(made, "2025-04") == "2.5");
  CHECK(shown(made, "2025-05") == "15");
  CHECK(shown(made, "2025-05", Window::Ytd) == "3.5");  // of 1 2 3 4 10 20; the medians' mean would be 8.75
  CHECK(cellOf(made, "2025-05", Window::Ytd).unknown == 3);
  CHECK(cellOf(made, "2025-05", Window::Ytd).denominator == 6.0);
  CHECK(shown(made, "2025-06") == "[z] no rows to take it of");
  CHECK(shown(made, "2025-06", Window::Ytd) == "3.5");
  CHECK(shown(made, "2025-06", Window::Ytd, "queue", "b") == "15");
  CHECK(shown(made, "2025-05", Window::Month, "queue", "a") == "[z] no rows to take it of");
  CHECK(shown(made, "2025-06", Window::Mrt).starts_with("[x] a 12-month figure needs all 12 months"));

  median.kind = MeasureKind::Percentile;
  median.quantile = 0.9;
  CHECK(shown(only(median, "2025-06", warehouse), "2025-05", Window::Ytd) == "15");  // R: quantile(c(1:4, 10, 20), 0.9)
}

TEST_CASE("percentiles are those of numpy and R") {
  // tests/reference/quantiles.py; 25 values in two months, one of them three times.
  OrderedValues values(2);
  for (int i = 1; i <= 23; ++i) {
    values.add(base::Decimal::fromTenThousandths(i * i * 1250), i % 2, i == 7 ? 3 : 1);
  }
  values.finish();
  REQUIRE(values.count(0, 1) == 25);
  struct Expected {
    double quantile, both, second;
  };
  for (const Expected& expected :
       {Expected{0.01, 0.215, 0.255}, Expected{0.1, 1.475, 1.725}, Expected{0.25, 6.125, 6.125},
        Expected{0.5, 15.125, 12.625}, Expected{0.9, 53.075, 52.125}, Expected{0.95, 59.425, 58.975},
        Expected{0.999, 65.99, 65.982}}) {
    CHECK(values.quantile(0, 1, expected.quantile) == Approx(expected.both).epsilon(1e-12));
    CHECK(values.quantile(1, 1, expected.quantile) == Approx(expected.second).epsilon(1e-12));
  }
}

TEST_CASE("different keys are counted once a window and group, and their groups do not add up") {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2025-04", "2025-05");
  call(warehouse, "2025-04-01", "ann", "a");
  call(warehouse, "2025-04-30", "ann", "b");
  call(warehouse, "2025-05-02", "ann", "a");
  call(warehouse, "2025-05-03", "bob", "a");
  call(warehouse, "2025-05-03", "", "a");
  MeasureDefinition distinct = callers();
  by(distinct, "queue");
  const series::Series made = only(distinct, "2025-05", warehouse);
  CHECK(shown(made, "2025-04") == "1");
  CHECK(shown(made, "2025-05") == "2");
  CHECK(shown(made, "2025-05", Window::Ytd) == "2");
  CHECK(cellOf(made, "2025-05", Window::Ytd).unknown == 1);
  CHECK(shown(made, "2025-04", Window::Month, "queue", "a") == "1");
  CHECK(shown(made, "2025-04", Window::Month, "queue", "b") == "1");
  CHECK(shown(made, "2025-05", Window::Month, "queue", "b") == "0");
  CHECK(shown(made, "2025-05", Window::Ytd, "queue", "a") == "2");

  distinct.rows.where = where("contacts", "dialled = '999'");
  CHECK(cellOf(only(distinct, "2025-05", warehouse), "2025-04").unknown == 2);  // the number dialled is not known
}

TEST_CASE("a repeat looks back to the day after the same day of the year before") {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2024-04", "2025-06");
  call(warehouse, "2024-04-10", "ann");
  call(warehouse, "2025-04-10", "ann");  // a year and a day with both: no repeat
  call(warehouse, "2025-04-11", "ann");  // the second within 12 months
  call(warehouse, "2025-05-01", "bob");
  call(warehouse, "2025-05-01", "bob");  // the second of one day
  call(warehouse, "2025-05-02", "cat");
  call(warehouse, "2025-05-02", "");

  const series::Series people = only(repeats({.who = "", .as_share = true}), "2025-06", warehouse);
  CHECK(shown(people, "2025-04") == "100");
  CHECK(cellOf(people, "2025-04").denominator == 1.0);
  CHECK(shown(people, "2025-05") == "50");  // bob of bob and cat
  CHECK(cellOf(people, "2025-05").unknown == 1);
  CHECK(shown(people, "2025-06") == "[z] nobody to take a share of");
  CHECK(shown(people, "2025-03") == "[x] repeats are looked for from March 2024 on; no extract covers March 2024");
  CHECK(people.info.note == "Earlier events are known from April 2024 on.");

  const series::Series events =
      only(repeats({.who = "", .counts_events = true, .as_share = true}), "2025-06", warehouse);
  CHECK(shown(events, "2025-04") == "50");
  CHECK(shown(events, "2025-05", Window::Ytd) == "40");  // 2 of 5

  const series::Series ever =
      only(repeats({.who = "", .within = MeasureDefinition::Repeats::kEver}), "2025-06", warehouse);
  CHECK(shown(ever, "2024-04") == "0");  // nothing before it is missing: the data begins there
  CHECK(shown(ever, "2025-04") == "1");
}

TEST_CASE("the five kinds of repeats") {
  // ann comes three times, bob twice, cat once; dan once in the window and once before it.
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2022-12", "2025-12");
  for (const char* day : {"2025-01-10", "2025-03-10", "2025-11-10"}) {
    call(warehouse, day, "ann");
  }
  call(warehouse, "2025-02-10", "bob");
  call(warehouse, "2025-06-10", "bob");
  call(warehouse, "2025-07-10", "cat");
  call(warehouse, "2024-12-20", "dan");
  call(warehouse, "2025-08-10", "dan");
  call(warehouse, "2025-08-11", "");
  const auto of = [&](MeasureDefinition::Repeats kind) {
    const series::Series made = only(repeats(kind), "2025-12", warehouse);
    CHECK(cellOf(made, "2025-12", Window::Mrt).unknown == 1);
    return shown(made, "2025-12", Window::Mrt);
  };
  CHECK(of({.who = "", .as_share = true}) == "75");  // ann, bob, dan of four
  CHECK(of({.who = "", .counts_events = true, .as_share = true}) == base::exactNumber(400.0 / 7));
  CHECK(of({.who = ""}) == "3");
  CHECK(of({.who = "", .min = 3}) == "1");                         // repeat repeats: ann
  CHECK(of({.who = "", .first_time = true}) == "3");               // each has a second within the year
  CHECK(of({.who = "", .exactly = 2, .as_share = true}) == "50");  // bob and dan of four
  CHECK(of({.who = "", .exactly = 2, .as_share = true, .of_repeats = true}) == base::exactNumber(200.0 / 3));
  CHECK(of({.who = "", .exactly = 1}) == "1");                         // cat
  CHECK(of({.who = "", .exactly = 2, .counts_events = true}) == "3");  // second occasions
  CHECK(of({.who = "", .within = 3}) == "1");                          // ann in March; bob and dan came too late
}

TEST_CASE("who falls below and comes again within the look-back is no first-time repeat") {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2022-12", "2026-12");
  // ann: a repeat in October 2024; in April 2025 only October's still counts, so she is just the second again.
  for (const char* day : {"2024-01-10", "2024-10-20", "2025-04-10"}) {
    call(warehouse, day, "ann");
  }
  // bob: his repeat of February 2024 lies further back than 12 months when he comes twice in 2025.
  for (const char* day : {"2024-01-10", "2024-02-10", "2025-03-10", "2025-04-10"}) {
    call(warehouse, day, "bob");
  }
  const auto first = [&](int within, bool counts_events) {
    return only(repeats({.who = "", .within = within, .first_time = true, .counts_events = counts_events}), "2025-12",
                warehouse);
  };
  for (const bool counts_events : {false, true}) {
    const series::Series made = first(12, counts_events);
    CHECK(shown(made, "2024-12") == "0");
    CHECK(shown(made, "2025-04") == "1");  // bob
    CHECK(shown(made, "2025-12", Window::Mrt) == "1");
    CHECK(shown(made, "2024-10").starts_with("[x] repeats are looked for from October 2022 on"));
    CHECK(shown(first(MeasureDefinition::Repeats::kEver, counts_events), "2025-12", Window::Mrt) == "0");
  }
}

TEST_CASE("a window whose look-back is not covered has no repeats") {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2024-01", "2025-12");
  warehouse.leaveOut("contacts", "caller_key", "2024-03");
  call(warehouse, "2025-03-10", "ann");
  const series::Series made = only(repeats({.who = ""}), "2025-12", warehouse);
  CHECK(shown(made, "2025-03") ==
        "[x] repeats are looked for from March 2024 on; the extracts of March 2024 do not give "
        "'caller_key'");
  CHECK(shown(made, "2025-04") == "0");
  CHECK(shown(made, "2025-12", Window::Ytd) == "0");
  CHECK(shown(made, "2025-12", Window::Mrt).starts_with("[x] repeats are looked for from January 2024 on"));
}

TEST_CASE("measures of one key or amount share a query") {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2025-01", "2025-02");
  call(warehouse, "2025-01-10", "ann", "a");
  MeasureDefinition distinct = callers();
  by(distinct, "queue");
  MeasureDefinition of_some = callers();
  of_some.info.name = "some";
  of_some.rows.where = where("contacts", "dialled = '999'");
  MeasureDefinition again = repeats({.who = ""});
  seriesOf({distinct, of_some, again, medianOf("wait_seconds")}, "2025-02", warehouse);
  REQUIRE(warehouse.entryQueries().size() == 2);
  const bool is_key_first = warehouse.entryQueries().front().amount == nullptr;
  const warehouse::EntryQuery& keys = warehouse.entryQueries()[is_key_first ? 0 : 1];
  CHECK(keys.key == "caller_key");
  CHECK(keys.columns == std::vector<std::string>{"dialled", "queue"});
  CHECK(warehouse.queries().empty());
}

}  // namespace
}  // namespace boardpack::measure
