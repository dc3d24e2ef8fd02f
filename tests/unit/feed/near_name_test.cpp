#include "feed/near_name.hpp"

#include "read_all.hpp"

#include "feed/extracts.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace feed_tests;

namespace {

sdk::Feed known(const std::string& file_name) {
  sdk::Feed feed;
  feed.name = "street";
  feed.file_name = file_name;
  return feed;
}

std::string near(const std::string& pattern, const std::string& name) {
  return feed::nearName(known(pattern), name).value_or("none");
}

const std::string kStreet = "{month}-cleveland-street.csv";
const std::string kSearches = "{month}-cleveland-stop-and-search.csv";

}  // namespace

TEST_CASE("a name that a browser, a program or a hand has changed is near to the right one") {
  for (const char* name : {"2025-11-cleveland-street (1).csv",
                           "2025-11-cleveland-street(2).csv.gz",
                           "2025-11-cleveland-street.csv.csv",
                           "2025-11-cleveland-street.txt",
                           "2025-11-cleveland-street.zip",
                           "2025-11-cleveland-street.csv.zip",
                           "2025-11-cleveland-street",
                           "2025-11-cleveland-street.xlsx",
                           "2025-11-Cleveland-Street.CSV.TXT",
                           "cleveland-street-2025-11.csv",
                           "2025-11-street-cleveland.csv",
                           "street_cleveland_2025_11.csv",
                           "Copy of 2025-11-cleveland-street.csv",
                           "2025-11-cleveland-street - Copy.csv",
                           "2025-11 cleveland street.csv",
                           "2025_11_cleveland_street.csv",
                           "202511-cleveland_street.csv",
                           "11-2025-cleveland-street-.csv",
                           "Cleveland street November 2025.csv",
                           "cleveland-street-nov-2025.csv",
                           "2025-11-clevland-street.csv",
                           "2025-11-cleveland-streets.csv",
                           "2025-11-clevelnad-street.csv",
                           "2025-11-clevelandstreet.csv",
                           "2025-11-cleveland-street.csv.crdownload",
                           "2025-11-cleveland-street v2.csv",
                           "2025-11-cleveland-street_final.csv"}) {
    INFO(name);
    CHECK(near(kStreet, name) == "2025-11-cleveland-street.csv");
  }
  for (const char* name : {"2025-11-cleveland-stop-search.csv", "2025-11-cleveland-stopandsearch.csv",
                           "2025-11-stop-and-search-cleveland.csv"}) {
    INFO(name);
    CHECK(near(kSearches, name) == "2025-11-cleveland-stop-and-search.csv");
  }
}

TEST_CASE("a name that is right, or of something else, is near to none") {
  for (const char* name :
       {"2025-11-cleveland-street.csv", "2025-11-cleveland-street.csv.gz", "2025-11-cumbria-street.csv",
        "2025-11-cleveland-outcomes.csv", "cleveland-street.csv", "2025-13-cleveland-street (1).csv", "notes.txt",
        "2025-11.csv", "street.csv", "2025-11-cleveland-street.csv.bak", "2025-11-cleveland-street-old.csv", "", "-",
        "2025-11-cleveland-street-notes.csv", "99999999999999999999999-cleveland-street.csv"}) {
    INFO(name);
    CHECK(near(kStreet, name) == "none");
  }
  // Forces whose names are like one another.
  CHECK(near("{month}-essex-street.csv", "2025-11-sussex-street.csv") == "none");
  CHECK(near("{month}-norfolk-street.csv", "2025-11-suffolk-street.csv") == "none");
  CHECK(near("{month}-kent-street.csv", "2025-11-gwent-street.csv") == "none");
  CHECK(near("{month}-north-yorkshire-street.csv", "2025-11-south-yorkshire-street.csv") == "none");
  CHECK(near("{month}-west-mercia-street.csv", "2025-11-west-midlands-street.csv") == "none");
}

TEST_CASE("days of extraction, and names of which a part is free") {
  CHECK(near("athena_crimes_{date}.csv", "athena_crimes_2025-12-01 (1).csv") == "athena_crimes_2025-12-01.csv");
  CHECK(near("athena_crimes_{date}.csv", "Athena crimes 01-12-2025.txt") == "athena_crimes_2025-12-01.csv");
  CHECK(near("athena_crimes_{date}.csv", "20251201 athena crimes.csv") == "athena_crimes_2025-12-01.csv");
  CHECK(near("athena_crimes_{date}.csv", "athena_crimes_2025-02-30 (1).csv") == "none");
  CHECK(near("population.csv", "population (1).csv") == "population.csv");
  CHECK(near("population.csv", "Population 2025.csv") == "population.csv");
  CHECK(near("population.csv", "population-notes.csv") == "none");
  CHECK(near("policeforcearea*tablesye*.xlsx", "policeforceareatablesyejune25.xls") ==
        "policeforceareatablesyejune25.xlsx");
  CHECK(near("policeforcearea*tablesye*.xlsx", "Police force area tables YE June 25.xlsx") ==
        "policeforceareatablesyejune25.xlsx");
  CHECK(near("policeforcearea*tablesye*.xlsx", "population.xlsx") == "none");
}

TEST_CASE("a file of a near name is told with what to do") {
  const Scratch scratch("near");
  const std::string header = "area,year,kind,value,source\n";
  scratch.write("population.csv", header);
  for (const char* name : {"a/2025-11-cleveland-street (1).csv", "b/2025-11-cleveland-street.zip",
                           "c/2025-11-cleveland-street.xlsx", "population (1).csv", "x/2025-11-cumbria-street.csv"}) {
    scratch.write(name, header);
  }
  sdk::Force force;
  force.name = "Cleveland Police";
  force.feeds = sdk::policeUkFeeds("cleveland");
  const feed::Found found = feed::findExtracts({{scratch.folder(), {}}}, force);
  REQUIRE(found.near.size() == 4);
  const std::string looks =
      " is left alone. It looks like an extract of the feed 'street', which would be named "
      "2025-11-cleveland-street.csv: ";
  CHECK(feed::nearSentence(found.near[0]) == "a/2025-11-cleveland-street (1).csv" + looks + "if it is one, rename it.");
  CHECK(feed::nearSentence(found.near[1]) ==
        "b/2025-11-cleveland-street.zip" + looks + "unpack it, and name what is in it so.");
  CHECK(feed::nearSentence(found.near[2]) ==
        "c/2025-11-cleveland-street.xlsx" + looks + "save it as CSV under that name.");
  CHECK(feed::nearSentence(found.near[3])
            .find("that name is there too, so keep the right one of the two under it and "
                  "take the other away.") != std::string::npos);
  CHECK(found.ignored == std::vector<std::string>{"x/2025-11-cumbria-street.csv"});
}

TEST_CASE("a folder of near names alone says so") {
  const Scratch scratch("near alone");
  scratch.write("2025-11-cleveland-street (1).csv", "x");
  sdk::Force force;
  force.name = "Cleveland Police";
  force.feeds = sdk::policeUkFeeds("cleveland");
  try {
    feed::findExtracts({{scratch.folder(), {}}}, force);
    FAIL("no error");
  } catch (const sdk::Error& error) {
    CHECK(error.sentence().find("2025-11-cleveland-street (1).csv is left alone. It looks like") != std::string::npos);
    CHECK(error.sentence().find("It has no file") == std::string::npos);
  }
}
