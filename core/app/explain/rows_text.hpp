#pragma once
#include "measure/evaluation/rows_behind.hpp"
#include "warehouse/warehouse.hpp"

#include <string>
#include <vector>

namespace boardpack::app {

/// The rows behind a figure as text: how many there are of each part, and the first of them.
std::string rowsText(const std::vector<measure::RowSection>& sections, warehouse::Warehouse& warehouse);

}  // namespace boardpack::app
