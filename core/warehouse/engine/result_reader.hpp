#pragma once
#include <duckdb.h>

#include <cstdint>
#include <string_view>

namespace boardpack::warehouse {

/// The values of one chunk of a result, by column and row. The caller knows the types; a chunk must outlive it.
class ChunkReader {
 public:
  explicit ChunkReader(duckdb_data_chunk chunk) : chunk_(chunk) {}

  idx_t size() const { return duckdb_data_chunk_get_size(chunk_); }
  bool isKnown(idx_t column, idx_t row) const {
    std::uint64_t* validity = duckdb_vector_get_validity(vector(column));
    return validity == nullptr || duckdb_validity_row_is_valid(validity, row);
  }
  std::string_view text(idx_t column, idx_t row) const {
    duckdb_string_t* text = static_cast<duckdb_string_t*>(duckdb_vector_get_data(vector(column))) + row;
    return {duckdb_string_t_data(text), duckdb_string_t_length(*text)};
  }
  std::int64_t whole(idx_t column, idx_t row) const { return at<std::int64_t>(column, row); }
  std::int32_t day(idx_t column, idx_t row) const { return at<std::int32_t>(column, row); }
  duckdb_hugeint huge(idx_t column, idx_t row) const { return at<duckdb_hugeint>(column, row); }

 private:
  duckdb_vector vector(idx_t column) const { return duckdb_data_chunk_get_vector(chunk_, column); }
  template <typename Value>
  Value at(idx_t column, idx_t row) const {
    return static_cast<Value*>(duckdb_vector_get_data(vector(column)))[row];
  }
  duckdb_data_chunk chunk_;
};

}  // namespace boardpack::warehouse
