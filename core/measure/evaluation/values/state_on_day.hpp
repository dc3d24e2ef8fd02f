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

/// A state as at a day.
struct StateOnDay {
  sdk::Date day;
  Tally tally;
};
/// At the days that are known, the earliest first.
using DailyStates = std::vector<StateOnDay>;

/// The states of every group of one breakdown, each of the same days, and of a group that no row fell into.
struct GroupStates {
  std::map<std::string, DailyStates> groups;
  DailyStates none;
};

/// The state of some groups together.
DailyStates sumOf(const std::vector<std::string>& groups, const GroupStates& states);

/// How the states of a group become the value of a month or window.
class SnapshotValue {
 public:
  using Over = MeasureDefinition::Snapshot::Over;

  SnapshotValue(const MeasureDefinition& definition, base::Month reported, const std::optional<sdk::Date>& board_date);

  /// The state that is reported for a month; nullptr when there is none.
  const StateOnDay* of(const DailyStates& states, base::Month month) const;
  series::Cell over(const DailyStates& states, base::MonthRange months) const;

 private:
  series::Cell extremeOf(const DailyStates& states, base::MonthRange months) const;

  Over over_;
  std::optional<sdk::Date> until_;
  base::Month reported_;
};

}  // namespace boardpack::measure
