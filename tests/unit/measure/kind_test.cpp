#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

namespace boardpack::measure {
namespace {

using series::Window;

/// January 2025: waits 5, 20 and not known of answered calls; one of 8 not answered; one of which neither is known.
/// February: one answered call, wait 7.5.
FakeWarehouse calls() {
  FakeWarehouse warehouse;
  warehouse.cover("calls", "2025-01", "2025-03");
  warehouse.add("calls", "2025-01", {{"dialled", "999"}, {"answered", "true"}, {"wait_seconds", "5"}});
  warehouse.add("calls", "2025-01", {{"dialled", "999"}, {"answered", "true"}, {"wait_seconds", "20"}});
  warehouse.add("calls", "2025-01", {{"dialled", "101"}, {"answered", "true"}});
  warehouse.add("calls", "2025-01", {{"dialled", "999"}, {"answered", "false"}, {"wait_seconds", "8"}});
  warehouse.add("calls", "2025-01", {{"queue", "front desk"}});
  warehouse.add("calls", "2025-02", {{"dialled", "999"}, {"answered", "true"}, {"wait_seconds", "7.5"}});
  warehouse.answer("wait_seconds <= 10", [](const FakeWarehouse::Row& row) -> std::optional<bool> {
    const auto found = row.find("wait_seconds");
    return found == row.end() ? std::nullopt : std::optional<bool>(std::stod(found->second) <= 10);
  });
  return warehouse;
}

series::Series only(const MeasureDefinition& definition, FakeWarehouse& warehouse) {
  return seriesOf({definition}, "2025-03", warehouse).front();
}

TEST_CASE("a count counts rows; those of which it is not known are apart") {
  FakeWarehouse warehouse = calls();
  MeasureDefinition all = countOf("calls", "calls");
  CHECK(shown(only(all, warehouse), "2025-01") == "5");
  CHECK(shown(only(all, warehouse), "2025-03") == "0");  // covered, no rows

  all.rows.where = where("calls", "dialled = '999'");
  const series::Series made = only(all, warehouse);
  CHECK(shown(made, "2025-01") == "3");
  CHECK(cellOf(made, "2025-01").numerator == 3.0);
  CHECK_FALSE(cellOf(made, "2025-01").denominator);
  CHECK(cellOf(made, "2025-01").unknown == 1);
  CHECK(shown(made, "2025-03", Window::Ytd) ==
        "[x] a figure of the financial year needs every month from April; no extract covers April to December 2024");
}

TEST_CASE("a sum adds what is known") {
  FakeWarehouse warehouse = calls();
  MeasureDefinition sum = countOf("waited", "calls");
  sum.kind = MeasureKind::Sum;
  sum.rows.amount = amount("calls", "wait_seconds");
  const series::Series made = only(sum, warehouse);
  CHECK(shown(made, "2025-01") == "33");
  CHECK(cellOf(made, "2025-01").unknown == 2);
  CHECK(shown(made, "2025-02") == "7.5");
  CHECK(shown(made, "2025-03") == "0");
}

TEST_CASE("a mean is the sum over the rows where it is known") {
  FakeWarehouse warehouse = calls();
  MeasureDefinition mean = countOf("mean_wait", "calls");
  mean.kind = MeasureKind::Mean;
  mean.rows.amount = amount("calls", "wait_seconds");
  mean.rows.where = where("calls", "answered");
  const series::Series made = only(mean, warehouse);
  CHECK(shown(made, "2025-01") == "12.5");  // (5 + 20) / 2
  CHECK(cellOf(made, "2025-01").numerator == 25.0);
  CHECK(cellOf(made, "2025-01").denominator == 2.0);
  CHECK(cellOf(made, "2025-01").unknown == 1);
  CHECK(shown(made, "2025-03") == "[z] no rows to average");
}

TEST_CASE("a share leaves out what is not known") {
  FakeWarehouse warehouse = calls();
  MeasureDefinition share = countOf("within_10s", "calls");
  share.kind = MeasureKind::Share;
  share.met = where("calls", "wait_seconds <= 10");
  const series::Series all = only(share, warehouse);
  // Waits 5, 20, 8 are known; 5 and 8 are met; two rows are unknown.
  CHECK(cellOf(all, "2025-01").numerator == 2.0);
  CHECK(cellOf(all, "2025-01").denominator == 3.0);
  CHECK(cellOf(all, "2025-01").unknown == 2);
  CHECK(*cellOf(all, "2025-01").value == Approx(66.6666666667));
  CHECK(shown(all, "2025-02") == "100");
  CHECK(shown(all, "2025-03") == "[z] no rows to take a share of");

  share.of = where("calls", "answered");
  const series::Series answered = only(share, warehouse);
  // Of the answered: 5 met, 20 not, one wait unknown; of the desk's call it is not known whether it was answered.
  CHECK(shown(answered, "2025-01") == "50");
  CHECK(cellOf(answered, "2025-01").unknown == 2);

  share.unknown_counts_as_no = true;
  const series::Series strict = only(share, warehouse);
  CHECK(cellOf(strict, "2025-01").numerator == 1.0);
  CHECK(cellOf(strict, "2025-01").denominator == 3.0);
  CHECK(cellOf(strict, "2025-01").unknown == 1);  // the base of the desk's call is still not known
}

TEST_CASE("a share's base lies within where") {
  FakeWarehouse warehouse = calls();
  MeasureDefinition share = countOf("within_10s", "calls");
  share.kind = MeasureKind::Share;
  share.rows.where = where("calls", "dialled = '999'");
  share.met = where("calls", "wait_seconds <= 10");
  const series::Series made = only(share, warehouse);
  CHECK(cellOf(made, "2025-01").numerator == 2.0);
  CHECK(cellOf(made, "2025-01").denominator == 3.0);
  CHECK(cellOf(made, "2025-01").unknown == 0);
}

TEST_CASE("a ratio divides the sums of two row sets or measures, of any tables") {
  FakeWarehouse warehouse = calls();
  warehouse.cover("stop_searches", "2025-01", "2025-03");
  warehouse.add("stop_searches", "2025-01", {{"kind", "Person search"}}, 10);
  const MeasureDefinition top = countOf("all_calls", "calls");
  MeasureDefinition ratio = countOf("calls_per_search", "calls");
  ratio.kind = MeasureKind::Ratio;
  ratio.top.measure = "all_calls";
  ratio.bottom.rows = RowSet{.table = "stop_searches", .date = "searched_at", .where = nullptr, .amount = nullptr};
  const series::Series plain = seriesOf({top, ratio}, "2025-03", warehouse).back();
  CHECK(shown(plain, "2025-01") == "0.5");
  CHECK(cellOf(plain, "2025-01").numerator == 5.0);
  CHECK(cellOf(plain, "2025-01").denominator == 10.0);
  CHECK(shown(plain, "2025-02") == "[z] nothing to divide by");

  ratio.per = 100;
  CHECK(shown(seriesOf({top, ratio}, "2025-03", warehouse).back(), "2025-01") == "50");
  ratio.per = 1;
  ratio.info.unit = "%";
  CHECK(shown(seriesOf({top, ratio}, "2025-03", warehouse).back(), "2025-01") == "50");
}

TEST_CASE("a share of a window is one of its sums, not a mean of shares") {
  FakeWarehouse warehouse;
  warehouse.cover("calls", "2025-04", "2025-05");
  warehouse.add("calls", "2025-04", {{"answered", "true"}}, 1);
  warehouse.add("calls", "2025-05", {{"answered", "true"}}, 1);
  warehouse.add("calls", "2025-05", {{"answered", "false"}}, 8);
  MeasureDefinition share = countOf("answered", "calls");
  share.kind = MeasureKind::Share;
  share.met = where("calls", "answered");
  const series::Series made = seriesOf({share}, "2025-05", warehouse).front();
  CHECK(shown(made, "2025-05", Window::Ytd) == "20");  // 2 of 10; the mean of 100% and 11.1% would be 55.6
}

}  // namespace
}  // namespace boardpack::measure
