#pragma once
#include "expression/expression.hpp"

#include <string_view>

namespace boardpack::expression {

/// A table with columns of every type.
const sdk::Table& sampleTable();

/// The tree of a text that must parse.
Tree parsed(std::string_view text, Type wanted = Type::Boolean);

}  // namespace boardpack::expression
