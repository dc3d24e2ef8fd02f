#include "warehouse_support.hpp"

#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

#include <sys/stat.h>

using namespace boardpack;
using namespace boardpack::test;
namespace fs = std::filesystem;

namespace {

std::string reasonLine(const base::RejectReason& reason) {
  return reason.column + ": " + reason.reason + " x" + std::to_string(reason.rows) + " @" +
         std::to_string(reason.first_record);
}

/// A file of eight rows of which only the first is sound; the rest each break one rule.
Sheet brokenSheet() {
  Sheet sheet = streetSheet({streetRow(crimeId(1), "2025-01", "Northtown 001A", "Drugs"),
                             streetRow(crimeId(2), "2025-13", "Northtown 001A", "Drugs"),
                             streetRow(crimeId(3), "2025-02", "Northtown 001A", "Drugs"),
                             streetRow(crimeId(4), "2025-01", "Robbery", "Drugs"),
                             streetRow(crimeId(5), "2025-01", "Northtown 001A", "Jaywalking SECRET"),
                             streetRow(crimeId(6), "2025-01", "Northtown 001A", ""),
                             streetRow(crimeId(7), "", "Northtown 001A", "Drugs"), streetRow("", "", "", "")});
  sheet.faults[7] = base::RecordFault::TooFewCells;
  return sheet;
}

fs::path onlyFile(const fs::path& folder, const std::string& ending) {
  fs::path found;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.size() > ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0) {
      found = entry.path();
    }
  }
  return found;
}

sdk::Force tolerantForce() {
  sdk::Force force = testForce();
  for (sdk::Feed& feed : force.feeds) {
    feed.reject_threshold = 1.0;
  }
  return force;
}

}  // namespace

TEST_CASE("every row is loaded or rejected, with column and reason") {
  const sdk::Force force = tolerantForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), brokenSheet());
  const auto store = warehouse::openDuckDb({.folder = folder.path(), .temporary_parent = {}}, force);
  const base::LoadReport report = store->load(extracts.all(), extracts.opener(), {}).front();
  CHECK(report.rows_read == 8);
  CHECK(report.rows_loaded == 1);
  CHECK(report.rows_rejected == 7);
  std::vector<std::string> reasons;
  for (const base::RejectReason& reason : report.reasons) {
    reasons.push_back(reasonLine(reason));
  }
  CHECK(reasons == std::vector<std::string>{
                       ": too few cells x1 @9",
                       "Crime type: a required cell is blank x1 @7",
                       "Crime type: not in the list of known values x1 @6",
                       "LSOA name: not an LSOA name (a district, a space, three digits and a letter) x1 @5",
                       "Month: a required cell is blank x1 @8",
                       "Month: belongs to another month than the file's name says x1 @4",
                       "Month: not a month (YYYY-MM) x1 @3",
                   });

  const fs::path list = onlyFile(folder.path(), ".rejected.csv");
  CHECK(base::readFile(list) ==
        "file,record,place,column,reason\n"
        "2025-01-testshire-street.csv,3,,Month,not a month (YYYY-MM)\n"
        "2025-01-testshire-street.csv,4,,Month,belongs to another month than the file's name says\n"
        "2025-01-testshire-street.csv,5,,LSOA name,\"not an LSOA name (a district, a space, three digits and a "
        "letter)\"\n"
        "2025-01-testshire-street.csv,6,,Crime type,not in the list of known values\n"
        "2025-01-testshire-street.csv,7,,Crime type,a required cell is blank\n"
        "2025-01-testshire-street.csv,8,,Month,a required cell is blank\n"
        "2025-01-testshire-street.csv,9,,\"\",too few cells\n");
  struct stat facts {};
  REQUIRE(::stat(list.c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0600);
}

TEST_CASE("a cell of more than 4,000 bytes is rejected, whatever it is for") {
  const sdk::Force force = tolerantForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"),
               streetSheet({streetRow(std::string(4000, 'a'), "2025-01", "Northtown 001A", "Drugs"),
                            streetRow(std::string(4001, 'a'), "2025-01", "Northtown 001A", "Drugs"),
                            streetRow(crimeId(1), "2025-01", "Northtown 001A", std::string(4001, 'x'))}));
  const auto store = warehouse::openDuckDb({.folder = folder.path(), .temporary_parent = {}}, force);
  const base::LoadReport report = store->load(extracts.all(), extracts.opener(), {}).front();
  CHECK(report.rows_loaded == 1);
  std::vector<std::string> reasons;
  for (const base::RejectReason& reason : report.reasons) {
    reasons.push_back(reasonLine(reason));
  }
  CHECK(reasons == std::vector<std::string>{"Crime ID: longer than 4,000 bytes x1 @3",
                                            "Crime type: longer than 4,000 bytes x1 @4"});
}

