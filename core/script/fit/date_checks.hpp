#pragma once
#include "expression/expression.hpp"

#include <boardpack/sdk/force.hpp>

#include <vector>

namespace boardpack::script {

/// What an expression asks of a date more finely than its source tells. Where a source gives the month, a row holds
/// the first of it; where it gives the day, midnight: nothing finer than that may decide a figure.
std::vector<expression::Problem> dateProblems(const expression::Node& tree, const sdk::Table& table,
                                              const sdk::Force& force);

}  // namespace boardpack::script
