#include "feed/extracts.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using base::Month;

namespace {

sdk::Feed named(const char* name, sdk::Covers covers) {
  sdk::Feed feed;
  feed.name = name;
  feed.covers = covers;
  return feed;
}

const sdk::Feed kStreet = named("street", sdk::Covers::FileMonth);
const sdk::Feed kOutcomes = named("outcomes", sdk::Covers::FileMonth);
const sdk::Feed kPopulation = named("population", sdk::Covers::Everything);
const sdk::Date kJanuary{2026, 1, 15};
const sdk::Date kFebruary{2026, 2, 15};

feed::Extract extract(const std::string& folder, const sdk::Feed& feed, Month first, Month last,
                      std::optional<sdk::Date> day) {
  const std::string name = first.iso() + "-cleveland-" + feed.name + ".csv";
  return {.path = "data/" + folder + "/" + name,
          .shown_as = folder + "/" + name,
          .feed = &feed,
          .months = {first, last},
          .covers_everything = feed.covers == sdk::Covers::Everything,
          .extracted_on = day,
          .folder = "data/" + folder};
}
feed::Extract month(const std::string& folder, const sdk::Feed& feed, Month month, std::optional<sdk::Date> day) {
  return extract(folder, feed, month, month, day);
}

std::string errorOf(const std::vector<feed::Extract>& extracts, sdk::ErrorKind kind = sdk::ErrorKind::Command) {
  try {
    feed::supersede(extracts);
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == kind);
    return error.sentence();
  }
  return "no error";
}

