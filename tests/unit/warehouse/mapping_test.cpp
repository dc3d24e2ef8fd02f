#include "warehouse_support.hpp"

#include "warehouse/feed_mapping.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace boardpack;
using namespace boardpack::test;
using warehouse::mapFeed;

TEST_CASE("a feed asks for each header name once and says what it fills") {
  const sdk::Force force = testForce();
  const warehouse::FeedMapping mapping = mapFeed(feedOf(force, "street"), force);
  CHECK(mapping.sources == std::vector<std::string>{"Crime type", "Month", "LSOA name", "Crime ID", "Reported by",
                                                    "Last outcome category", "Falls within"});
  REQUIRE(mapping.tables.size() == 2);
  CHECK(mapping.tables[0].table->name == "incidents");
  const sdk::Table& incidents = *mapping.tables[0].table;
  const auto at = [&incidents](const char* column) {
    return static_cast<std::size_t>(incidents.find(column) - incidents.columns.data());
  };
  CHECK(std::count(mapping.tables[0].filled.begin(), mapping.tables[0].filled.end(), true) == 3);
  CHECK((mapping.tables[0].filled[at("opened_at")] && mapping.tables[0].filled[at("kind")] &&
         mapping.tables[0].filled[at("area")]));
  CHECK(mapping.tables[1].table->name == "crimes");
  // The area of an incident is a district, or one of the two that are none; its kind is one text; its time is no text.
  CHECK(mapping.tables[0].listed[at("area")].size() == 4);
  CHECK(mapping.tables[0].listed[at("kind")] == std::vector<std::string_view>{"Anti-social behaviour"});
  CHECK(mapping.tables[0].listed[at("opened_at")].empty());
}

TEST_CASE("a fault of a feed is found before any row is read") {
  sdk::Force force = testForce();
  sdk::Feed& feed = force.feeds.front();
  std::string expected;
  SECTION("a table that does not exist") {
    feed.routes[0].table = "incidence";
    expected = "sends rows to the table 'incidence', which does not exist";
  }
  SECTION("a column that does not exist") {
    feed.routes[1].columns[2].target = "categry";
    expected = "fills the column 'categry', which the table crimes does not have";
  }
  SECTION("a way of reading that does not fit") {
    feed.routes[1].columns[2].parse = sdk::Parse::Number;
    expected = "in a way that does not fit the column's type";
  }
  SECTION("a required column left empty") {
    feed.routes[1].columns.erase(feed.routes[1].columns.begin() + 2);
    expected = "leaves the column 'category' of crimes empty";
  }
  CHECK_THROWS_WITH(mapFeed(feed, force), Catch::Contains(expected) && Catch::Contains("'street'"));
}

TEST_CASE("a mapping's digest follows what decides a value, and nothing else") {
  const sdk::Force force = testForce();
  const std::string digest = warehouse::mappingDigest(force.feeds[0], force);
  sdk::Force same = force;
  same.feeds[0].title = "Another title";
  same.feeds[0].reject_threshold = 0.5;
  CHECK(warehouse::mappingDigest(same.feeds[0], same) == digest);
  sdk::Force other = force;
  other.feeds[0].routes[0].when_equals = "Antisocial behaviour";
  CHECK(warehouse::mappingDigest(other.feeds[0], other) != digest);
  // What whose rows they are is told by, where they lie, and what becomes of a text that no list has.
  other = force;
  other.name = "Another name";
  CHECK(warehouse::mappingDigest(other.feeds[0], other) != digest);
  other = force;
  other.feeds[0].own_rows.pop_back();
  CHECK(warehouse::mappingDigest(other.feeds[0], other) != digest);
  other = force;
  other.successors = {{"Greater Southtown", {"Northtown"}, {2023, 4, 1}}};
  CHECK(warehouse::mappingDigest(other.feeds[0], other) != digest);
  other = force;
  other.areas[1].valid_to = sdk::Date{2024, 3, 31};
  CHECK(warehouse::mappingDigest(other.feeds[0], other) != digest);
  other = force;
  other.feeds[0].routes[1].columns[5].unlisted = sdk::Unlisted::Reject;
  CHECK(warehouse::mappingDigest(other.feeds[0], other) != digest);
}
