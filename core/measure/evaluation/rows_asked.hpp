#pragma once
#include "base/month.hpp"
#include "series/series.hpp"

#include <cstddef>
#include <string>

namespace boardpack::measure {

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

}  // namespace boardpack::measure