bool says(const std::string& sentence, const std::string& part) { return sentence.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("extracts that do not overlap all count, dated or not") {
  const auto result = feed::supersede({month("a", kStreet, Month(2025, 1), {}), month("a", kStreet, Month(2025, 2), {}),
                                       month("b", kOutcomes, Month(2025, 1), kJanuary)});
  REQUIRE(result.counted.size() == 3);
  CHECK(result.counted[1].extract == 1);
  CHECK(result.counted[1].months == std::vector<Month>{Month(2025, 2)});
  for (const auto& superseded : result.superseded) {
    CHECK(superseded.empty());
  }
}

TEST_CASE("the later extraction counts, month by month") {
  const auto result = feed::supersede({extract("old", kStreet, Month(2024, 11), Month(2025, 2), kJanuary),
                                       extract("new", kStreet, Month(2025, 1), Month(2025, 3), kFebruary)});
  REQUIRE(result.counted.size() == 2);
  CHECK(result.counted[0].months == std::vector<Month>{Month(2024, 11), Month(2024, 12)});
  CHECK(result.counted[1].months == std::vector<Month>{Month(2025, 1), Month(2025, 2), Month(2025, 3)});
  REQUIRE(result.superseded[0].size() == 2);
  CHECK(result.superseded[0][0].month == Month(2025, 1));
  CHECK(result.superseded[0][0].by_file == "new/2025-01-cleveland-street.csv of 15 February 2026");
  CHECK(result.superseded[0][1].month == Month(2025, 2));
  CHECK(result.superseded[1].empty());
}

TEST_CASE("an extract of which nothing counts is not among those that count") {
  // The order they are given in does not matter, and earlier ones need not be told apart.
  const auto result = feed::supersede({month("new", kStreet, Month(2025, 1), kFebruary),
                                       month("old", kStreet, Month(2025, 1), kJanuary),
                                       month("old2", kStreet, Month(2025, 1), kJanuary)});
  REQUIRE(result.counted.size() == 1);
  CHECK(result.counted[0].extract == 0);
  CHECK(result.superseded[1].size() == 1);
  CHECK(result.superseded[2].size() == 1);
}

TEST_CASE("where it is not known which is the later, the run stops and asks") {
  std::vector<feed::Extract> extracts;
  for (int i = 1; i <= 12; ++i) {
    extracts.push_back(month("old", kStreet, Month(2025, i), kJanuary));
    if (i != 4) {
      extracts.push_back(month("new", kStreet, Month(2025, i), {}));
    }
  }
  const std::string said = errorOf(extracts);
  INFO(said);
  CHECK(says(said, "data/old/2025-01-cleveland-street.csv and data/new/2025-01-cleveland-street.csv"));
  CHECK(says(said, "10 more pairs"));
  CHECK(says(said, "both cover 2025-01 to 2025-03 and 2025-05 to 2025-12"));
  CHECK(says(said, "--data data/new@YYYY-MM-DD --data data/old@YYYY-MM-DD"));
}

TEST_CASE("one date for both is as good as none") {
  const std::string said =
      errorOf({month("a", kStreet, Month(2025, 1), kJanuary), month("b", kStreet, Month(2025, 1), kJanuary)});
  INFO(said);
  CHECK(says(said, "both are dated 2026-01-15"));
  CHECK(says(said, "both cover 2025-01"));
}

TEST_CASE("two files of one month in one folder: one has to go") {
  feed::Extract packed = month("a", kStreet, Month(2025, 1), kJanuary);
  packed.path += ".gz";
  const std::string said = errorOf({month("a", kStreet, Month(2025, 1), kJanuary), packed}, sdk::ErrorKind::Data);
  INFO(said);
  CHECK(says(said,
             "2025-01-cleveland-street.csv and data/a/2025-01-cleveland-street.csv.gz both cover 2025-01: take "
             "one of them out of the folder"));
  CHECK_FALSE(says(said, "--data"));
}

TEST_CASE("of extracts that cover everything the latest counts alone") {
  const auto result =
      feed::supersede({month("a", kPopulation, Month(), kJanuary), month("b", kPopulation, Month(), kFebruary)});
  REQUIRE(result.counted.size() == 1);
  CHECK(result.counted[0].extract == 1);
  CHECK(result.counted[0].months.empty());
  REQUIRE(result.superseded[0].size() == 1);
  CHECK(says(errorOf({month("a", kPopulation, Month(), {}), month("b", kPopulation, Month(), kFebruary)}),
             "are both given"));
}

namespace {

sdk::Feed filling(const char* name, sdk::Covers covers, const std::vector<const char*>& tables) {
  sdk::Feed feed = named(name, covers);
  for (const char* table : tables) {
    feed.routes.push_back({.table = table, .when_source = "", .when_equals = "", .columns = {}});
  }
  return feed;
}

const sdk::Feed kCrimesAndIncidents = filling("street", sdk::Covers::FileMonth, {"incidents", "crimes"});
const sdk::Feed kLog = filling("log", sdk::Covers::FileMonth, {"incidents"});

}  // namespace

TEST_CASE("two feeds never fill one table for the same month") {
  std::vector<feed::Extract> extracts;
  for (int i = 1; i <= 3; ++i) {
    extracts.push_back(month("a", kCrimesAndIncidents, Month(2025, i), kJanuary));
  }
  extracts.push_back(month("b", kLog, Month(2025, 2), kFebruary));
  extracts.push_back(month("b", kLog, Month(2025, 3), {}));
  const std::string said = errorOf(extracts, sdk::ErrorKind::Data);
  INFO(said);
  CHECK(says(said,
             "data/a/2025-02-cleveland-street.csv and data/b/2025-02-cleveland-log.csv both fill the table incidents "
             "for 2025-02 to 2025-03 (and 1 more pair"));
  CHECK(says(said, "Give only one of them"));
  CHECK_FALSE(says(said, "crimes"));
}

TEST_CASE("two feeds may fill one table one after the other") {
  const auto result = feed::supersede(
      {month("a", kCrimesAndIncidents, Month(2025, 1), kJanuary), month("b", kLog, Month(2025, 2), kJanuary)});
  CHECK(result.counted.size() == 2);
}

TEST_CASE("a whole history beside monthly extracts of another feed would be counted twice") {
  const sdk::Feed history = filling("history", sdk::Covers::Everything, {"incidents"});
  CHECK(says(errorOf({month("a", history, Month(), {}), month("b", kLog, Month(2025, 1), {})}, sdk::ErrorKind::Data),
             "cleveland-log.csv and data/a/"));
  const sdk::Feed people = filling("people", sdk::Covers::Everything, {"population"});
  const sdk::Feed households = filling("households", sdk::Covers::Everything, {"population"});
  CHECK(feed::supersede({month("a", people, Month(), {}), month("a", households, Month(), {})}).counted.size() == 2);
}
