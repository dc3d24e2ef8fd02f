#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Window;

/// April 2025: answers yes 1.5, yes 0.5, no 1, blank 2; one of a queue that was not asked. May: no 1, no weight.
FakeWarehouse answers() {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2025-04", "2025-05");
  warehouse.add("contacts", "2025-04",
                {{"queue", "asked"}, {"answered", "true"}, {"weight", "1.5"}, {"wait_seconds", "1"}});
  warehouse.add("contacts", "2025-04",
                {{"queue", "asked"}, {"answered", "true"}, {"weight", "0.5"}, {"wait_seconds", "3"}});
  warehouse.add("contacts", "2025-04", {{"queue", "asked"}, {"answered", "false"}, {"weight", "1"}});
  warehouse.add("contacts", "2025-04", {{"queue", "asked"}, {"weight", "2"}, {"wait_seconds", "2"}});
  warehouse.add("contacts", "2025-04", {{"queue", "not asked"}, {"weight", "4"}});
  warehouse.add("contacts", "2025-05", {{"queue", "asked"}, {"answered", "false"}, {"weight", "1"}});
  warehouse.add("contacts", "2025-05", {{"queue", "asked"}, {"answered", "true"}});
  return warehouse;
}

TEST_CASE("a weighted share: who was not asked is neither base nor unknown, a blank answer is unknown") {
  FakeWarehouse warehouse = answers();
  MeasureDefinition share = countOf("share", "contacts");
  share.kind = MeasureKind::Share;
  share.met = where("contacts", "answered");
  share.of = where("contacts", "queue = 'asked'");
  share.weight = amount("contacts", "weight");
  const series::Series made = seriesOf({share}, "2025-05", warehouse).front();
  const series::Cell& april = cellOf(made, "2025-04");
  CHECK(april.numerator == 2.0);
  CHECK(april.denominator == 3.0);
  CHECK(april.value == Approx(200.0 / 3));
  CHECK(april.unknown == 1);
  CHECK(april.answers == 3);
  CHECK(april.effective_base == Approx(9 / 3.5));  // Kish: 3² / (1.5² + 0.5² + 1²)
  const series::Cell& both = cellOf(made, "2025-05", Window::Ytd);
  CHECK(both.value == 50.0);  // 2 of 4
  CHECK(both.unknown == 2);   // and the answer that has no weight
  CHECK(both.answers == 4);
}

TEST_CASE("a weighted mean, of what is known") {
  FakeWarehouse warehouse = answers();
  MeasureDefinition mean = countOf("mean", "contacts");
  mean.kind = MeasureKind::Mean;
  mean.rows.where = where("contacts", "queue = 'asked'");
  mean.rows.amount = amount("contacts", "wait_seconds");
  mean.weight = amount("contacts", "weight");
  const series::Series made = seriesOf({mean}, "2025-05", warehouse).front();
  const series::Cell& april = cellOf(made, "2025-04");
  CHECK(april.value == 1.75);  // (1.5 × 1 + 0.5 × 3 + 2 × 2) / 4
  CHECK(april.unknown == 1);
  CHECK(april.answers == 3);
  CHECK(april.effective_base == Approx(16 / 6.5));
  CHECK(shown(made, "2025-05") == "[z] no rows to average");
}

TEST_CASE("a share of an amount") {
  FakeWarehouse warehouse = answers();
  MeasureDefinition share = countOf("share_of", "contacts");
  share.kind = MeasureKind::ShareOf;
  share.rows.amount = amount("contacts", "wait_seconds");
  share.met = where("contacts", "answered");
  const series::Series made = seriesOf({share}, "2025-05", warehouse).front();
  CHECK(cellOf(made, "2025-04").numerator == 4.0);
  CHECK(cellOf(made, "2025-04").denominator == 4.0);
  CHECK(cellOf(made, "2025-04").unknown == 3);  // one answer blank, two waits
  CHECK(shown(made, "2025-05") == "[z] nothing to take a share of");

  share.unknown_counts_as_no = true;
  const series::Series counted = seriesOf({share}, "2025-05", warehouse).front();
  CHECK(cellOf(counted, "2025-04").denominator == 6.0);
  CHECK(cellOf(counted, "2025-04").unknown == 2);
}

TEST_CASE("a ranking: the mean rank of those ranked, and the share ranked first; blanks are unknown") {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2025-04", "2025-04");
  for (const char* place : {"1", "1", "3"}) {
    warehouse.add("contacts", "2025-04", {{"wait_seconds", place}});
  }
  warehouse.add("contacts", "2025-04", {}, 2);
  warehouse.answer("wait_seconds = 1", [](const FakeWarehouse::Row& row) -> std::optional<bool> {
    const auto found = row.find("wait_seconds");
    return found == row.end() ? std::nullopt : std::optional<bool>(found->second == "1");
  });
  MeasureDefinition mean = countOf("mean_rank", "contacts");
  mean.kind = MeasureKind::Mean;
  mean.rows.amount = amount("contacts", "wait_seconds");
  MeasureDefinition first = countOf("first", "contacts");
  first.kind = MeasureKind::Share;
  first.met = where("contacts", "wait_seconds = 1");
  const std::vector<series::Series> made = seriesOf({mean, first}, "2025-04", warehouse);
  CHECK(cellOf(made[0], "2025-04").value == Approx(5.0 / 3));
  CHECK(cellOf(made[0], "2025-04").unknown == 2);
  CHECK(cellOf(made[1], "2025-04").value == Approx(200.0 / 3));
  CHECK(cellOf(made[1], "2025-04").unknown == 2);
}

}  // namespace
}  // namespace boardpack::measure
