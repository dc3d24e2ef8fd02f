#pragma once
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/load/cell_reader.hpp"

#include <boardpack/sdk/tables.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace boardpack::warehouse {

/// A temporary table of the engine that takes the rows of one canonical table while an extract is read: source_row,
/// then those columns of the table that the feed fills. It is dropped with the object.
class StagingTable {
 public:
  StagingTable(Connection& connection, const FilledTable& table, std::string doing);
  ~StagingTable();
  StagingTable(const StagingTable&) = delete;
  StagingTable& operator=(const StagingTable&) = delete;

  /// `values` has one a column of the table.
  void add(std::uint64_t source_row, const std::vector<CellValue>& values);
  /// Hands the last rows to the engine; nothing may be added after it.
  void finish();
  /// As it stands in a statement.
  const std::string& name() const { return name_; }

 private:
  void pointAtChunk();
  void flush();
  void check(duckdb_state state);

  Connection* connection_;
  std::vector<std::size_t> columns_;  ///< [vector after source_row] place among the table's columns
  std::string doing_;
  std::string name_;
  OwnedAppender appender_;
  OwnedChunk chunk_;
  std::vector<duckdb_vector> vectors_;
  std::vector<void*> data_;
  std::vector<duckdb_type> stored_;  ///< [vector] the engine's type; of a listed text, that of its place
  std::vector<std::uint64_t*> validity_;
  idx_t size_ = 0;
  idx_t capacity_ = 0;
};

/// The engine's type for a column, as it stands in a statement.
std::string sqlType(sdk::ColumnType type);

}  // namespace boardpack::warehouse
