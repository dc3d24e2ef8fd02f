#pragma once
#include "warehouse/duckdb_engine.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/tables.hpp>

namespace boardpack::warehouse {

/// Asks the engine for the values or keys of a table, which is a view of that name. Throws sdk::Error(Script) when the
/// key is no column that can be one.
EntryTable runEntryQuery(Connection& connection, const EntryQuery& query, const sdk::Table& table);

}  // namespace boardpack::warehouse
