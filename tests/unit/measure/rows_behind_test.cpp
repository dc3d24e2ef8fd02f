#include "fake_warehouse.hpp"
#include "sample_rows.hpp"

#include "measure/evaluation/rows_behind.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <random>

namespace boardpack::measure {
namespace {

using series::Window;

/// Crimes with an area (some outside the force, some of no area of it, some blank), a category and an outcome; contacts
/// with texts, a truth, an amount and a key. Anything may be missing, and a text may say itself "Not known" or "Other".
FakeWarehouse someRows(unsigned seed) {
  std::mt19937 random(seed);
  const auto oneOf = [&](const std::vector<std::string>& texts) { return texts[random() % texts.size()]; };
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-01", "2025-06");
  warehouse.cover("contacts", "2024-01", "2025-06");
  const auto put = [](FakeWarehouse::Row& row, const std::string& column, const std::string& text) {
    if (!text.empty()) {
      row[column] = text;
    }
  };
  for (int i = 0; i < 400; ++i) {
    const std::string month = base::Month(2024, 1 + static_cast<int>(random() % 12)).iso();
    FakeWarehouse::Row crime;
    put(crime, "area", oneOf({"Ashby", "Barton", "Corby", "Elsewhere", std::string(sdk::kOutsideForce), ""}));
    put(crime, "category", oneOf({"Robbery", "Arson", "Other", "Not known", "Fraud", ""}));
    put(crime, "outcome_group", oneOf({"Charged", "Cautioned", "No suspect", ""}));
    warehouse.add("crimes", month, crime);
    FakeWarehouse::Row contact;
    put(contact, "queue", oneOf({"a", "b", "c", "Other", "Not known", ""}));
    put(contact, "result", oneOf({"x", "y", "Not known", ""}));
    put(contact, "dialled", oneOf({"999", "101", ""}));
    put(contact, "answered", oneOf({"true", "false", ""}));
    put(contact, "wait_seconds", oneOf({"1", "2.5", "40", ""}));
    put(contact, "weight", oneOf({"1", "0.5", ""}));
    put(contact, "caller_key", oneOf({"k1", "k2", "k3", "k4", ""}));
    warehouse.add("contacts", month, contact);
  }
  return warehouse;
}

MeasureDefinition broken(MeasureDefinition definition, const std::string& first, const std::string& second) {
  by(definition, first, first == "district");
  if (first == "district") {
    by(definition, "region", true);
  }
  const auto several = [&](const std::string& id, bool is_tree, std::size_t top) {
    bySeveral(definition, {first, second}, is_tree, top);
    definition.info.breakdowns.back().id = id;
  };
  by(definition, second);
  several("both", false, 0);
  several("largest_of_both", false, 3);
  if (first != "district") {
    several("tree", true, 0);
    several("tree_of_largest", true, 2);
  }
  bySeveral(definition, {second}, false, 2);
  definition.info.breakdowns.back().id = second;
  definition.info.breakdowns.erase(definition.info.breakdowns.begin() + (first == "district" ? 2 : 1));
  return definition;
}

MeasureDefinition crimesOf(const std::string& name, MeasureKind kind) {
  MeasureDefinition definition = countOf(name, "crimes");
  definition.kind = kind;
  return broken(std::move(definition), "district", "category");
}

MeasureDefinition contactsOf(const std::string& name, MeasureKind kind) {
  MeasureDefinition definition = countOf(name, "contacts");
  definition.kind = kind;
  definition.rows.where = where("contacts", "dialled = '999'");
  if (kind == MeasureKind::Sum || kind == MeasureKind::Mean || kind == MeasureKind::Percentile ||
      kind == MeasureKind::ShareOf) {
    definition.rows.amount = amount("contacts", "wait_seconds");
  }
  return broken(std::move(definition), "queue", "result");
}

/// How many rows of each part explain shows of one group over one window.
std::map<RowPart, std::int64_t> shownRows(const MeasureDefinition& definition, const series::Series& made,
                                          const series::GroupSeries& group, base::MonthRange months,
                                          FakeWarehouse& warehouse) {
  MeasureSet set;
  set.measures = {definition};
  const RowsAsked asked{.months = months, .group = {group.breakdown, group.group}, .most = 0, .series = &made};
  std::map<RowPart, std::int64_t> rows;
  for (const RowSection& section : rowsBehind(definition, set, asked, sampleForce())) {
    for (const RowsOfPart& part : section.rows) {
      rows[part.part] += warehouse.rows(part.query).total;
    }
  }
  return rows;
}

/// Compares the rows that explain shows of every group with the exact parts that its value was made from.
template <class Check>
int compare(const MeasureDefinition& definition, FakeWarehouse& warehouse, const Check& check) {
  const series::Series made = seriesOf({definition}, "2025-06", warehouse).front();
  REQUIRE(made.failure.empty());
  REQUIRE(made.refused.empty());
  int compared = 0;
  for (const series::GroupSeries& group : made.groups) {
    for (const auto& [window, back] : {std::pair{Window::Month, 0}, std::pair{Window::Mrt, 11}}) {
      for (const char* month : {"2024-12", "2025-03"}) {
        const base::Month last = *base::Month::parse(month);
        const series::Cell& cell = cellOf(made, month, window, group.breakdown, group.group);
        INFO(definition.info.name << " by " << group.breakdown << ": " << group.group << ", " << month);
        check(cell, shownRows(definition, made, group, {last - back, last}, warehouse));
        ++compared;
      }
    }
  }
  return compared;
}

TEST_CASE("explain shows as many rows of every group as its value was made from") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    FakeWarehouse warehouse = someRows(seed);

