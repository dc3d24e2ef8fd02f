#pragma once
#include "series/analysis.hpp"
#include "series/register.hpp"
#include "warehouse/warehouse.hpp"

#include <boardpack/sdk/force.hpp>

#include <optional>
#include <vector>

namespace boardpack::app {

/// Fills Analysed::peers of the measures that ask for it, from the comparators in the warehouse.
void addPeerStandings(std::vector<series::Analysed>& measures, const sdk::Force& force, base::Month month,
                      const std::optional<sdk::Date>& board_date, const series::Registers& registers,
                      warehouse::Warehouse& warehouse);

}  // namespace boardpack::app
