#pragma once
#include "warehouse/warehouse.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace boardpack::warehouse {

/// Rejected rows of one extract that are missing from the same figures.
struct RejectedPart {
  std::string table;                 ///< "" where a row was rejected before its table was known
  std::optional<base::Month> month;  ///< that the row's date names; nothing where it names none that can be
  std::int64_t rows = 0;
};

/// Counts the rejected rows of one extract by table and month while it is read.
class RejectedCounts {
 public:
  void add(const std::string& table, std::optional<base::Month> month) { ++rows_[{table, month}]; }
  /// By table, then month.
  std::vector<RejectedPart> parts() const;

 private:
  std::map<std::pair<std::string, std::optional<base::Month>>, std::int64_t> rows_;
};

/// What is missing from the months of a table that one extract counts for. `counted` are those months, in order; none
/// where the whole file counts whatever its months.
std::vector<Rejected> rejectedOf(const std::vector<RejectedPart>& parts, const std::string& table,
                                 const Extract& extract, const std::vector<base::Month>& counted);

}  // namespace boardpack::warehouse
