#pragma once
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/tables.hpp>

namespace boardpack::warehouse {

/// Names of the columns that a query reads.
std::vector<std::string> columnsRead(const EntryQuery& query);
/// Asks the engine for the values or keys of a table; `source` is the view, quoted, that has the columns. Throws
/// sdk::Error(Script) when the key is no column that can be one.
EntryTable runEntryQuery(Connection& connection, const EntryQuery& query, const sdk::Table& table,
                         const std::string& source);

}  // namespace boardpack::warehouse
