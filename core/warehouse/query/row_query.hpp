#pragma once
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/tables.hpp>

#include <string>
#include <vector>

namespace boardpack::warehouse {

/// Asks the engine for single rows; the table is a view of that name.

/// A column's value as text, in the form people read: whole numbers without decimals.
std::string shownText(const sdk::Column& column);
/// The texts of an answer, one row after the other.
std::vector<std::vector<std::string>> readTexts(QueryResult& result, std::size_t columns);
/// Names of the columns that a query's conditions read.
std::vector<std::string> columnsRead(const RowQuery& query);
/// Rows with the values of `columns`; `source` is the view, quoted, that has them all.
RowTable runRowQuery(Connection& connection, const RowQuery& query, const sdk::Table& table,
                     const std::vector<const sdk::Column*>& columns, const std::string& source);

Repeats countRepeats(Connection& connection, const std::string& table, const std::string& key_column);
Repeats countEqualRows(Connection& connection, const sdk::Table& table, const std::string& key_column);

std::vector<PopulationRow> readPopulation(Connection& connection);

}  // namespace boardpack::warehouse
