#pragma once
#include "measure/evaluation/ask/question.hpp"
#include "warehouse/warehouse.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace boardpack::measure {

/// Why a month has no value: no extract covers it, or those that do leave a column out.
struct Gap {
  std::string table;
  std::string column;  ///< "" when no extract covers the month
  auto operator<=>(const Gap&) const = default;
};

/// The gap of each month of a range, from its first.
using Gaps = std::vector<std::optional<Gap>>;

/// What the counted extracts cover, asked of the warehouse once a table and column. Of several threads, each
/// may ask.
class Coverage {
 public:
  Coverage(const warehouse::Warehouse& warehouse, base::MonthRange months) : warehouse_(warehouse), months_(months) {}

  Gaps gapsOf(const std::string& table, const std::vector<std::string>& columns) {
    return gapsOver(months_, table, columns);
  }
  /// The same of any months, as those that a repeat looks back to.
  Gaps gapsOver(base::MonthRange months, const std::string& table, const std::vector<std::string>& columns);
  /// The first month of all that an extract covers.
  std::optional<base::Month> earliest(const std::string& table);
  /// The first month from `from` on that an extract covers; nothing when there is none in the range.
  std::optional<base::Month> firstCovered(const std::string& table, base::Month from);
  /// False when rows of a month are still to come in some of the tables, by what their extracts say.
  bool isComplete(const std::vector<std::string>& tables, base::Month month) const;

 private:
  const std::set<base::Month>& coveredMonths(const std::string& table);

  const warehouse::Warehouse& warehouse_;
  base::MonthRange months_;
  std::mutex mutex_;
  std::map<std::string, std::set<base::Month>> covered_;
};

/// The months a measure over these tables shows.
base::MonthRange shownMonths(const std::vector<std::string>& tables, Coverage& coverage, base::Month first_shown,
                             base::Month last);

/// In each month the first gap of either.
Gaps joined(Gaps a, const Gaps& b);

/// The gaps of a range in words, months condensed: "no extract covers January to October 2024". The table is named when
/// the measure reads several.
std::string gapsInWords(const Gaps& gaps, base::Month first, bool name_table);

}  // namespace boardpack::measure
