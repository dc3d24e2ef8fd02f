#pragma once
#include <boardpack/sdk/force.hpp>

#include <string>
#include <vector>

namespace boardpack::script {

/// One route of a feed into a table, as one column sees it; of a column of the row's crime, into `crimes`, and one
/// without a feed for the rows whose crime is not there.
struct ColumnSource {
  const sdk::Feed* feed = nullptr;
  const sdk::ColumnMap* map = nullptr;  ///< nullptr: these rows have no value in the column
};

/// Every route of the force's feeds into the table, in order.
std::vector<ColumnSource> sourcesOf(const sdk::Force& force, const sdk::Table& table, const std::string& column);

}  // namespace boardpack::script
