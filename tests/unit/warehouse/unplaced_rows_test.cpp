#include "warehouse_support.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

using namespace boardpack;
using namespace boardpack::test;

namespace {

struct Loaded {
  base::LoadReport report;
  std::vector<std::string> areas;  ///< "2025-01|Northtown: 3"
};

/// What becomes of one street file of crimes.
Loaded load(const sdk::Force& force, Sheet sheet) {
  const TemporaryFolder folder;
  Extracts extracts(force);
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), std::move(sheet));
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path(), .threads = 2}, force);
  Loaded loaded;
  loaded.report = store->load(extracts.all(), extracts.opener(), {}).front();
  store->count({{0, {month("2025-01")}}});
  loaded.areas = lines(store->group({.table = "crimes",
                                     .date = "recorded_on",
                                     .months = months("2025-01"),
                                     .columns = {"area"},
                                     .atoms = {},
                                     .amounts = {}}));
  return loaded;
}

Sheet inAreas(const std::vector<std::string>& names) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < names.size(); ++i) {
    rows.push_back(streetRow(crimeId(static_cast<int>(i) + 1), "2025-01", names[i], "Drugs"));
  }
  return streetSheet(std::move(rows));
}

Sheet reportedBy(const std::vector<std::string>& forces) {
  Sheet sheet = inAreas(std::vector<std::string>(forces.size(), "Northtown 001A"));
  for (std::size_t i = 0; i < forces.size(); ++i) {
    sheet.rows[i][2] = forces[i];
  }
  return sheet;
}

sdk::Force tolerantForce() {
  sdk::Force force = testForce();
  for (sdk::Feed& feed : force.feeds) {
    feed.reject_threshold = 1.0;
  }
  return force;
}

/// The same with areas as text.
sdk::Force textForce() {
  sdk::Force force = testForce();
  force.feeds[0].routes[1].columns[3].parse = sdk::Parse::Text;
  return force;
}

std::string namesOf(const std::vector<base::TextRows>& texts) {
  std::string line;
  for (const base::TextRows& text : texts) {
    line += text.text + " " + std::to_string(text.rows) + "; ";
  }
  return line;
}

const base::PlacedRows& crimesOf(const Loaded& loaded) {
  REQUIRE(loaded.report.placed.size() == 1);
  CHECK(loaded.report.placed[0].table == "crimes");
  CHECK(loaded.report.placed[0].column == "LSOA name");
  return loaded.report.placed[0];
}

}  // namespace

TEST_CASE("areas are known however their names are written") {
  const Loaded loaded =
      load(testForce(), inAreas({"Northtown 001A", "NORTHTOWN 001A", "Northtown  001A", "Redcar & Southtown 002B",
                                 "redcar-and-southtown 002B", "Elsewhere 003C", "North town 001A", ""}));
  CHECK(loaded.areas == std::vector<std::string>{"2025-01|Area not known: 1", "2025-01|Northtown: 3",
                                                 "2025-01|Outside the force area: 2",
                                                 "2025-01|Redcar and Southtown: 2"});
  CHECK(crimesOf(loaded).rows == 7);
  CHECK(crimesOf(loaded).without_area == 1);
  CHECK(crimesOf(loaded).unplaced == 2);
  CHECK(namesOf(crimesOf(loaded).names) == "Elsewhere 1; North town 1; ");
}

TEST_CASE("a name that could be either of two areas is neither") {
  sdk::Force force = testForce();
  force.areas.push_back({"North-town", "district", "Whole", {}, {}});
  force.areas.push_back({"North Town", "district", "Whole", {}, {}});
  const Loaded loaded = load(force, inAreas({"NORTH TOWN 001A", "North-town 001A", "North Town 001A"}));
  CHECK(loaded.areas == std::vector<std::string>{"2025-01|North Town: 1", "2025-01|North-town: 1",
                                                 "2025-01|Outside the force area: 1"});
  CHECK(namesOf(crimesOf(loaded).names) == "NORTH TOWN 1; ");
}

