#pragma once
#include "warehouse/duckdb_engine.hpp"
#include "warehouse/warehouse.hpp"

#include <string>
#include <vector>

namespace boardpack::warehouse {

std::vector<ComparatorRow> readComparators(Connection& connection, const std::vector<std::string>& measures);

}  // namespace boardpack::warehouse
