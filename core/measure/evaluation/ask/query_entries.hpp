#pragma once
#include "measure/evaluation/ask/combinations.hpp"
#include "warehouse/warehouse.hpp"

namespace boardpack::measure {

/// The answer to one query of values or keys: conditions are evaluated on its combinations, never on entries.
struct Entries {
  Combinations combinations;
  warehouse::EntryTable table;  ///< `combinations` of it has moved
};

}  // namespace boardpack::measure