TEST_CASE("what took the place of districts lies in the force, in a district that is not known") {
  sdk::Force force = testForce();
  force.successors = {{"Greater Southtown", {"Northtown", "Redcar and Southtown"}, {2023, 4, 1}}};
  Loaded loaded = load(force, inAreas({"Greater Southtown 001A", "GREATER SOUTHTOWN 001A", "Northtown 001A"}));
  CHECK(loaded.areas == std::vector<std::string>{"2025-01|Area not known: 2", "2025-01|Northtown: 1"});
  CHECK(crimesOf(loaded).unplaced == 2);
  CHECK(crimesOf(loaded).without_area == 0);
  CHECK(namesOf(crimesOf(loaded).names) == "GREATER SOUTHTOWN 1; Greater Southtown 1; ");
  // Once the workspace has an area of that name, rows lie in it.
  force.areas.push_back({"Greater Southtown", "district", "Whole", {}, {}});
  loaded = load(force, inAreas({"Greater Southtown 001A", "GREATER SOUTHTOWN 001A", "Northtown 001A"}));
  CHECK(loaded.areas == std::vector<std::string>{"2025-01|Greater Southtown: 2", "2025-01|Northtown: 1"});
  CHECK(crimesOf(loaded).unplaced == 0);
}

TEST_CASE("an area that had ended by the month of a file is told as none") {
  sdk::Force force = testForce();
  force.areas[1].valid_to = sdk::Date{2024, 12, 31};
  force.areas[2].valid_from = sdk::Date{2025, 1, 31};
  const Loaded loaded = load(force, inAreas({"Northtown 001A", "Redcar and Southtown 001A", "Northtown 001B"}));
  CHECK(crimesOf(loaded).rows == 3);
  CHECK(namesOf(crimesOf(loaded).names) == "Northtown 2; ");
}

TEST_CASE("areas as text are areas of any level, and other texts are told") {
  const Loaded loaded =
      load(textForce(),
           inAreas({"Northtown", "northtown", "Whole", "NT", "NT", "Area not known", "Outside the force area"}));
  CHECK(loaded.areas == std::vector<std::string>{"2025-01|Area not known: 1", "2025-01|NT: 2", "2025-01|Northtown: 2",
                                                 "2025-01|Outside the force area: 1", "2025-01|Whole: 1"});
  CHECK(crimesOf(loaded).rows == 6);
  CHECK(crimesOf(loaded).without_area == 1);
  CHECK(crimesOf(loaded).unplaced == 3);
  CHECK(namesOf(crimesOf(loaded).names) == "NT 2; Outside the force area 1; ");
}

TEST_CASE("codes for outside and for not known are told as that") {
  sdk::Force force = testForce();
  sdk::ColumnMap& area = force.feeds[0].routes[1].columns[3];
  area.parse = sdk::Parse::Code;
  area.codes = {{"N", "Northtown"}, {"X", "Outside the force area"}, {"?", "Area not known"}};
  const Loaded loaded = load(force, inAreas({"N", "N", "X", "?"}));
  CHECK(crimesOf(loaded).rows == 3);
  CHECK(crimesOf(loaded).unplaced == 1);
  CHECK(crimesOf(loaded).without_area == 1);
  CHECK(namesOf(crimesOf(loaded).names) == "X 1; ");
}

TEST_CASE("no more names are told than a person reads") {
  std::vector<std::string> names;
  for (int i = 0; i < 1500; ++i) {
    names.push_back("Town" + std::to_string(i) + " 001A");
    names.push_back("Town7 001A");
  }
  const Loaded loaded = load(testForce(), inAreas(names));
  CHECK(crimesOf(loaded).unplaced == 3000);
  REQUIRE(crimesOf(loaded).names.size() == 5);
  CHECK(crimesOf(loaded).names[0].text == "Town7");
  CHECK(crimesOf(loaded).names[0].rows == 1501);
}

