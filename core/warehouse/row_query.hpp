#pragma once
#include "warehouse/duckdb_engine.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/tables.hpp>

#include <vector>

namespace boardpack::warehouse {

/// Asks the engine for single rows; the table is a view of that name.
RowTable runRowQuery(Connection& connection, const RowQuery& query, const sdk::Table& table);

Repeats countRepeats(Connection& connection, const std::string& table, const std::string& key_column);

std::vector<PopulationRow> readPopulation(Connection& connection);

}  // namespace boardpack::warehouse
