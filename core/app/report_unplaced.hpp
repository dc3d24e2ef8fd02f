#pragma once
#include "base/load_report.hpp"

#include <boardpack/sdk/force.hpp>

#include <vector>

namespace boardpack::app {

/// Of extracts that count: rows that lie outside the areas of the force, and texts that no list of codes has. What is
/// few is told in `issues` and, from one row in a hundred on, as a warning. Throws sdk::Error(Data) with the names seen
/// when most rows of a table, in one extract or in all of a feed's, name no area of the force: its figures by area
/// would be empty, and nothing else would show it.
void tellPlacesAndTexts(const std::vector<base::LoadReport>& loads, const sdk::Force& force,
                        std::vector<base::Issue>& issues);

}  // namespace boardpack::app