TEST_CASE("too many rejected rows stop the run and say which, why and where the list is") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), brokenSheet());
  const auto store = warehouse::openDuckDb({.folder = folder.path(), .temporary_parent = {}}, force);
  for (int run = 0; run < 2; ++run) {  // the second time, the file is known
    try {
      store->load(extracts.all(), extracts.opener(), {});
      FAIL("the rows were accepted");
    } catch (const sdk::Error& error) {
      CHECK(error.kind() == sdk::ErrorKind::Data);
      CHECK_THAT(error.sentence(), Catch::Contains("7 of 8 rows of the feed 'street'") &&
                                       Catch::Contains("87.5%, where 1.0% is the most") &&
                                       Catch::Contains("Mend the extracts, or ask for them again; ") &&
                                       Catch::Contains("2025-01-testshire-street.csv: 7 of 8 rows rejected") &&
                                       Catch::Contains("too few cells (1 row, first in") &&
                                       Catch::Contains(onlyFile(folder.path(), ".rejected.csv").string()) &&
                                       !Catch::Contains("SECRET"));
    }
  }
}

TEST_CASE("without a kept warehouse, it says how to keep the list of rejected rows") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), brokenSheet());
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path()}, force);
  CHECK_THROWS_WITH(store->load(extracts.all(), extracts.opener(), {}),
                    Catch::Contains("run again with --warehouse DIR"));
}

TEST_CASE("the threshold is a share of all rows of the feed in one load") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  std::vector<std::vector<std::string>> rows(99, streetRow("", "2025-01", "", "Anti-social behaviour"));
  rows.push_back(streetRow("", "2025-02", "", "Anti-social behaviour"));
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), streetSheet(rows));
  SECTION("one in a hundred is not more than 1%") {
    const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path()}, force);
    CHECK(store->load(extracts.all(), extracts.opener(), {}).front().rows_rejected == 1);
  }
  SECTION("with a rejected row more it is") {
    extracts.add("2025-03-testshire-street.csv", "street", months("2025-03"),
                 streetSheet({streetRow("", "2025-02", "", "Anti-social behaviour")}));
    const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path()}, force);
    CHECK_THROWS_WITH(store->load(extracts.all(), extracts.opener(), {}), Catch::Contains("2 of 101 rows"));
  }
}

TEST_CASE("two header names swapped reject every row instead of counting them somewhere") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  Sheet sheet = streetSheet({streetRow(crimeId(1), "2025-01", "Northtown 001A", "Drugs"),
                             streetRow("", "2025-01", "Northtown 001A", "Anti-social behaviour")});
  std::swap(sheet.header[3], sheet.header[4]);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), std::move(sheet));
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path()}, force);
  CHECK_THROWS_WITH(store->load(extracts.all(), extracts.opener(), {}), Catch::Contains("2 of 2 rows"));
}

namespace {

/// "2025-01: 4", "2025-01 2025-02?: 1": the months, "?" where it is not certain, and the rows.
std::vector<std::string> rejectedLines(const warehouse::Warehouse& store, const std::string& table) {
  std::vector<std::string> found;
  for (const warehouse::Rejected& rejected : store.rejected(table)) {
    std::string line;
    for (const base::Month month : rejected.months) {
      line += (line.empty() ? "" : " ") + month.iso();
    }
    found.push_back(line + (rejected.is_certain ? ": " : "?: ") + std::to_string(rejected.rows));
  }
  return found;
}

}  // namespace

TEST_CASE("rejected rows are missing from the table and the month they belong to") {
  const sdk::Force force = tolerantForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  Sheet sheet = brokenSheet();
  sheet.rows.push_back(streetRow("", "2025-01", "Robbery", "Anti-social behaviour"));  // an incident in no place
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), sheet);
  const auto run = [&](const std::vector<warehouse::Counted>& counted) {
    auto store = warehouse::openDuckDb({.folder = folder.path(), .temporary_parent = {}}, force);
    store->load(extracts.all(), extracts.opener(), {});
    store->count(counted);
    return store;
  };
  for (const bool is_known_before : {false, true}) {
    CAPTURE(is_known_before);
    const auto store = run({{0, {month("2025-01")}}});
    // Of eight rows one has too few cells, so its table is not known: it may be a crime or an incident. Six more are
    // crimes, whatever is wrong with their month, since the file is of one month.
    CHECK(rejectedLines(*store, "crimes") == std::vector<std::string>{"2025-01?: 1", "2025-01: 3", "2025-01: 3"});
    CHECK(rejectedLines(*store, "incidents") == std::vector<std::string>{"2025-01?: 1", "2025-01: 1"});
    CHECK(rejectedLines(*store, "outcomes").empty());
  }
  // What a later extract counts for misses nothing here.
  CHECK(rejectedLines(*run({}), "crimes").empty());
}

TEST_CASE("a sidecar of before is made again") {
  const sdk::Force force = tolerantForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), brokenSheet());
  const auto load = [&] {
    const auto store = warehouse::openDuckDb({.folder = folder.path(), .temporary_parent = {}}, force);
    return store->load(extracts.all(), extracts.opener(), {}).front().known_before;
  };
  CHECK_FALSE(load());
  CHECK(load());
  const fs::path sidecar = onlyFile(folder.path(), ".json");
  std::string text = base::readFile(sidecar);
  const std::string version = "\"boardpack_load\": ";
  const std::size_t at = text.find(version);
  REQUIRE(at != std::string::npos);
  text.replace(at + version.size(), 1, "3");
  base::writeFileWhole(sidecar, text);
  CHECK_FALSE(load());
}
