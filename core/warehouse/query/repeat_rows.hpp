#pragma once
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/tables.hpp>

#include <string>
#include <vector>

namespace boardpack::warehouse {

/// The rows of a query of repeats, with who and nth before the values of `columns`; `source` is the view, quoted.
RowTable runRepeatQuery(Connection& connection, const RowQuery& query, const sdk::Table& table,
                        const std::vector<const sdk::Column*>& columns, const std::string& source);

}  // namespace boardpack::warehouse
