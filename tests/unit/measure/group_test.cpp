#include "fake_warehouse.hpp"
#include "measure/definition/formula.hpp"
#include "sample_rows.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
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
  ratio.kind = MeasureKind::Ratio;
  ratio.top.rows = RowSet{.table = "outcomes", .date = "outcome_on", .where = nullptr, .amount = nullptr};
  ratio.bottom.rows = RowSet{.table = "crimes", .date = "recorded_on", .where = nullptr, .amount = nullptr};
  by(ratio, "district", true);
  const series::Series made = seriesOf({ratio}, "2025-02", warehouse).front();
  CHECK(*cellOf(made, "2025-01", Window::Month, "district", "Ashby").value == Approx(1.0 / 3.0));
  CHECK(shown(made, "2025-01", Window::Month, "district", "Barton") == "0");
  CHECK(shown(made, "2025-01", Window::Month, "district", "Corby") == "[z] nothing to divide by");
}

TEST_CASE("more than 60 groups fail the breakdown, with what to do, and not the force's figure") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2025-01", "2025-01");
  for (int i = 0; i < 61; ++i) {
    warehouse.add("crimes", "2025-01", {{"category", "c" + std::to_string(i)}, {"area", "Ashby"}});
  }
  MeasureDefinition crime = countOf("crime", "crimes");
  by(crime, "category");
  by(crime, "district", true);
  MeasureDefinition twice;
  twice.info.name = "twice";
  twice.kind = MeasureKind::Derive;
  twice.info.windows = {Window::Month};
  twice.reads = {"crime"};
  twice.formula = formulaOf(FormulaOp::Add, formulaMeasure("crime"), formulaMeasure("crime"));
  by(twice, "category");
  by(twice, "district", true);
  const auto made = seriesOf({crime, countOf("all", "crimes"), twice}, "2025-01", warehouse);
  CHECK(made[0].failure.empty());
  CHECK(shown(made[0], "2025-01") == "61");
  CHECK(made[0].groupsOf("category").empty());
  CHECK(shown(made[0], "2025-01", Window::Month, "district", "Ashby") == "61");
  REQUIRE(made[0].refused.size() == 1);
  CHECK(made[0].refused[0].breakdown == "category");
  CHECK(made[0].refused[0].why.find("'crime' by category has 61 groups, more than 60 groups") == 0);
  CHECK(made[0].refused[0].why.find("coarser breakdown") != std::string::npos);
  CHECK(made[1].refused.empty());
  CHECK(shown(made[2], "2025-01") == "122");
  CHECK(shown(made[2], "2025-01", Window::Month, "district", "Ashby") == "122");
  REQUIRE(made[2].refused.size() == 1);
  CHECK(made[2].refused[0].why.find("'twice' by category reads 'crime', which is not shown so: 'crime' by category "
                                    "has 61 groups") == 0);
}

/// 2024: Violence 6 (4 with injury: 3 assaults and a murder; 1 without; 1 not known), Theft 5 (3 shop, 2 bicycle),
/// Arson 1 and blank 2, each in Ashby but one shop theft in Corby and one outside the force. Before, bicycles were
/// most.
FakeWarehouse offences() {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2023-01", "2024-12");
  const auto add = [&](const std::string& month, const std::string& category, const std::string& subcategory,
                       const std::string& offence, const std::string& area, int times) {
    FakeWarehouse::Row row{{"area", area}};
    for (const auto& [column, text] :
         {std::pair{"category", category}, std::pair{"status", subcategory}, std::pair{"recorded_by", offence}}) {
      if (!text.empty()) {
        row.emplace(column, text);
      }
    }
    warehouse.add("crimes", month, row, times);
  };
  add("2023-01", "Theft", "Bicycle", "Cycle theft", "Ashby", 50);
  add("2024-03", "Violence", "With injury", "Assault", "Ashby", 3);
  add("2024-12", "Violence", "With injury", "Murder", "Ashby", 1);
  add("2024-12", "Violence", "Without injury", "Threat", "Ashby", 1);
  add("2024-12", "Violence", "", "", "Ashby", 1);
  add("2024-12", "Theft", "Shop", "Shoplifting", "Ashby", 1);
  add("2024-12", "Theft", "Shop", "Shoplifting", "Corby", 1);
  add("2024-12", "Theft", "Shop", "Shoplifting", "Outside the force area", 1);
  add("2024-12", "Theft", "Bicycle", "Cycle theft", "Ashby", 2);
  add("2024-12", "Arson", "", "", "Ashby", 1);
  add("2024-12", "", "", "", "Ashby", 2);
  return warehouse;
}

