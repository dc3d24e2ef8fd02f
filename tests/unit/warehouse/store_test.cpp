#include "warehouse_support.hpp"

#include "base/system.hpp"
#include "warehouse/load/load_store.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

using namespace boardpack;
using namespace boardpack::test;
namespace fs = std::filesystem;

namespace {

struct Kept {
  sdk::Force force = testForce();
  Extracts extracts{force};
  TemporaryFolder folder;

  Kept() {
    extracts.add("2025-01.csv", "street", months("2025-01"),
                 streetSheet({streetRow(crimeId(1), "2025-01", "Northtown 001A", "Drugs"),
                              streetRow("", "2025-01", "", "Anti-social behaviour")}));
    extracts.add("2025-02.csv", "street", months("2025-02"),
                 streetSheet({streetRow(crimeId(2), "2025-02", "Northtown 001A", "Drugs")}));
  }

  std::unique_ptr<warehouse::Warehouse> open() const {
    return warehouse::openDuckDb({.folder = folder.path() / "warehouse", .temporary_parent = {}, .threads = 2}, force);
  }

  /// Loads all and checks the figures.
  std::vector<base::LoadReport> load(warehouse::Warehouse& store) {
    std::vector<base::LoadReport> reports = store.load(extracts.all(), extracts.opener(), {});
    store.count({{0, {month("2025-01")}}, {1, {month("2025-02")}}});
    CHECK(lines(store.group({.table = "crimes",
                             .date = "recorded_on",
                             .months = months("2025-01", "2025-02"),
                             .columns = {"area"},
                             .atoms = {},
                             .amounts = {}})) ==
          std::vector<std::string>{"2025-01|Northtown: 1", "2025-02|Northtown: 1"});
    return reports;
  }

  std::vector<fs::path> files(const std::string& ending) const {
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path() / "warehouse")) {
      if (entry.path().extension() == ending) {
        found.push_back(entry.path());
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }
};

int modeOf(const fs::path& path) {
  struct stat facts {};
  REQUIRE(::stat(path.c_str(), &facts) == 0);
  return static_cast<int>(facts.st_mode & 0777);
}

}  // namespace

TEST_CASE("a kept warehouse knows its files and reads nothing again") {
  Kept kept;
  std::vector<base::LoadReport> first;
  {
    const auto store = kept.open();
    first = kept.load(*store);
  }
  CHECK(kept.extracts.opened() == 2);
  CHECK_FALSE(first[0].known_before);
  const auto again = kept.open();
  const std::vector<base::LoadReport> second = kept.load(*again);
  CHECK(kept.extracts.opened() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(second[i].known_before);
    CHECK(second[i].rows_read == first[i].rows_read);
    CHECK(second[i].rows_loaded == first[i].rows_loaded);
    CHECK(second[i].digest == first[i].digest);
    CHECK(second[i].encoding == first[i].encoding);
    CHECK(second[i].bytes == first[i].bytes);
    CHECK(second[i].tables.size() == first[i].tables.size());
  }
}

TEST_CASE("files and folder are for their owner alone") {
  Kept kept;
  const auto store = kept.open();
  kept.load(*store);
  CHECK(modeOf(kept.folder.path() / "warehouse") == 0700);
  CHECK(kept.files(".parquet").size() == 4);
  CHECK(kept.files(".json").size() == 2);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kept.folder.path() / "warehouse")) {
    CHECK(modeOf(entry.path()) == (entry.is_directory() ? 0700 : 0600));
  }
}

TEST_CASE("a load whose files are damaged is made again") {
  Kept kept;
  {
    const auto store = kept.open();
    kept.load(*store);
  }
  const fs::path sidecar = kept.files(".json").front();
  const fs::path parquet = kept.files(".parquet").front();
  const std::string good = base::readFile(sidecar);
  const auto overwrite = [](const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
  };
  SECTION("a sidecar cut off") { overwrite(sidecar, good.substr(0, good.size() / 2)); }
  SECTION("an empty sidecar") { overwrite(sidecar, ""); }
  SECTION("a sidecar of something else") { overwrite(sidecar, "[1, 2]"); }
  SECTION("a sidecar with a changed count") {
    std::string changed = good;
    const std::size_t at = changed.find("\"rows_read\": ") + 13;
    changed[at] = changed[at] == '1' ? '3' : '1';
    overwrite(sidecar, changed);
  }
  SECTION("a sidecar of a later version") {
    std::string changed = good;
    const std::string version = "\"boardpack_load\": ";
    changed.replace(changed.find(version) + version.size(), 1, "9");
    overwrite(sidecar, changed);
  }
  SECTION("a Parquet file missing") { fs::remove(parquet); }
  SECTION("a Parquet file with one bit changed, which the engine may not see") {
    std::string changed = base::readFile(parquet);
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    overwrite(parquet, changed);
  }
  SECTION("a Parquet file cut off") { fs::resize_file(parquet, fs::file_size(parquet) - 7); }
  const auto store = kept.open();
  const std::vector<base::LoadReport> reports = kept.load(*store);
  CHECK((reports[0].known_before ? 1 : 0) + (reports[1].known_before ? 1 : 0) == 1);
  CHECK(kept.extracts.opened() == 3);
  const auto third = kept.open();
  kept.load(*third);
  CHECK(kept.extracts.opened() == 3);
}

