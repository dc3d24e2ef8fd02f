#include "warehouse_support.hpp"

#include "warehouse/engine/deadline.hpp"
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/engine/engine_error.hpp"

#include <boardpack/sdk/error.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <fstream>
#include <string>
#include <thread>
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

TEST_CASE("what goes on after its deadline is stopped again and again, and given up once") {
  std::atomic<int> stopped = 0;
  std::atomic<int> given_up = 0;
  {
    const warehouse::Deadline deadline(
        std::chrono::milliseconds(1), [&] { ++stopped; }, [&] { ++given_up; }, std::chrono::milliseconds(120));
    while (given_up == 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    CHECK(stopped >= 2);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  CHECK(given_up == 1);
  const int before = stopped;
  std::this_thread::sleep_for(std::chrono::milliseconds(120));
  CHECK(stopped == before);
}

TEST_CASE("a question that the engine does not let go of is given up with a message") {
  const TemporaryFolder folder;
  std::atomic<bool> is_given_up = false;
  std::string said;
  warehouse::EngineSettings asked = settings(folder);
  asked.deadline = std::chrono::milliseconds(50);
  asked.give_up = [&](const sdk::Error& error) {
    said = error.sentence();
    is_given_up = true;
  };
  const Engine engine(asked);
  Connection connection(engine);
  // A function that looks at no interruption, as those of the engine do not within a batch of rows.
  const warehouse::Owned<duckdb_scalar_function, duckdb_destroy_scalar_function> deaf(duckdb_create_scalar_function());
  const warehouse::OwnedType whole(duckdb_create_logical_type(DUCKDB_TYPE_BIGINT));
  duckdb_scalar_function_set_name(deaf.get(), "deaf");
  duckdb_scalar_function_add_parameter(deaf.get(), whole.get());
  duckdb_scalar_function_set_return_type(deaf.get(), whole.get());
  duckdb_scalar_function_set_volatile(deaf.get());
  duckdb_scalar_function_set_extra_info(deaf.get(), &is_given_up, nullptr);
  duckdb_scalar_function_set_function(deaf.get(), [](duckdb_function_info info, duckdb_data_chunk, duckdb_vector) {
    const auto& ends = *static_cast<std::atomic<bool>*>(duckdb_scalar_function_get_extra_info(info));
    while (!ends) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  });
  REQUIRE(duckdb_register_scalar_function(connection.handle(), deaf.get()) == DuckDBSuccess);
  try {
    connection.run("SELECT deaf(range) FROM range(10)", "counting");
  } catch (const sdk::Error&) {
    SUCCEED("it was stopped after all");
  }
  CHECK(is_given_up);
  CHECK_THAT(said, Catch::Contains("could not be stopped") && Catch::Contains("counting"));
}

TEST_CASE("the version of the engine is named") { CHECK(Engine::version().rfind("DuckDB 1.", 0) == 0); }

TEST_CASE("an amount too large is a fault of the data") {
  const sdk::Error error = warehouse::engineError(DUCKDB_ERROR_CONVERSION, "counting", "/tmp");
  CHECK(error.kind() == sdk::ErrorKind::Data);
  CHECK(warehouse::engineError(DUCKDB_ERROR_IO, "counting", "/tmp").kind() == sdk::ErrorKind::Outside);
}
