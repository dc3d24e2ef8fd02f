#pragma once
#include "expression/expression.hpp"

#include <functional>
#include <optional>
#include <string_view>

namespace boardpack::expression {

/// The truth of a tree for one combination of text values; nothing means unknown.
///
/// Evaluated by us over the distinct combinations of text columns that the engine has grouped by. A subtree that reads
/// a column that is not Text or Boolean, or a function over one, is an atom: the engine computes it as a column of its
/// own (its `print()` is its name), and `value` gives that column's value as text: "true", "false" or nothing.
using ColumnValue = std::function<std::optional<std::string_view>(std::string_view column)>;
std::optional<bool> evaluate(const Node& tree, const ColumnValue& value);

}  // namespace boardpack::expression
