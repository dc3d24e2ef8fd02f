#pragma once
#include "warehouse/duckdb_engine.hpp"
#include "warehouse/warehouse.hpp"

namespace boardpack::warehouse {

/// Asks the engine for the groups of a query; the table is a view of that name.
GroupTable runGroupQuery(Connection& connection, const GroupQuery& query);

/// "date" >= … AND "date" < …: rows without a date are in no month.
std::string monthsCondition(const std::string& date, const base::MonthRange& months);

}  // namespace boardpack::warehouse
