#pragma once
#include "measure/definition/measure_definition.hpp"
#include "series/series.hpp"
#include "warehouse/warehouse.hpp"

#include <string>

namespace boardpack::app {

/// A group as --group names it: "district=Hartlepool". Both empty for the force.
struct GroupName {
  std::string breakdown;
  std::string group;
};

struct RowsAsked {
  base::MonthRange months;
  GroupName group;
  std::size_t most = 20;  ///< shown of each kind
  /// Whose groups they are: says what a group of several columns is made of, and what "Other" is not.
  const series::Series* series = nullptr;
};

/// The rows behind a figure, as text: those that count, those that do not, those where it is not known; of a share, a
/// ratio or a derive those of each part. The numbers of rows are the exact parts of the figure.
std::string rowsBehind(const measure::MeasureDefinition& definition, const measure::MeasureSet& set,
                       const RowsAsked& asked, const sdk::Force& force, warehouse::Warehouse& warehouse);

}  // namespace boardpack::app
