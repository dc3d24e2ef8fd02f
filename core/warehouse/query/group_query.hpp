#pragma once
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/warehouse.hpp"

namespace boardpack::warehouse {

/// Names of the columns that a query reads.
std::vector<std::string> columnsRead(const GroupQuery& query);
/// Asks the engine for the groups of a query; `source` is the view, quoted, that has the columns.
GroupTable runGroupQuery(Connection& connection, const GroupQuery& query, const std::string& source);

/// "date" >= … AND "date" < …: rows without a date are in no month.
std::string monthsCondition(const std::string& date, const base::MonthRange& months);

}  // namespace boardpack::warehouse
