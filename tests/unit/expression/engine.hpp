#pragma once
#include <duckdb.h>

#include <optional>
#include <string>
#include <vector>

namespace boardpack::expression {

/// An engine in memory, for comparing answers.
class Engine {
 public:
  Engine();
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// [row][column] as text; nothing is NULL. A statement that fails fails the test.
  std::vector<std::vector<std::optional<std::string>>> query(const std::string& statement);

 private:
  duckdb_database database_ = nullptr;
  duckdb_connection connection_ = nullptr;
};

}  // namespace boardpack::expression
