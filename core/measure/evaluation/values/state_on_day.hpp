#pragma once
#include "measure/definition/measure_definition.hpp"
#include "measure/evaluation/groups/tally.hpp"
#include "series/series.hpp"

#include <boardpack/sdk/date.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::measure {

/// What stands at a day.
struct Standing {
  sdk::Date day;
  Tally tally;
};
/// At the days that are known, the earliest first.
using Standings = std::vector<Standing>;

/// The standings of every group of one breakdown, each of the same days, and of a group that no row fell into.
struct GroupStandings {
  std::map<std::string, Standings> groups;
  Standings none;
};

/// What stands in some groups together.
Standings sumOf(const std::vector<std::string>& groups, const GroupStandings& standings);

/// How the standings of a group become the value of a month or window.
class SnapshotValue {
 public:
  using Over = MeasureDefinition::Snapshot::Over;

  SnapshotValue(const MeasureDefinition& definition, base::Month told, const std::optional<sdk::Date>& board_date);

  /// The standing that tells a month; nullptr when there is none.
  const Standing* of(const Standings& standings, base::Month month) const;
  series::Cell over(const Standings& standings, base::MonthRange months) const;

 private:
  series::Cell extremeOf(const Standings& standings, base::MonthRange months) const;

  Over over_;
  std::optional<sdk::Date> until_;
  base::Month told_;
};

}  // namespace boardpack::measure