TEST_CASE("a Parquet file that changes between loading and counting is not counted in silence") {
  Kept kept;
  const auto store = kept.open();
  store->load(kept.extracts.all(), kept.extracts.opener(), {});
  for (const fs::path& file : kept.files(".parquet")) {
    std::string bytes = base::readFile(file);
    bytes.replace(4, bytes.size() - 8, bytes.size() - 8, 'x');
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  }
  CHECK_THROWS_AS(store->count({{0, {month("2025-01")}}, {1, {month("2025-02")}}}), sdk::Error);
}

TEST_CASE("the same bytes by another mapping, for another force or month are another load") {
  Kept kept;
  {
    const auto store = kept.open();
    kept.load(*store);
  }
  SECTION("the districts changed") { kept.force.areas.push_back({"Easttown", "district", "", {}, {}}); }
  SECTION("the force changed") { kept.force.code = "othershire"; }
  SECTION("a list of codes changed") {
    kept.force.feeds[0].routes[1].columns[2].codes.emplace_back("New crime", "New");
  }
  const auto store = kept.open();
  for (const base::LoadReport& report : kept.load(*store)) {
    CHECK_FALSE(report.known_before);
  }
  CHECK(kept.files(".json").size() == 4);
}

TEST_CASE("one header-only file under two names covers two months") {
  Kept kept;
  Extracts extracts(kept.force);
  extracts.add("2025-03.csv", "street", months("2025-03"), streetSheet({}));
  extracts.add("2025-04.csv", "street", months("2025-04"), streetSheet({}));
  const auto store = kept.open();
  const std::vector<base::LoadReport> reports = store->load(extracts.all(), extracts.opener(), {});
  CHECK(reports[0].digest == reports[1].digest);
  store->count({{0, {month("2025-03")}}, {1, {month("2025-04")}}});
  CHECK(store->coveredMonths("crimes") == std::vector<base::Month>{month("2025-03"), month("2025-04")});
}

TEST_CASE("the same extract twice is loaded once and told of twice") {
  Kept kept;
  Extracts extracts(kept.force);
  const Sheet sheet = streetSheet({streetRow(crimeId(1), "2025-03", "", "Drugs")});
  extracts.add("a/2025-03.csv", "street", months("2025-03"), sheet);
  extracts.add("b/2025-03.csv", "street", months("2025-03"), sheet);
  const auto store = kept.open();
  const std::vector<base::LoadReport> reports = store->load(extracts.all(), extracts.opener(), {});
  CHECK(reports[1].file == "b/2025-03.csv");
  CHECK_FALSE(reports[1].known_before);
  CHECK(kept.files(".json").size() == 1);
}

TEST_CASE("two warehouses are open on one folder at once") {
  Kept kept;
  const auto one = kept.open();
  const auto two = kept.open();
  kept.load(*one);
  kept.load(*two);
  CHECK(kept.files(".json").size() == 2);
}

TEST_CASE("two processes load into one folder at once, and one is killed") {
  Kept kept;
  for (int round = 0; round < 6; ++round) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      try {
        const auto store = kept.open();
        store->load(kept.extracts.all(), kept.extracts.opener(), {});
      } catch (...) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(round) * 12000);
    if (round % 2 == 1) {
      ::kill(child, SIGKILL);
    }
    {
      const auto store = kept.open();
      kept.load(*store);
    }
    ::waitpid(child, nullptr, 0);
  }
  const auto store = kept.open();
  kept.load(*store);
  CHECK(kept.files(".json").size() == 2);
  CHECK(kept.files(".parquet").size() == 4);
}