TEST_CASE("groups of two columns, areas among them") {
  FakeWarehouse warehouse = offences();
  MeasureDefinition crime = countOf("crime", "crimes");
  bySeveral(crime, {"category", "district"}, false);
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  CHECK(groupsOf(made, "category_x_district") == Names{"Arson, Ashby", "Theft, Ashby", "Theft, Corby",
                                                       "Theft, Outside the force area", "Violence, Ashby",
                                                       "Not known, Ashby"});
  CHECK(shown(made, "2024-12", Window::Month, "category_x_district", "Theft, Ashby") == "3");
  CHECK(shown(made, "2024-12", Window::Mrt, "category_x_district", "Violence, Ashby") == "6");
  CHECK(sumOf(made, "category_x_district", "2024-12") == 11);
  CHECK(made.find("category_x_district", "Theft, Corby")->path == Names{"Theft", "Corby"});
}

TEST_CASE("the levels of a tree add up, and a blank is not known within its parent") {
  FakeWarehouse warehouse = offences();
  MeasureDefinition crime = countOf("crime", "crimes");
  bySeveral(crime, {"category", "status"}, true);
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  const std::string id = "category_x_status";
  CHECK(groupsOf(made, id) == Names{"Arson", "Arson > Not known", "Theft", "Theft > Bicycle", "Theft > Shop",
                                    "Violence", "Violence > With injury", "Violence > Without injury",
                                    "Violence > Not known", "Not known", "Not known > Not known"});
  const auto mrt = [&](const std::string& group) { return *cellOf(made, "2024-12", Window::Mrt, id, group).value; };
  CHECK(mrt("Violence") == 6);
  CHECK(mrt("Violence > With injury") == 4);
  CHECK(mrt("Theft") == 5);
  CHECK(mrt("Theft > Shop") == 3);
  CHECK(mrt("Arson > Not known") == 1);
  CHECK(made.find(id, "Violence > With injury")->parent == "Violence");
  CHECK(made.find(id, "Violence")->parent.empty());
  double roots = 0;
  double children = 0;
  for (const series::GroupSeries* group : made.groupsOf(id)) {
    (group->parent.empty() ? roots : children) += mrt(group->group);
  }
  CHECK(roots == 14);
  CHECK(children == 14);
}

TEST_CASE("the largest groups of the latest 12 months, and the rest in every month") {
  FakeWarehouse warehouse = offences();
  MeasureDefinition crime = countOf("crime", "crimes");
  bySeveral(crime, {"recorded_by"}, false, 2);
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  // Assault and Shoplifting have three each, Cycle theft two: the 50 of January 2023 do not count.
  CHECK(groupsOf(made, "recorded_by") == Names{"Assault", "Shoplifting", "Other", "Not known"});
  CHECK(shown(made, "2024-12", Window::Month, "recorded_by", "Other") == "4");
  CHECK(shown(made, "2023-01", Window::Month, "recorded_by", "Other") == "50");
  CHECK(shown(made, "2024-12", Window::Month, "recorded_by", "Not known") == "4");
  CHECK(sumOf(made, "recorded_by", "2024-12") == 11);
  CHECK(made.find("recorded_by", "Other")->is_rest);
  CHECK(made.find("recorded_by", "Other")->path == Names{"Other"});
}

TEST_CASE("ties are decided by name, and a group called Other keeps its name") {
  FakeWarehouse warehouse;
  warehouse.cover("crimes", "2024-12", "2024-12");
  for (const char* category : {"Zebra", "Other", "Beta", "Alpha"}) {
    warehouse.add("crimes", "2024-12", {{"category", category}, {"area", "Ashby"}},
                  std::string(category) == "Other" ? 9 : 1);
  }
  MeasureDefinition crime = countOf("crime", "crimes");
  bySeveral(crime, {"category"}, false, 2);
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  CHECK(groupsOf(made, "category") == Names{"Alpha", "Other", "All other"});
  CHECK(shown(made, "2024-12", Window::Month, "category", "All other") == "2");
}

