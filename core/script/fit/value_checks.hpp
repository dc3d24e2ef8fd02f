#pragma once
#include "expression/expression.hpp"

#include <boardpack/sdk/force.hpp>

#include <vector>

namespace boardpack::script {

/// What an expression asks of a column's texts that no row can ever answer: a value that its feeds never give, or a
/// blank where there is none. Such a condition is never true and its figures are a 0 that nobody questions.
std::vector<expression::Problem> valueProblems(const expression::Node& tree, const sdk::Table& table,
                                               const sdk::Force& force);

}  // namespace boardpack::script
