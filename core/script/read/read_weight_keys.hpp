#pragma once
#include "script/read/kind_reading.hpp"

namespace boardpack::script {

/// A number of each row, as an expression or as `{ set = "harm", by = "category" }`: the weight that a set of the small
/// table `weights` gives the row's group, which the definition then names; a row whose group the set does not have has
/// no weight. nullptr when the key is not there, or after telling what is wrong.
expression::Tree readNumberOrWeights(KindReading& reading, const std::string& key, const sdk::Table& table);

}  // namespace boardpack::script
