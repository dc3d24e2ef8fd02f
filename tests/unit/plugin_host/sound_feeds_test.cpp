#include "plugin_host/sound.hpp"

#include "sample_force.hpp"

#include <catch2/catch.hpp>

using namespace boardpack;
using plugin_host::faultsOfFeeds;
using plugin_host::faultsOfTables;

namespace {

// The street feed's second route: rows of crimes.
sdk::RowRoute& crimes(sdk::Force& force) { return force.feeds[0].routes[1]; }

}  // namespace

TEST_CASE("a feed maps to tables and columns that exist") {
  auto force = sampleForce();
  crimes(force).table = "offences";
  CHECK(onlyFault(faultsOfFeeds(force), {"'street'", "'offences'", "does not exist"}));
  force = sampleForce();
  crimes(force).columns[4].target = "recorded_at_station";
  CHECK(onlyFault(faultsOfFeeds(force), {"'Reported by'", "'crimes.recorded_at_station'", "no such column"}));
}

TEST_CASE("a feed reads only columns of its header") {
  auto force = sampleForce();
  crimes(force).columns[4].source = "Station";
  CHECK(onlyFault(faultsOfFeeds(force), {"'Station'", "not in the feed's header"}));
  force = sampleForce();
  force.feeds[0].routes[0].when_source = "Kind";
  CHECK(onlyFault(faultsOfFeeds(force), {"'Kind'", "not in its header"}));
  force = sampleForce();
  force.feeds[0].header.push_back({"Month", true});
  CHECK(onlyFault(faultsOfFeeds(force), {"'Month'", "twice"}));
}

TEST_CASE("required columns are filled, once, by what fits") {
  auto force = sampleForce();
  crimes(force).columns.erase(crimes(force).columns.begin() + 1);
  CHECK(onlyFault(faultsOfFeeds(force), {"'crimes.recorded_on'", "required"}));
  force = sampleForce();
  crimes(force).columns.push_back(crimes(force).columns[0]);
  CHECK(onlyFault(faultsOfFeeds(force), {"'crimes.crime_id'", "filled twice"}));
  force = sampleForce();
  crimes(force).columns[1].parse = sdk::Parse::Number;
  CHECK(onlyFault(faultsOfFeeds(force), {"'crimes.recorded_on'", "does not fit"}));
}

TEST_CASE("codes belong to columns that are read by them") {
  auto force = sampleForce();
  crimes(force).columns[2].codes.clear();
  CHECK(onlyFault(faultsOfFeeds(force), {"'crimes.category'", "has none"}));
  force = sampleForce();
  crimes(force).columns[4].codes = {{"A", "B"}};
  CHECK(onlyFault(faultsOfFeeds(force), {"'crimes.recorded_by'", "not read by them"}));
  force = sampleForce();
  crimes(force).columns[2].codes.push_back({"Robbery", "Other"});
  CHECK(onlyFault(faultsOfFeeds(force), {"'Robbery'", "twice"}));
}

TEST_CASE("feeds are told apart by name and file name") {
  auto force = sampleForce();
  force.feeds[1].name = "street";
  CHECK(onlyFault(faultsOfFeeds(force), {"'street'", "a name of its own"}));
  force = sampleForce();
  force.feeds[1].file_name = force.feeds[0].file_name;
  CHECK(onlyFault(faultsOfFeeds(force), {"two feeds"}));
  force = sampleForce();
  force.feeds[0].file_name = "street.csv";
  CHECK(onlyFault(faultsOfFeeds(force), {"{month} was expected"}));
  force = sampleForce();
  force.feeds[0].file_name = "../{month}-street.csv";
  CHECK(onlyFault(faultsOfFeeds(force), {"without folders"}));
}

TEST_CASE("no route stands behind one that takes every row") {
  auto force = sampleForce();
  std::swap(force.feeds[0].routes[0], force.feeds[0].routes[1]);
  CHECK(onlyFault(faultsOfFeeds(force), {"'street'", "after one that takes every row"}));
}

