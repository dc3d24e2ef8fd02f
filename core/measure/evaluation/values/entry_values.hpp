#pragma once
#include "measure/evaluation/groups/tally.hpp"
#include "series/series.hpp"

#include <string>

namespace boardpack::measure {

/// The values of a measure that does not add up, by group.
class EntryValues {
 public:
  virtual ~EntryValues() = default;
  /// Over months that are all covered; `sum` is the group's tally over them. A group that no row fell into is known
  /// too.
  virtual series::Cell over(const std::string& group, base::MonthRange range, const Tally& sum) const = 0;
};

}  // namespace boardpack::measure
