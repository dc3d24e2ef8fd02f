#include "make_pack.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;

namespace {

paper::Pack planned() {
  paper::Pack pack = makePack();
  pack.force.pillar_label = "Objective";
  pack.force.pillars = {{"safer", "4", "Safer", {"People are safe", "Services are efficient"}},
                        {"victims", "2", "Victims", {"Victims are heard"}}};
  pack.measures[0].series.info.serves = {"4.1", "2"};
  pack.measures[1].series.info.serves = {"4.1.a"};
  series::PlanItem item;
  item.kind = "commitment";
  item.reference = "4.1.a";
  item.parent = "safer.1";
  item.text = "Work with schools";
  pack.plan_items.push_back(item);
  item.kind = "action";
  item.reference = "4.1.a.i";
  item.parent = "4.1.a";
  item.text = "Meet monthly";
  pack.plan_items.push_back(item);
  pack.plan_updates = {{.as_at = {2025, 10, 31}, .reference = "4.1.a", .status = "started", .words = {}, .place = {}},
                       {.as_at = {2025, 11, 30}, .reference = "4.1.a", .status = "on track", .words = {}, .place = {}}};
  return pack;
}

std::vector<std::string> rows(const paper::Table& table) {
  std::vector<std::string> found;
  for (const std::vector<paper::TableCell>& row : table.rows) {
    std::string line;
    for (const paper::TableCell& cell : row) {
      line += std::get<std::string>(cell.content) + "|";
    }
    found.push_back(line);
  }
  return found;
}

}  // namespace

TEST_CASE("the plan is followed from pillar to commitment, and what is missing is named") {
  const std::vector<std::string> found = rows(paper::planCoverage(planned()));
  REQUIRE(found.size() == 7);
  CHECK(found[0] == "4 Safer|The whole|||||");
  CHECK(found[1] == "4 Safer|4.1 People are safe||Robbery (to December 2025)|||");
  CHECK(found[2] ==
        "4 Safer|4.1 People are safe|4.1.a Work with schools|Positive outcomes (to December 2025)|30 November 2025: on "
        "track||");
  CHECK(found[3] == "4 Safer|4.1 People are safe|4.1.a.i Meet monthly|||no update|");
  CHECK(found[4] == "4 Safer|4.2 Services are efficient||||no measure|");
  CHECK(found[5] == "2 Victims|The whole||Robbery (to December 2025)|||");
  CHECK(found[6] == "2 Victims|2.1 Victims are heard||||no measure|");
}

TEST_CASE("a measure without a value is named, unless no extract was read") {
  paper::Pack pack = planned();
  for (std::vector<series::Cell>& cells : pack.measures[1].series.groups.front().windows) {
    for (series::Cell& cell : cells) {
      cell = series::Cell::missing(series::Symbol::NotAvailable, "no extract");
    }
  }
  CHECK(rows(paper::planCoverage(pack))[2] ==
        "4 Safer|4.1 People are safe|4.1.a Work with schools|Positive outcomes|30 November 2025: on track|no data: "
        "Positive "
        "outcomes|");
  CHECK(rows(paper::planCoverage(pack, false))[2] ==
        "4 Safer|4.1 People are safe|4.1.a Work with schools|Positive outcomes|30 November 2025: on track||");
}
