#include "engine.hpp"

#include "warehouse/engine/own_functions.hpp"

#include <catch2/catch.hpp>

namespace boardpack::expression {
namespace {

class Result {
 public:
  Result() = default;
  ~Result() { duckdb_destroy_result(&result); }
  Result(const Result&) = delete;
  Result& operator=(const Result&) = delete;

  duckdb_result result{};
};

}  // namespace

Engine::Engine() {
  REQUIRE(duckdb_open(nullptr, &database_) == DuckDBSuccess);
  REQUIRE(duckdb_connect(database_, &connection_) == DuckDBSuccess);
  warehouse::addOwnFunctions(connection_);
}

Engine::~Engine() {
  duckdb_disconnect(&connection_);
  duckdb_close(&database_);
}

std::vector<std::vector<std::optional<std::string>>> Engine::query(const std::string& statement) {
  Result made;
  const duckdb_state state = duckdb_query(connection_, statement.c_str(), &made.result);
  const char* message = duckdb_result_error(&made.result);
  INFO(statement);
  INFO((message == nullptr ? "" : message));
  REQUIRE(state == DuckDBSuccess);
  std::vector<std::vector<std::optional<std::string>>> rows(duckdb_row_count(&made.result));
  for (idx_t row = 0; row < rows.size(); ++row) {
    for (idx_t column = 0; column < duckdb_column_count(&made.result); ++column) {
      char* text = duckdb_value_varchar(&made.result, column, row);
      rows[row].push_back(text == nullptr ? std::nullopt : std::optional<std::string>(text));
      duckdb_free(text);
    }
  }
  return rows;
}

}  // namespace boardpack::expression
