#include "warehouse/load/rejected_rows.hpp"

#include <algorithm>

namespace boardpack::warehouse {

std::vector<RejectedPart> RejectedCounts::parts() const {
  std::vector<RejectedPart> parts;
  for (const auto& [of, rows] : rows_) {
    parts.push_back({.table = of.first, .month = of.second, .rows = rows});
  }
  return parts;
}

std::vector<Rejected> rejectedOf(const std::vector<RejectedPart>& parts, const std::string& table,
                                 const Extract& extract, const std::vector<base::Month>& counted) {
  const bool has_months =
      extract.feed->covers != sdk::Covers::Everything && extract.feed->covers != sdk::Covers::Editions;
  const bool counts_in_full = !has_months || counted.size() == static_cast<std::size_t>(extract.months.count());
  std::vector<Rejected> found;
  for (const RejectedPart& part : parts) {
    const bool is_of_table = part.table == table;
    if (!is_of_table && !part.table.empty()) {
      continue;
    }
    Rejected rejected{.months = counted, .is_certain = is_of_table && counts_in_full, .rows = part.rows};
    if (part.month) {
      const bool counts = !has_months || std::find(counted.begin(), counted.end(), *part.month) != counted.end();
      if (!counts) {
        continue;  // a later extract counts for that month, or it is none of the file's
      }
      rejected.months = {*part.month};
      rejected.is_certain = is_of_table;
    }
    found.push_back(std::move(rejected));
  }
  return found;
}

}  // namespace boardpack::warehouse
