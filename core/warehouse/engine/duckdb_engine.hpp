#pragma once
#include "warehouse/engine/duckdb_handles.hpp"

#include <boardpack/sdk/error.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace boardpack::warehouse {

struct EngineSettings {
  std::filesystem::path folder;            ///< the only one it may read and write; absolute
  std::filesystem::path temporary_folder;  ///< inside `folder`
  int threads = 1;
  std::string memory_limit = "2GB";
  std::chrono::milliseconds deadline{std::chrono::seconds(60)};  ///< of one statement
  std::function<void(const sdk::Error&)> give_up = {};           ///< see Options
};

/// The rows of a statement, read chunk by chunk.
class QueryResult {
 public:
  QueryResult() = default;
  ~QueryResult();
  QueryResult(QueryResult&& other) noexcept;
  QueryResult& operator=(QueryResult&&) = delete;
  QueryResult(const QueryResult&) = delete;
  QueryResult& operator=(const QueryResult&) = delete;

  /// A chunk without a handle after the last one.
  OwnedChunk next();
  std::int64_t rowsChanged();
  duckdb_result* handle() { return &result_; }

 private:
  duckdb_result result_{};
};

class Engine;

/// One connection: statements run one after another, each under the deadline. Temporary tables are its own.
class Connection {
 public:
  explicit Connection(const Engine& engine);
  /// With another deadline than the engine's.
  Connection(const Engine& engine, std::chrono::milliseconds deadline);

  /// Throws sdk::Error in our own words (see engineError). `doing` is a phrase that fits "when …".
  QueryResult query(const std::string& statement, const std::string& doing);
  std::int64_t run(const std::string& statement, const std::string& doing);
  duckdb_connection handle() const { return connection_.get(); }
  const Engine& engine() const { return *engine_; }

 private:
  void giveUp(const std::string& doing) const;

  const Engine* engine_;
  std::chrono::milliseconds deadline_;
  OwnedConnection connection_;
};

/// An in-memory DuckDB, closed: it reaches no file outside its folder, no network and no extension, and its settings
/// cannot be changed any more.
class Engine {
 public:
  explicit Engine(EngineSettings settings);

  const EngineSettings& settings() const { return settings_; }
  duckdb_database handle() const { return database_.get(); }
  static std::string version();  ///< "DuckDB 1.4.5"

 private:
  EngineSettings settings_;
  OwnedDatabase database_;
};

}  // namespace boardpack::warehouse