TEST_CASE("rows that name another force are rejected, and told with its name") {
  const Loaded loaded =
      load(tolerantForce(), reportedBy({"Testshire Police", "Durham Constabulary", "TESTSHIRE  POLICE", "",
                                        "Testshire Police", "British Transport Police", "Durham Constabulary"}));
  CHECK(loaded.areas == std::vector<std::string>{"2025-01|Northtown: 4"});
  CHECK(loaded.report.rows_read == 7);
  CHECK(loaded.report.rows_loaded == 4);
  CHECK(loaded.report.rows_rejected == 3);
  REQUIRE(loaded.report.reasons.size() == 2);
  CHECK(loaded.report.reasons[0].column == "Reported by");
  CHECK(loaded.report.reasons[0].reason == "names another force than Testshire Police (Durham Constabulary)");
  CHECK(loaded.report.reasons[0].rows == 2);
  CHECK(loaded.report.reasons[0].first_record == 3);
  CHECK(loaded.report.reasons[1].reason == "names another force than Testshire Police (British Transport Police)");
}

TEST_CASE("both columns are asked, and either may name another force") {
  Sheet sheet = reportedBy({"Testshire Police", "Testshire Police", "Testshire Police"});
  sheet.header.push_back("Falls within");
  sheet.rows[0].push_back("Testshire Police");
  sheet.rows[1].push_back("Durham Constabulary");
  sheet.rows[2].push_back("");
  const Loaded loaded = load(tolerantForce(), std::move(sheet));
  CHECK(loaded.report.rows_loaded == 2);
  REQUIRE(loaded.report.reasons.size() == 1);
  CHECK(loaded.report.reasons[0].column == "Falls within");
}

TEST_CASE("a file most of whose rows name another force is refused, with the names seen") {
  const auto refusal = [](const std::vector<std::string>& forces) -> std::string {
    try {
      load(tolerantForce(), reportedBy(forces));
    } catch (const sdk::Error& error) {
      CHECK(error.kind() == sdk::ErrorKind::Data);
      return error.sentence();
    }
    return "not refused";
  };
  CHECK_THAT(refusal({"Durham Constabulary", "Durham Constabulary", "Northumbria Police", "Testshire Police"}),
             Catch::Contains("2025-01-testshire-street.csv is of another force: 3 of its 4 rows name") &&
                 Catch::Contains("Durham Constabulary (2) and Northumbria Police (1)") &&
                 Catch::Contains("where Testshire Police was expected"));
  CHECK(refusal({"Durham Constabulary", "Testshire Police"}) == "not refused");
  CHECK(refusal({"Durham Constabulary"}) != "not refused");
  CHECK(refusal({}) == "not refused");
}

TEST_CASE("a feed says by which other names an extract has the force") {
  sdk::Force force = tolerantForce();
  force.short_name = "Testshire";
  force.feeds[0].own_rows[0].names = {"TSP"};
  CHECK(load(force, reportedBy({"TSP", "tsp", "Testshire", "Testshire Police"})).report.rows_loaded == 4);
}

TEST_CASE("a text that no list has is not known, and told once") {
  Sheet sheet = inAreas({"Northtown 001A", "Northtown 001A", "Northtown 001A", "Northtown 001A"});
  sheet.rows[0][5] = "Suspect charged";
  sheet.rows[1][5] = "Given a good talking-to";
  sheet.rows[2][5] = "Given a good talking-to";
  sheet.rows[3][5] = "Something else";
  const Loaded loaded = load(testForce(), std::move(sheet));
  // Crimes are counted whatever became of them.
  CHECK(loaded.report.rows_loaded == 4);
  CHECK(loaded.report.rows_rejected == 0);
  REQUIRE(loaded.report.unknown_texts.size() == 1);
  CHECK(loaded.report.unknown_texts[0].column == "Last outcome category");
  CHECK(loaded.report.unknown_texts[0].rows == 3);
  CHECK(namesOf(loaded.report.unknown_texts[0].texts) == "Given a good talking-to 2; Something else 1; ");
}

TEST_CASE("what is told of a load is kept with it") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  Sheet sheet = inAreas({"Elsewhere 001A", "Northtown 001A", ""});
  sheet.rows[0][5] = "Given a good talking-to";
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), std::move(sheet));
  for (const bool is_known : {false, true}) {
    const auto store = warehouse::openDuckDb({.folder = folder.path() / "kept", .threads = 1}, force);
    const base::LoadReport report = store->load(extracts.all(), extracts.opener(), {}).front();
    CHECK(report.known_before == is_known);
    REQUIRE(report.placed.size() == 1);
    CHECK(report.placed[0].rows == 2);
    CHECK(report.placed[0].without_area == 1);
    CHECK(namesOf(report.placed[0].names) == "Elsewhere 1; ");
    REQUIRE(report.unknown_texts.size() == 1);
    CHECK(namesOf(report.unknown_texts[0].texts) == "Given a good talking-to 1; ");
  }
}

