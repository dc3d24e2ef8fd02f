#include "support.hpp"

#include "warehouse/deadline.hpp"
#include "warehouse/duckdb_engine.hpp"
#include "warehouse/engine_error.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <fstream>
#include <string>
#include <vector>

using namespace boardpack;
using namespace boardpack::test;
using warehouse::Connection;
using warehouse::Engine;

namespace {

warehouse::EngineSettings settings(const TemporaryFolder& folder) {
  const std::filesystem::path real = std::filesystem::canonical(folder.path());
  return {.folder = real, .temporary_folder = real / "t", .threads = 2, .memory_limit = "200MB"};
}

}  // namespace

TEST_CASE("the engine is closed: no other file, no extension, no setting") {
  const TemporaryFolder folder;
  const TemporaryFolder other;
  std::ofstream(other.path() / "x.csv") << "a\n1\n";
  const Engine engine(settings(folder));
  Connection connection(engine);
  const std::string in = std::filesystem::canonical(folder.path()).string();
  const std::string out = other.path().string();
  connection.run("COPY (SELECT 1 AS a) TO '" + in + "/a.parquet' (FORMAT parquet)", "writing");
  connection.run("SELECT * FROM read_parquet('" + in + "/a.parquet')", "reading");
  for (const std::string& statement :
       std::vector<std::string>{"COPY (SELECT 1 AS a) TO '" + out + "/a.parquet' (FORMAT parquet)",
                                "COPY (SELECT 1 AS a) TO '" + in + "/../a.parquet' (FORMAT parquet)",
                                "SELECT * FROM read_csv('" + out + "/x.csv')", "SELECT * FROM glob('/*')",
                                "SELECT * FROM read_text('/etc/hostname')", "ATTACH '" + out + "/a.db'",
                                std::string("INSTALL httpfs"), std::string("SET threads = 1"),
                                std::string("SET enable_external_access = true"), "SET allowed_directories = ['/']"}) {
    INFO(statement);
    CHECK_THROWS_AS(connection.run(statement, "breaking out"), sdk::Error);
  }
}

TEST_CASE("what the engine says is never shown") {
  const TemporaryFolder folder;
  const Engine engine(settings(folder));
  Connection connection(engine);
  try {
    connection.run("SELECT CAST('Jane Doe' AS INTEGER)", "adding up");
    FAIL("it was accepted");
  } catch (const sdk::Error& error) {
    CHECK_THAT(error.what(), !Catch::Contains("Jane") && Catch::Contains("adding up"));
  }
}

TEST_CASE("a statement is stopped at its deadline") {
  const TemporaryFolder folder;
  warehouse::EngineSettings short_time = settings(folder);
  short_time.deadline = std::chrono::milliseconds(100);
  const Engine engine(short_time);
  Connection connection(engine);
  CHECK_THROWS_WITH(
      connection.run("SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range = b.range + 1 "
                     "OR a.range * b.range % 7 = 3",
                     "counting"),
      Catch::Contains("was stopped when counting"));
  connection.run("SELECT 1", "going on");
}

TEST_CASE("a deadline that is not reached stops nothing") {
  std::atomic<int> stopped = 0;
  {
    const warehouse::Deadline deadline(std::chrono::hours(1), [&] { ++stopped; });
  }
  CHECK(stopped == 0);
}

TEST_CASE("the version of the engine is named") { CHECK(Engine::version().rfind("DuckDB 1.", 0) == 0); }

TEST_CASE("an amount too large is a fault of the data") {
  const sdk::Error error = warehouse::engineError(DUCKDB_ERROR_CONVERSION, "counting", "/tmp");
  CHECK(error.kind() == sdk::ErrorKind::Data);
  CHECK(warehouse::engineError(DUCKDB_ERROR_IO, "counting", "/tmp").kind() == sdk::ErrorKind::Outside);
}