TEST_CASE("a tree keeps the largest groups of each level") {
  FakeWarehouse warehouse = offences();
  MeasureDefinition crime = countOf("crime", "crimes");
  bySeveral(crime, {"category", "status", "recorded_by"}, true, 1);
  const series::Series made = seriesOf({crime}, "2024-12", warehouse).front();
  CHECK(groupsOf(made, "category_x_status_x_recorded_by") ==
        Names{"Violence", "Violence > With injury", "Violence > With injury > Assault",
              "Violence > With injury > Other", "Violence > Other", "Violence > Not known",
              "Violence > Not known > Not known", "Other", "Not known", "Not known > Not known",
              "Not known > Not known > Not known"});
  CHECK(shown(made, "2024-12", Window::Mrt, "category_x_status_x_recorded_by", "Other") == "6");
  CHECK(shown(made, "2024-12", Window::Mrt, "category_x_status_x_recorded_by", "Violence > Other") == "1");
}

TEST_CASE("of a share, the rest and the groups above are ratios of sums") {
  FakeWarehouse warehouse = offences();
  MeasureDefinition share = countOf("share", "crimes");
  share.kind = MeasureKind::Share;
  share.met = where("crimes", "area = 'Ashby'");
  bySeveral(share, {"category", "status"}, true);
  bySeveral(share, {"category"}, false, 1);
  const series::Series made = seriesOf({share}, "2024-12", warehouse).front();
  CHECK(shown(made, "2024-12", Window::Month, "category_x_status", "Theft") == "60");  // 3 of 5
  CHECK(cellOf(made, "2024-12", Window::Month, "category_x_status", "Theft > Shop").denominator == 3.0);
  CHECK(groupsOf(made, "category") == Names{"Violence", "Other", "Not known"});
  CHECK(*cellOf(made, "2024-12", Window::Month, "category", "Other").value == Approx(100 * 4 / 6.0));
}

TEST_CASE("the rate of a category in a district takes the district's people") {
  FakeWarehouse warehouse = offences();
  warehouse.inhabitants("Ashby", 2024, 1000);
  warehouse.inhabitants("Barton", 2024, 1000);
  warehouse.inhabitants("Corby", 2024, 500);
  MeasureDefinition rate = countOf("rate", "crimes");
  rate.kind = MeasureKind::Rate;
  rate.per = 1000;
  rate.population_kind = "people";
  bySeveral(rate, {"category", "district"}, false);
  bySeveral(rate, {"category", "status"}, true);
  const series::Series made = seriesOf({rate}, "2024-12", warehouse).front();
  CHECK(shown(made, "2024-12", Window::Month, "category_x_district", "Theft, Corby") == "2");
  CHECK(shown(made, "2024-12", Window::Month, "category_x_district", "Theft, Ashby") == "3");
  CHECK(shown(made, "2024-12", Window::Month, "category_x_district", "Theft, Outside the force area") ==
        "[z] it has no population");
  CHECK(shown(made, "2024-12", Window::Month, "category_x_status", "Theft") == "2");  // 5 of 2,500
}

MeasureDefinition quotientOf(const std::string& name, const std::string& top, const std::string& bottom) {
  MeasureDefinition derived;
  derived.info.name = name;
  derived.kind = MeasureKind::Derive;
  derived.info.windows = {Window::Month, Window::Mrt};
  derived.formula = formulaOf(FormulaOp::Divide, formulaMeasure(top), formulaMeasure(bottom));
  derived.reads = measuresOf(*derived.formula);
  return derived;
}