TEST_CASE("rows of a crime that are equal in every column are counted apart from its other rows") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  Sheet sheet{.header = {"Crime ID", "Month", "LSOA name", "Outcome type"}, .rows = {}, .faults = {}, .refused = {}};
  const auto add = [&](int id, const std::string& outcome) {
    sheet.rows.push_back({id == 0 ? "" : crimeId(id), "2025-01", "Northtown 001A", outcome});
  };
  add(1, "Suspect charged");
  add(1, "Suspect charged");
  add(1, "Suspect charged");
  add(1, "Local resolution");
  add(2, "Suspect charged");
  add(2, "Suspect charged");
  add(3, "Suspect charged");
  add(0, "Suspect charged");
  add(0, "Suspect charged");
  extracts.add("2025-01-testshire-outcomes.csv", "outcomes", months("2025-01"), std::move(sheet));
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path(), .threads = 2}, force);
  store->load(extracts.all(), extracts.opener(), {});
  store->count({{0, {month("2025-01")}}});
  CHECK(store->equalRows("outcomes", "crime_id").surplus_rows == 3);
  CHECK(store->equalRows("outcomes", "crime_id").identifiers == 2);
  CHECK(store->repeats("outcomes", "crime_id").surplus_rows == 4);
  CHECK(store->equalRows("crimes", "crime_id").surplus_rows == 0);
}

TEST_CASE("identifiers of 64 digits that differ in their last digits alone are different crimes") {
  const sdk::Force force = testForce();
  const TemporaryFolder folder;
  Extracts extracts(force);
  Sheet sheet = inAreas({"Northtown 001A", "Northtown 001A", "Northtown 001A", "Northtown 001A"});
  sheet.rows[0][0] = std::string(62, '0') + "01";
  sheet.rows[1][0] = std::string(62, '0') + "02";
  sheet.rows[2][0] = std::string(62, 'a') + "03";
  sheet.rows[3][0] = std::string(62, 'a') + "04";
  extracts.add("2025-01-testshire-street.csv", "street", months("2025-01"), std::move(sheet));
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path(), .threads = 2}, force);
  store->load(extracts.all(), extracts.opener(), {});
  store->count({{0, {month("2025-01")}}});
  CHECK(store->repeats("crimes", "crime_id").surplus_rows == 0);
}

TEST_CASE("a day that is written as midnight by its offset has no time of day") {
  sdk::Force force = testForce();
  sdk::ColumnMap& date = force.feeds[2].routes[0].columns[0];
  REQUIRE(date.target == "searched_at");
  date.parse = sdk::Parse::UtcDay;
  const TemporaryFolder folder;
  Extracts extracts(force);
  Sheet sheet{.header = {"Type", "Date", "Part of a policing operation", "Gender", "Age range",
                         "Self-defined ethnicity", "Officer-defined ethnicity", "Legislation", "Object of search",
                         "Outcome", "Outcome linked to object of search", "Removal of more than just outer clothing"},
              .rows = {{"Person search", "2025-06-30T23:00:00+00:00", "", "", "", "", "", "", "", "", "", ""},
                       {"Person search", "2025-07-02T15:30:00+00:00", "", "", "", "", "", "", "", "", "", ""}},
              .faults = {},
              .refused = {}};
  extracts.add("2025-07-testshire-stop-and-search.csv", "stop-and-search", months("2025-07"), std::move(sheet));
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = folder.path(), .threads = 2}, force);
  store->load(extracts.all(), extracts.opener(), {});
  store->count({{0, {month("2025-07")}}});
  const warehouse::RowTable rows =
      store->rows({.table = "stop_searches", .date = "searched_at", .months = months("2025-07"), .where = {}});
  REQUIRE(rows.rows.size() == 2);
  CHECK(rows.rows[0][2] == "2025-07-01 00:00:00");
  CHECK(rows.rows[1][2] == "2025-07-02 00:00:00");
}