TEST_CASE("what killed processes left is removed by the next run, what others use stays") {
  Kept kept;
  const fs::path warehouse = kept.folder.path() / "warehouse";
  const std::string key(32, 'a');
  for (const char* name : {"staging-unlocked", ".boardpack-new.x", "staging-ended", "staging-used"}) {
    base::makeFolder(warehouse / name / "load-1");
    std::ofstream(warehouse / name / "load-1" / "crimes.parquet") << "half";
  }
  std::ofstream(warehouse / "staging-ended" / "lock") << "";
  std::ofstream(warehouse / (key + ".crimes.parquet")) << "never sealed";
  base::FileLock used(warehouse / "staging-used" / "lock");
  REQUIRE(used.tryTake());
  const auto store = kept.open();
  kept.load(*store);
  CHECK_FALSE(fs::exists(warehouse / "staging-unlocked"));
  CHECK_FALSE(fs::exists(warehouse / ".boardpack-new.x"));
  CHECK_FALSE(fs::exists(warehouse / "staging-ended"));
  CHECK_FALSE(fs::exists(warehouse / (key + ".crimes.parquet")));
  CHECK(fs::exists(warehouse / "staging-used" / "load-1" / "crimes.parquet"));
  CHECK(kept.files(".json").size() == 2);
}

TEST_CASE("a temporary warehouse is removed, also after an error") {
  Kept kept;
  const TemporaryFolder parent;
  {
    const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = parent.path()}, kept.force);
    kept.load(*store);
    REQUIRE(std::distance(fs::directory_iterator(parent.path()), fs::directory_iterator()) == 1);
    CHECK(modeOf(fs::directory_iterator(parent.path())->path()) == 0700);
  }
  CHECK(fs::is_empty(parent.path()));
  {
    Extracts extracts(kept.force);
    Sheet sheet = streetSheet({});
    sheet.refused = "refused";
    extracts.add("2025-03.csv", "street", months("2025-03"), std::move(sheet));
    const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = parent.path()}, kept.force);
    CHECK_THROWS_AS(store->load(extracts.all(), extracts.opener(), {}), sdk::Error);
  }
  CHECK(fs::is_empty(parent.path()));
}

TEST_CASE("the folder of a run that was killed is removed by the next run, that of a run going on is not") {
  Kept kept;
  const TemporaryFolder parent;
  const fs::path dead = parent.path() / "boardpack-warehouse-dead";
  const fs::path alive = parent.path() / "boardpack-warehouse-alive";
  for (const fs::path& folder : {dead, alive}) {
    base::makeFolder(folder);
    std::ofstream(folder / "lock") << "";
    std::ofstream(folder / "crimes.parquet") << "rows";
  }
  base::FileLock held(alive / "lock");
  REQUIRE(held.tryTake());
  const auto store = warehouse::openDuckDb({.folder = {}, .temporary_parent = parent.path()}, kept.force);
  CHECK_FALSE(fs::exists(dead));
  CHECK(fs::exists(alive / "crimes.parquet"));
}

TEST_CASE("nothing of a run is left in a kept folder but its loads") {
  Kept kept;
  {
    const auto store = kept.open();
    kept.load(*store);
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(kept.folder.path() / "warehouse")) {
    CHECK(entry.is_regular_file());
  }
}

TEST_CASE("a folder of something else is refused, and its rights stay") {
  Kept kept;
  const TemporaryFolder other;
  std::ofstream(other.path() / "minutes.docx") << "x";
  fs::permissions(other.path(), fs::perms::all);
  try {
    warehouse::openDuckDb({.folder = other.path(), .temporary_parent = {}}, kept.force);
    FAIL("the folder was taken");
  } catch (const sdk::Error& error) {
    CHECK(error.kind() == sdk::ErrorKind::Command);
    CHECK_THAT(error.sentence(), Catch::Contains("minutes.docx"));
  }
  CHECK(modeOf(other.path()) == 0777);
}

TEST_CASE("a folder with signs that mean something to an engine is only a folder") {
  const Kept kept;
  for (const char* name : {"it's [x] *", "year=2025", "a b", "50%"}) {
    Kept named;
    const auto store =
        warehouse::openDuckDb({.folder = named.folder.path() / name, .temporary_parent = {}}, named.force);
    named.load(*store);
  }
}

TEST_CASE("a full disk is an error that says so, and nothing is half-written") {
  // Stood in for by a limit on the size of files, in a process of its own.
  Kept kept;
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 5000; ++i) {
    rows.push_back(streetRow(std::to_string(i * 7919), "2025-03", "", "Drugs"));
  }
  Extracts extracts(kept.force);
  extracts.add("2025-03.csv", "street", months("2025-03"), streetSheet(std::move(rows)));
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{20000, 20000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    int result = 1;
    try {
      const auto store = kept.open();
      store->load(extracts.all(), extracts.opener(), {});
    } catch (const sdk::Error& error) {
      const bool is_told = error.kind() == sdk::ErrorKind::Outside &&
                           error.sentence().find("may not grow as large as they must") != std::string::npos;
      result = is_told ? 0 : 2;
    }
    ::_exit(result);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  for (const fs::directory_entry& entry : fs::directory_iterator(kept.folder.path() / "warehouse")) {
    const std::string name = entry.path().filename().string();
    CHECK((name == ".secret" || name == ".lock"));
  }
}