TEST_CASE("a derived measure keeps the groups that are largest of the measure it names first") {
  FakeWarehouse warehouse = offences();
  MeasureDefinition crime = countOf("crime", "crimes");
  bySeveral(crime, {"recorded_by"}, false, 2);
  MeasureDefinition theft = countOf("theft", "crimes");
  theft.rows.where = where("crimes", "category = 'Theft'");
  by(theft, "recorded_by");
  MeasureDefinition share = quotientOf("share", "theft", "crime");
  bySeveral(share, {"recorded_by"}, false, 1);
  MeasureDefinition inverse = quotientOf("inverse", "crime", "theft");
  bySeveral(inverse, {"recorded_by"}, false, 1);
  MeasureDefinition of_both = quotientOf("of_both", "share", "inverse");
  bySeveral(of_both, {"recorded_by"}, false, 1);
  const std::vector<series::Series> made = seriesOf({crime, theft, share, inverse, of_both}, "2024-12", warehouse);
  for (const series::Series& each : made) {
    INFO(each.info.name);
    CHECK(each.failure.empty());
    CHECK(std::all_of(each.groups.begin(), each.groups.end(), [](const series::GroupSeries& group) {
      return group.breakdown.empty() || group.breakdown == "recorded_by";
    }));
  }
  const auto mrt = [&](std::size_t which, const std::string& group) {
    return shown(made[which], "2024-12", Window::Mrt, "recorded_by", group);
  };
  // Of theft Shoplifting is largest with 3 of 5; of crime Assault, which ties with Shoplifting, with 3 of 14.
  CHECK(groupsOf(made[0], "recorded_by") == Names{"Assault", "Shoplifting", "Other", "Not known"});
  CHECK(groupsOf(made[1], "recorded_by") == Names{"Cycle theft", "Shoplifting", "Not known"});
  CHECK(groupsOf(made[2], "recorded_by") == Names{"Shoplifting", "Other", "Not known"});
  CHECK(mrt(2, "Shoplifting") == "1");
  CHECK(*cellOf(made[2], "2024-12", Window::Mrt, "recorded_by", "Other").value == Approx(2.0 / 7.0));
  CHECK(mrt(2, "Not known") == "0");
  CHECK(made[2].find("recorded_by", "Other")->is_rest);
  CHECK(groupsOf(made[3], "recorded_by") == Names{"Assault", "Other", "Not known"});
  CHECK(mrt(3, "Assault") == "[z] division by zero");
  CHECK(*cellOf(made[3], "2024-12", Window::Mrt, "recorded_by", "Other").value == Approx(7.0 / 5.0));
  // One that reads both is told by theft's again: 2/7 by 7/2.
  CHECK(groupsOf(made[4], "recorded_by") == Names{"Shoplifting", "Other", "Not known"});
  CHECK(*cellOf(made[4], "2024-12", Window::Mrt, "recorded_by", "Other").value == Approx(4.0 / 49.0));
}

TEST_CASE("the rest of a derived measure is of all rows of the rest, where its parts do not add up") {
  FakeWarehouse warehouse;
  warehouse.cover("contacts", "2024-01", "2024-12");
  const auto add = [&](const std::string& queue, const std::string& key, const std::string& wait, int times) {
    warehouse.add("contacts", "2024-06", {{"queue", queue}, {"caller_key", key}, {"wait_seconds", wait}}, times);
  };
  add("a", "ann", "10", 5);
  add("b", "ann", "20", 1);
  add("c", "ann", "40", 1);
  add("c", "bob", "60", 1);
  MeasureDefinition median = countOf("median", "contacts");
  median.kind = MeasureKind::Percentile;
  median.rows.amount = amount("contacts", "wait_seconds");
  by(median, "queue");
  MeasureDefinition people = countOf("people", "contacts");
  people.kind = MeasureKind::Distinct;
  people.key = "caller_key";
  by(people, "queue");
  MeasureDefinition each = quotientOf("each", "median", "people");
  bySeveral(each, {"queue"}, false, 1);
  const series::Series made = seriesOf({each, median, people}, "2024-12", warehouse).front();
  REQUIRE(made.failure.empty());
  CHECK(groupsOf(made, "queue") == Names{"a", "Other"});
  CHECK(shown(made, "2024-06", Window::Month, "queue", "a") == "10");
  // 20, 40 and 60 of ann and bob; the sum of the two queues would have three people.
  CHECK(shown(made, "2024-06", Window::Month, "queue", "Other") == "20");
}

}  // namespace
}  // namespace boardpack::measure