TEST_CASE("thresholds are shares") {
  auto force = sampleForce();
  force.feeds[0].reject_threshold = 1.5;
  CHECK(onlyFault(faultsOfFeeds(force), {"threshold"}));
}

TEST_CASE("codes of areas name areas of the force") {
  auto force = sampleForce();
  sdk::ColumnMap& area = crimes(force).columns[3];
  REQUIRE(area.target == "area");
  area.parse = sdk::Parse::Code;
  area.codes = {{"SH", "Shropshire"}, {"N", "North"}, {"O", "Outside the force area"}, {"?", "Area not known"}};
  CHECK(faultsOfFeeds(force).empty());
  area.codes.push_back({"TW", "Telford & Wrekin"});
  CHECK(onlyFault(faultsOfFeeds(force),
                  {"'TW' for 'Telford & Wrekin'", "no area of the force", "(is 'Telford and Wrekin' meant?)"}));
  area.codes.back().second = "shropshire";
  CHECK(onlyFault(faultsOfFeeds(force), {"'TW' for 'shropshire'", "(is 'Shropshire' meant?)"}));
  area.codes.pop_back();
  area.parse = sdk::Parse::Codes;
  CHECK(onlyFault(faultsOfFeeds(force), {"'crimes.area'", "one area"}));
  // Of a force's own table too; a column of another meaning may hold what it likes.
  force = sampleForce();
  force.tables = {{.name = "dip_samples",
                   .row_singular = "dip sample",
                   .row_plural = "dip samples",
                   .default_date = "done_on",
                   .area_column = "place",
                   .public_counts = false,
                   .columns = {{"done_on", sdk::ColumnType::Day, "the day", true},
                               {"place", sdk::ColumnType::Text, "the place"},
                               {"unit", sdk::ColumnType::Text, "the unit"}}}};
  sdk::Feed own;
  own.name = "dips";
  own.title = "Dip samples";
  own.file_name = "{month}-dips.csv";
  own.header = {{"Day", true}, {"Place", true}, {"Unit", true}};
  own.routes = {{"dip_samples",
                 "",
                 "",
                 {{"done_on", "Day", sdk::Parse::Day, {}},
                  {"place", "Place", sdk::Parse::Code, {{"A", "Atlantis"}}},
                  {"unit", "Unit", sdk::Parse::Code, {{"A", "Atlantis"}}}}}};
  force.feeds.push_back(own);
  CHECK(onlyFault(faultsOfFeeds(force), {"'Place'", "'Atlantis'"}));
}

TEST_CASE("a feed finds whose rows they are in a column that it has") {
  auto force = sampleForce();
  force.feeds[0].own_rows.push_back({.source = "Force"});
  CHECK(onlyFault(faultsOfFeeds(force), {"'street'", "'Force'", "not in its header"}));
}

TEST_CASE("what every row must have cannot be not known") {
  auto force = sampleForce();
  crimes(force).columns[2].unlisted = sdk::Unlisted::NotKnown;
  CHECK(onlyFault(faultsOfFeeds(force), {"'crimes.category'", "cannot be not known"}));
}

TEST_CASE("a force's own tables are named in plain words and are new") {
  auto force = sampleForce();
  sdk::Table table{.name = "dip_samples",
                   .row_singular = "dip sample",
                   .row_plural = "dip samples",
                   .default_date = "done_on",
                   .area_column = "",
                   .public_counts = false,
                   .columns = {{"done_on", sdk::ColumnType::Day, "the day", true}}};
  force.tables = {table};
  CHECK(faultsOfTables(force).empty());
  force.tables[0].name = "crimes";
  CHECK(onlyFault(faultsOfTables(force), {"'crimes'", "there already"}));
  force.tables[0].name = "dip\"samples";
  CHECK(onlyFault(faultsOfTables(force), {"lower-case letters"}));
  force.tables = {table};
  force.tables[0].default_date = "area";
  CHECK(onlyFault(faultsOfTables(force), {"default date 'area'"}));
  force.tables = {table};
  force.tables[0].columns.push_back({"passed; drop", sdk::ColumnType::Boolean, "whether", false});
  CHECK(onlyFault(faultsOfTables(force), {"'passed; drop'"}));
}