    const auto isCount = [](const series::Cell& cell, std::map<RowPart, std::int64_t> rows) {
      CHECK(cell.value.value_or(0) == static_cast<double>(rows[RowPart::Counted]));
      CHECK(cell.unknown == rows[RowPart::Unknown]);
    };
    MeasureDefinition crimes = crimesOf("crimes", MeasureKind::Count);
    CHECK(compare(crimes, warehouse, isCount) > 100);
    crimes.rows.where = where("crimes", "outcome_group = 'Charged'");
    CHECK(compare(crimes, warehouse, isCount) > 100);
    CHECK(compare(contactsOf("contacts", MeasureKind::Count), warehouse, isCount) > 100);

    const auto isShare = [](const series::Cell& cell, std::map<RowPart, std::int64_t> rows) {
      CHECK(cell.numerator.value_or(0) == static_cast<double>(rows[RowPart::Counted]));
      CHECK(cell.denominator.value_or(0) == static_cast<double>(rows[RowPart::Counted] + rows[RowPart::BaseOnly]));
      CHECK(cell.unknown == rows[RowPart::Unknown]);
    };
    MeasureDefinition share = crimesOf("share", MeasureKind::Share);
    share.met = where("crimes", "outcome_group = 'Charged'");
    CHECK(compare(share, warehouse, isShare) > 100);
    share.of = where("crimes", "category <> 'Fraud'");
    CHECK(compare(share, warehouse, isShare) > 100);
    MeasureDefinition answered = contactsOf("answered", MeasureKind::Share);
    answered.met = where("contacts", "answered");
    CHECK(compare(answered, warehouse, isShare) > 100);
    answered.unknown_counts_as_no = true;
    CHECK(compare(answered, warehouse, isShare) > 100);

    const auto isMadeOf = [](const series::Cell& cell, std::map<RowPart, std::int64_t> rows) {
      CHECK(cell.denominator.value_or(0) == static_cast<double>(rows[RowPart::Counted]));
      CHECK(cell.unknown == rows[RowPart::Unknown]);
    };
    CHECK(compare(contactsOf("mean", MeasureKind::Mean), warehouse, isMadeOf) > 100);
    MeasureDefinition ninth = contactsOf("ninth", MeasureKind::Percentile);
    ninth.quantile = 0.9;
    CHECK(compare(ninth, warehouse, isMadeOf) > 100);

    const auto hasUnknown = [](const series::Cell& cell, std::map<RowPart, std::int64_t> rows) {
      CHECK(cell.unknown == rows[RowPart::Unknown]);
      CHECK((rows[RowPart::Counted] > 0 || cell.value.value_or(0) == 0));
    };
    CHECK(compare(contactsOf("sum", MeasureKind::Sum), warehouse, hasUnknown) > 100);
    MeasureDefinition callers = contactsOf("callers", MeasureKind::Distinct);
    callers.key = "caller_key";
    CHECK(compare(callers, warehouse, hasUnknown) > 100);
  }
}

}  // namespace
}  // namespace boardpack::measure
