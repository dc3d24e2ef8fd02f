#pragma once
#include "expression/expression.hpp"

#include <string>
#include <vector>

namespace boardpack::expression {

/// True for a Boolean node that the engine must compute row by row: it compares numbers, days, times or identifiers,
/// or it is made of nothing but such comparisons and so is one column instead of several.
bool isAtom(const Node& node);

/// The largest Boolean subtrees of `tree` that must be computed by the engine, each once.
std::vector<Tree> atomsOf(const Tree& tree);
/// Names of the Text and Boolean columns that evaluate() (evaluate_expression.hpp) asks for besides the atoms; a
/// Boolean's values are "true" and "false".
std::vector<std::string> textColumnsOf(const Tree& tree);

}  // namespace boardpack::expression
