#include "warehouse/engine/duckdb_engine.hpp"

#include "base/stop.hpp"
#include "expression/expression.hpp"
#include "warehouse/engine/deadline.hpp"
#include "warehouse/engine/engine_error.hpp"
#include "warehouse/engine/own_functions.hpp"

#include <fmt/format.h>

#include <utility>

namespace boardpack::warehouse {
namespace {

constexpr const char* kMostTemporary = "20GB";

void set(duckdb_config config, const char* name, const std::string& value) {
  if (duckdb_set_config(config, name, value.c_str()) == DuckDBError) {
    throw sdk::Error(
        sdk::ErrorKind::Outside,
        fmt::format("The installed DuckDB does not know the setting {}, or refuses its value. boardpack is "
                    "made for DuckDB 1.4; run ./dev build to fetch it.",
                    name));
  }
}

std::string folderList(const std::filesystem::path& folder) {
  return "[" + expression::quoteText(folder.string() + "/") + "]";
}

}  // namespace

QueryResult::~QueryResult() { duckdb_destroy_result(&result_); }

QueryResult::QueryResult(QueryResult&& other) noexcept : result_(std::exchange(other.result_, duckdb_result{})) {}

OwnedChunk QueryResult::next() { return OwnedChunk(duckdb_fetch_chunk(result_)); }

std::int64_t QueryResult::rowsChanged() { return static_cast<std::int64_t>(duckdb_rows_changed(&result_)); }

Connection::Connection(const Engine& engine) : Connection(engine, engine.settings().deadline) {}

Connection::Connection(const Engine& engine, std::chrono::milliseconds deadline)
    : engine_(&engine), deadline_(deadline) {
  if (duckdb_connect(engine.handle(), connection_.out()) == DuckDBError) {
    throw sdk::Error(sdk::ErrorKind::Outside, "The engine gave no connection: this machine is out of memory.");
  }
}

QueryResult Connection::query(const std::string& statement, const std::string& doing) {
  QueryResult result;
  duckdb_state state = DuckDBError;
  {
    const Deadline deadline(
        deadline_, [this] { duckdb_interrupt(connection_.get()); }, [&] { giveUp(doing); });
    state = duckdb_query(connection_.get(), statement.c_str(), result.handle());
  }
  if (state == DuckDBError) {
    base::throwIfStopped();
    throw engineError(duckdb_result_error_type(result.handle()), doing, engine_->settings().folder);
  }
  return result;
}

// The engine looks at an interruption between batches of rows only.
void Connection::giveUp(const std::string& doing) const {
  if (engine_->settings().give_up) {
    engine_->settings().give_up(stillRunning(doing));
  }
}

std::int64_t Connection::run(const std::string& statement, const std::string& doing) {
  return query(statement, doing).rowsChanged();
}

Engine::Engine(EngineSettings settings) : settings_(std::move(settings)) {
  OwnedConfig config;
  duckdb_create_config(config.out());
  set(config.get(), "threads", std::to_string(settings_.threads));
  set(config.get(), "memory_limit", settings_.memory_limit);
  set(config.get(), "temp_directory", settings_.temporary_folder.string());
  set(config.get(), "max_temp_directory_size", kMostTemporary);
  set(config.get(), "autoinstall_known_extensions", "false");
  set(config.get(), "autoload_known_extensions", "false");
  set(config.get(), "allow_community_extensions", "false");
  set(config.get(), "allow_persistent_secrets", "false");
  char* message = nullptr;
  const duckdb_state state = duckdb_open_ext(nullptr, database_.out(), config.get(), &message);
  duckdb_free(message);
  if (state == DuckDBError) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     fmt::format("The engine could not be opened with {} of memory and temporary files in {}.",
                                 settings_.memory_limit, settings_.temporary_folder.string()));
  }
  Connection connection(*this);
  const std::string doing = "closing the engine off";
  addOwnFunctions(connection.handle());
  connection.run("SET TimeZone = 'UTC'", doing);
  // Immutable files are read by many statements: their footers are read once.
  connection.run("SET parquet_metadata_cache = true", doing);
  // The order matters: the folder cannot be named any more once access is off, and nothing once it is locked.
  connection.run("SET allowed_directories = " + folderList(settings_.folder), doing);
  connection.run("SET enable_external_access = false", doing);
  connection.run("SET lock_configuration = true", doing);
}

std::string Engine::version() {
  std::string version = duckdb_library_version();
  if (!version.empty() && version.front() == 'v') {
    version.erase(0, 1);
  }
  return "DuckDB " + version;
}

}  // namespace boardpack::warehouse
