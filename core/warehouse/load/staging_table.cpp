#include "warehouse/load/staging_table.hpp"

#include "base/text.hpp"
#include "expression/expression.hpp"
#include "warehouse/engine/engine_error.hpp"

#include <utility>

namespace boardpack::warehouse {
namespace {

void write(duckdb_vector vector, void* data, idx_t row, duckdb_type stored, const CellValue& value) {
  switch (stored) {
    case DUCKDB_TYPE_VARCHAR:
      duckdb_vector_assign_string_element_len(vector, row, value.text.data(), value.text.size());
      return;
    case DUCKDB_TYPE_UTINYINT:
      static_cast<std::uint8_t*>(data)[row] = static_cast<std::uint8_t>(value.number);
      return;
    case DUCKDB_TYPE_USMALLINT:
      static_cast<std::uint16_t*>(data)[row] = static_cast<std::uint16_t>(value.number);
      return;
    case DUCKDB_TYPE_UINTEGER:
      static_cast<std::uint32_t*>(data)[row] = static_cast<std::uint32_t>(value.number);
      return;
    case DUCKDB_TYPE_BOOLEAN:
      static_cast<bool*>(data)[row] = value.number != 0;
      return;
    case DUCKDB_TYPE_DATE:
      static_cast<std::int32_t*>(data)[row] = static_cast<std::int32_t>(value.number);
      return;
    case DUCKDB_TYPE_UUID:
      static_cast<duckdb_hugeint*>(data)[row] = {value.key.low, static_cast<std::int64_t>(value.key.high)};
      return;
    default:  // DECIMAL(18,4) and TIMESTAMP
      static_cast<std::int64_t*>(data)[row] = value.number;
      return;
  }
}

duckdb_type storedType(duckdb_logical_type type) {
  const duckdb_type id = duckdb_get_type_id(type);
  return id == DUCKDB_TYPE_ENUM ? duckdb_enum_internal_type(type) : id;
}

std::string stagingType(const FilledTable& table, std::size_t column) {
  const std::vector<std::string_view>& listed = table.listed[column];
  if (listed.empty()) {
    return sqlType(table.table->columns[column].type);
  }
  std::vector<std::string> texts;
  for (const std::string_view text : listed) {
    texts.push_back(expression::quoteText(text));
  }
  return "ENUM (" + base::join(texts, ", ") + ")";
}

}  // namespace

// A key is a UUID to the engine, since Parquet has no whole number of 128 bits; only its being equal matters.
std::string sqlType(sdk::ColumnType type) {
  switch (type) {
    case sdk::ColumnType::Text:
      return "VARCHAR";
    case sdk::ColumnType::Number:
      return "DECIMAL(18,4)";
    case sdk::ColumnType::Boolean:
      return "BOOLEAN";
    case sdk::ColumnType::Day:
      return "DATE";
    case sdk::ColumnType::Time:
      return "TIMESTAMP";
    case sdk::ColumnType::Key:
      return "UUID";
  }
  return {};
}

StagingTable::StagingTable(Connection& connection, const FilledTable& table, std::string doing)
    : connection_(&connection),
      doing_(std::move(doing)),
      name_("temp." + expression::quoteName("load_" + table.table->name)),
      capacity_(duckdb_vector_size()) {
  std::string columns = "source_row BIGINT";
  const std::vector<sdk::Column>& table_columns = table.table->columns;
  for (std::size_t i = 0; i < table_columns.size(); ++i) {
    if (table.filled[i]) {
      columns += ", " + expression::quoteName(table_columns[i].name) + " " + stagingType(table, i);
      columns_.push_back(i);
    }
  }
  connection.run(
      "CREATE OR REPLACE TEMP TABLE " + expression::quoteName("load_" + table.table->name) + " (" + columns + ")",
      doing_);
  const std::string plain_name = "load_" + table.table->name;
  check(duckdb_appender_create_ext(connection.handle(), "temp", "main", plain_name.c_str(), appender_.out()));
  std::vector<OwnedType> types;
  std::vector<duckdb_logical_type> handles;
  for (idx_t i = 0; i <= columns_.size(); ++i) {
    types.emplace_back(duckdb_appender_column_type(appender_.get(), i));
    handles.push_back(types.back().get());
    stored_.push_back(storedType(handles.back()));
  }
  chunk_ = OwnedChunk(duckdb_create_data_chunk(handles.data(), handles.size()));
  vectors_.resize(handles.size());
  data_.resize(handles.size());
  validity_.resize(handles.size());
  pointAtChunk();
}

StagingTable::~StagingTable() {
  appender_ = OwnedAppender();
  duckdb_result result{};
  static_cast<void>(duckdb_query(connection_->handle(), ("DROP TABLE IF EXISTS " + name_).c_str(), &result));
  duckdb_destroy_result(&result);
}

void StagingTable::add(std::uint64_t source_row, const std::vector<CellValue>& values) {
  static_cast<std::int64_t*>(data_[0])[size_] = static_cast<std::int64_t>(source_row);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const CellValue& value = values[columns_[i]];
    if (value.is_known) {
      write(vectors_[i + 1], data_[i + 1], size_, stored_[i + 1], value);
    } else {
      duckdb_validity_set_row_invalid(validity_[i + 1], size_);
    }
  }
  if (++size_ == capacity_) {
    flush();
  }
}

void StagingTable::finish() {
  flush();
  check(duckdb_appender_close(appender_.get()));
}

void StagingTable::pointAtChunk() {
  for (idx_t i = 0; i < vectors_.size(); ++i) {
    vectors_[i] = duckdb_data_chunk_get_vector(chunk_.get(), i);
    duckdb_vector_ensure_validity_writable(vectors_[i]);
    data_[i] = duckdb_vector_get_data(vectors_[i]);
    validity_[i] = duckdb_vector_get_validity(vectors_[i]);
  }
}

void StagingTable::flush() {
  if (size_ == 0) {
    return;
  }
  duckdb_data_chunk_set_size(chunk_.get(), size_);
  check(duckdb_append_data_chunk(appender_.get(), chunk_.get()));
  duckdb_data_chunk_reset(chunk_.get());
  pointAtChunk();
  size_ = 0;
}

void StagingTable::check(duckdb_state state) {
  if (state == DuckDBSuccess) {
    return;
  }
  const OwnedErrorData error(duckdb_appender_error_data(appender_.get()));
  throw engineError(duckdb_error_data_error_type(error.get()), doing_, connection_->engine().settings().folder);
}

}  // namespace boardpack::warehouse
