#include "fake_warehouse.hpp"
#include "sample.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace boardpack::measure {
namespace {

using Names = std::vector<std::string>;
using series::Window;

/// January 2025: Ashby 2 robberies and a theft, Barton 1 theft, outside 1 theft, a spelling that is no area 1 theft,
/// area and category blank 1. February: none.
FakeWarehouse crimes() {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-02");
  warehouse.add("crimes", "2025-01", {{"category", "Robbery"}, {"area", "Ashby"}}, 2);
  warehouse.add("crimes", "2025-01", {{"category", "Theft"}, {"area", "Ashby"}});
  warehouse.add("crimes", "2025-01", {{"category", "Theft"}, {"area", "Barton"}});
  warehouse.add("crimes", "2025-01", {{"category", "Theft"}, {"area", "Outside the force area"}});
  warehouse.add("crimes", "2025-01", {{"category", "Theft"}, {"area", "Bartn"}});
  warehouse.add("crimes", "2025-01", {});
  return warehouse;
}

double sumOf(const series::Series& made, const std::string& breakdown, const std::string& month) {
  double sum = 0;
  for (const std::string& group : groupsOf(made, breakdown)) {
    sum += *cellOf(made, month, Window::Month, breakdown, group).value;
  }
  return sum;
}

TEST_CASE("groups of a column are the texts that occur, by name, blanks last") {
  FakeWarehouse warehouse = crimes();
  MeasureDefinition crime = countOf("crime", "crimes");
  by(crime, "category");
  const series::Series made = seriesOf({crime}, "2025-02", warehouse).front();
  CHECK(made.groups.front().isForce());
  CHECK(groupsOf(made, "category") == Names{"Robbery", "Theft", "Not known"});
  CHECK(shown(made, "2025-01", Window::Month, "category", "Robbery") == "2");
  CHECK(shown(made, "2025-01", Window::Month, "category", "Theft") == "4");
  CHECK(shown(made, "2025-01", Window::Month, "category", "Not known") == "1");
  CHECK(shown(made, "2025-02", Window::Month, "category", "Theft") == "0");  // covered: 0, in every group
  CHECK(sumOf(made, "category", "2025-01") == 7);
}

TEST_CASE("only the texts of rows that the measure counts") {
  FakeWarehouse warehouse = crimes();
  MeasureDefinition crime = countOf("robbery", "crimes");
  crime.rows.where = where("crimes", "category = 'Robbery'");
  by(crime, "category");
  // The blank one may be a robbery: it is counted as unknown, and so its group is there.
  CHECK(groupsOf(seriesOf({crime}, "2025-02", warehouse).front(), "category") == Names{"Robbery", "Not known"});
  crime.rows.where = where("crimes", "category = 'Robbery' and category is not null");
  CHECK(groupsOf(seriesOf({crime}, "2025-02", warehouse).front(), "category") == Names{"Robbery"});
}

TEST_CASE("areas are all there in the force's order, and add up to the force at every level") {
  FakeWarehouse warehouse = crimes();
  MeasureDefinition crime = countOf("crime", "crimes");
  by(crime, "district", true);
  by(crime, "region", true);
  const series::Series made = seriesOf({crime}, "2025-02", warehouse).front();
  CHECK(groupsOf(made, "district") == Names{"Barton", "Ashby", "Corby", "Outside the force area", "Area not known"});
  CHECK(groupsOf(made, "region") == Names{"South", "North", "Outside the force area", "Area not known"});
  CHECK(shown(made, "2025-01", Window::Month, "district", "Ashby") == "3");
  CHECK(shown(made, "2025-01", Window::Month, "district", "Corby") == "0");
  CHECK(shown(made, "2025-01", Window::Month, "district", "Area not known") == "2");  // blank, and no area's name
  CHECK(shown(made, "2025-01", Window::Month, "region", "North") == "4");
  CHECK(shown(made, "2025-01", Window::Month, "region", "South") == "0");
  CHECK(sumOf(made, "district", "2025-01") == 7);
  CHECK(sumOf(made, "region", "2025-01") == 7);
  CHECK(made.find("district", "Ashby")->parent == "North");
  CHECK(made.find("region", "North")->parent.empty());
  CHECK(made.find("district", "Area not known")->parent.empty());
}

TEST_CASE("areas without any row are zeros, and what lies outside is not shown") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-02");
  MeasureDefinition crime = countOf("crime", "crimes");
  by(crime, "district", true);
  const series::Series made = seriesOf({crime}, "2025-02", warehouse).front();
  CHECK(groupsOf(made, "district") == Names{"Barton", "Ashby", "Corby"});
  CHECK(shown(made, "2025-02", Window::Month, "district", "Corby") == "0");
}

TEST_CASE("a true or false column makes groups too") {
  FakeWarehouse warehouse;
  warehouse.cover("calls", "2025-01", "2025-01");
  warehouse.add("calls", "2025-01", {{"answered", "true"}}, 3);
  warehouse.add("calls", "2025-01", {{"answered", "false"}}, 2);
  warehouse.add("calls", "2025-01", {}, 1);
  MeasureDefinition calls = countOf("calls", "calls");
  by(calls, "answered");
  const series::Series made = seriesOf({calls}, "2025-01", warehouse).front();
  CHECK(groupsOf(made, "answered") == Names{"No", "Yes", "Not known"});
  CHECK(shown(made, "2025-01", Window::Month, "answered", "Yes") == "3");
}

TEST_CASE("a ratio by group has the groups of both parts") {
  FakeWarehouse warehouse = crimes();
  warehouse.cover("outcomes", "2025-01", "2025-02");
  warehouse.add("outcomes", "2025-01", {{"outcome", "Charged"}, {"area", "Ashby"}});
  warehouse.add("outcomes", "2025-01", {{"outcome", "Charged"}, {"area", "Corby"}});
  MeasureDefinition ratio = countOf("outcome_rate", "outcomes");
  ratio.info.kind = series::MeasureKind::Ratio;
  ratio.top.rows = RowSet{.table = "outcomes", .date = "outcome_on", .where = nullptr, .amount = nullptr};
  ratio.bottom.rows = RowSet{.table = "crimes", .date = "recorded_on", .where = nullptr, .amount = nullptr};
  by(ratio, "district", true);
  const series::Series made = seriesOf({ratio}, "2025-02", warehouse).front();
  CHECK(*cellOf(made, "2025-01", Window::Month, "district", "Ashby").value == Approx(1.0 / 3.0));
  CHECK(shown(made, "2025-01", Window::Month, "district", "Barton") == "0");
  CHECK(shown(made, "2025-01", Window::Month, "district", "Corby") == "[z] nothing to divide by");
}

TEST_CASE("more than 60 groups fail with what to do") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-01");
  for (int i = 0; i < 61; ++i) {
    warehouse.add("crimes", "2025-01", {{"category", "c" + std::to_string(i)}, {"area", "Ashby"}});
  }
  MeasureDefinition crime = countOf("crime", "crimes");
  by(crime, "category");
  const auto made = seriesOf({crime, countOf("all", "crimes")}, "2025-01", warehouse);
  CHECK(made[0].failure.find("'crime' by category has 61 groups, more than 60 groups") == 0);
  CHECK(made[0].failure.find("coarser breakdown") != std::string::npos);
  CHECK(made[1].failure.empty());
  CHECK(shown(made[1], "2025-01") == "61");
}

}  // namespace
}  // namespace boardpack::measure
