#pragma once
#include "expression/expression.hpp"

namespace boardpack::expression {

/// True for a Boolean node that the engine must compute row by row: it compares numbers, days, times or identifiers,
/// or it is made of nothing but such comparisons and so is one column instead of several.
bool isAtom(const Node& node);

}  // namespace boardpack::expression
