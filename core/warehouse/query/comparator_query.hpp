#pragma once
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/warehouse.hpp"

#include <string>
#include <vector>

namespace boardpack::warehouse {

std::vector<ComparatorRow> readComparators(Connection& connection, const std::vector<std::string>& measures);

/// The measures there are rows of, in order of name.
std::vector<std::string> readComparatorMeasures(Connection& connection);

}  // namespace boardpack::warehouse
