#include <boardpack/sdk/police_uk.hpp>
#include <boardpack/sdk/tables.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace boardpack::sdk;

namespace {

const ColumnMap& mapOf(const RowRoute& route, const std::string& target) {
  const auto found = std::find_if(route.columns.begin(), route.columns.end(),
                                  [&](const ColumnMap& map) { return map.target == target; });
  REQUIRE(found != route.columns.end());
  return *found;
}

std::string codeOf(const ColumnMap& map, const std::string& text) {
  for (const auto& [source, canonical] : map.codes) {
    if (source == text) {
      return canonical;
    }
  }
  return "(rejected)";
}

}  // namespace

TEST_CASE("file names of police.uk hold the force's name") {
  const auto feeds = policeUkFeeds("cleveland");
  REQUIRE(feeds.size() == 4);
  CHECK(feeds[0].file_name == "{month}-cleveland-street.csv");
  CHECK(feeds[1].file_name == "{month}-cleveland-outcomes.csv");
  CHECK(feeds[2].file_name == "{month}-cleveland-stop-and-search.csv");
  CHECK(feeds[3].file_name == "population.csv");
}

TEST_CASE("anti-social behaviour rows are incidents, all others crimes") {
  const Feed street = policeUkFeeds("cleveland")[0];
  REQUIRE(street.routes.size() == 2);
  CHECK(street.routes[0].table == "incidents");
  CHECK(street.routes[0].when_source == "Crime type");
  CHECK(street.routes[0].when_equals == "Anti-social behaviour");
  CHECK(street.routes[1].table == "crimes");
  CHECK(codeOf(mapOf(street.routes[1], "category"), "Anti-social behaviour") == "(rejected)");
}

TEST_CASE("the thirteen crime types in use keep their names") {
  const Feed street = policeUkFeeds("cleveland")[0];
  const ColumnMap& category = mapOf(street.routes[1], "category");
  for (const char* type : {"Violence and sexual offences", "Criminal damage and arson", "Shoplifting", "Public order",
                           "Other theft", "Vehicle crime", "Burglary", "Drugs", "Other crime", "Bicycle theft",
                           "Possession of weapons", "Robbery", "Theft from the person"}) {
    CHECK(codeOf(category, type) == type);
  }
  CHECK(codeOf(category, "robbery") == "(rejected)");
}

TEST_CASE("a charge stays positive whatever came of it in court") {
  const Feed street = policeUkFeeds("cleveland")[0];
  const ColumnMap& group = mapOf(street.routes[1], "outcome_group");
  for (const char* text : {"Suspect charged", "Awaiting court outcome", "Court result unavailable",
                           "Defendant found not guilty", "Offender sent to prison", "Local resolution",
                           "Offender given a caution", "Offender given a drugs possession warning"}) {
    CHECK(codeOf(group, text) == "Positive");
  }
  CHECK(codeOf(group, "Unable to prosecute suspect") == "No further action");
  CHECK(codeOf(group, "Investigation complete; no suspect identified") == "No further action");
  CHECK(codeOf(group, "Under investigation") == "Under investigation");
  CHECK(codeOf(group, "Status update unavailable") == "Not known");
  // police.uk lists 28 outcome categories.
  CHECK(group.codes.size() == 28);
}

TEST_CASE("outcomes of searches have one wording, that of today") {
  const Feed searches = policeUkFeeds("cleveland")[2];
  const ColumnMap& outcome = mapOf(searches.routes[0], "outcome");
  // The texts of before about 2018 beside those after.
  for (const auto& [earlier, now] : std::vector<std::pair<std::string, std::string>>{
           {"Nothing found - no further action", "A no further action disposal"},
           {"Suspected psychoactive substances seized - No further action", "A no further action disposal"},
           {"Suspect arrested", "Arrest"},
           {"Offender cautioned", "Caution (simple or conditional)"},
           {"Local resolution", "Community resolution"},
           {"Offender given drugs possession warning", "Khat or Cannabis warning"},
           {"Offender given penalty notice", "Penalty Notice for Disorder"},
           {"Suspect summonsed to court", "Summons / charged by post"}}) {
    INFO(earlier);
    CHECK(codeOf(outcome, earlier) == now);
    CHECK(codeOf(outcome, now) == now);
  }
  CHECK(codeOf(outcome, "Article found - Detailed outcome unavailable").empty());
  CHECK(outcome.codes.size() == 16);
}

TEST_CASE("every list of codes is closed, and every text that a measure may ask to be another one has a list") {
  for (const Feed& feed : policeUkFeeds("cleveland")) {
    for (const RowRoute& route : feed.routes) {
      for (const ColumnMap& map : route.columns) {
        INFO(feed.name << ", " << map.target);
        if (map.parse == Parse::Code) {
          CHECK(map.unlisted ==
                (findTable(route.table)->find(map.target)->required ? Unlisted::Reject : Unlisted::NotKnown));
        }
      }
    }
  }
}

TEST_CASE("street and outcomes say whose rows they are") {
  const auto feeds = policeUkFeeds("cleveland");
  for (const std::size_t feed : {0U, 1U}) {
    REQUIRE(feeds[feed].own_rows.size() == 2);
    CHECK(feeds[feed].own_rows[0].source == "Reported by");
    CHECK(feeds[feed].own_rows[1].source == "Falls within");
  }
}

TEST_CASE("canonical tables name their date and area by columns that exist") {
  std::set<std::string> names;
  for (const Table& table : canonicalTables()) {
    CHECK(names.insert(table.name).second);
    CHECK(findTable(table.name) == &table);
    if (!table.default_date.empty()) {
      REQUIRE(table.find(table.default_date) != nullptr);
      CHECK(table.find(table.default_date)->required);
    }
    if (!table.area_column.empty()) {
      CHECK(table.find(table.area_column) != nullptr);
    }
  }
  CHECK(findTable("offences") == nullptr);
  CHECK(findTable("crimes")->find("crime") == nullptr);
}
