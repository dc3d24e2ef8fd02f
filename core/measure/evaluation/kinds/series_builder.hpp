#pragma once
#include "measure/evaluation/groups/grouping.hpp"
#include "measure/evaluation/registers_applied.hpp"
#include "measure/evaluation/values/windows.hpp"
#include "series/series.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The values of one group: its cells in every window, and what its latest are compared with.
struct GroupCells {
  WindowCells windows;
  std::vector<series::ReferenceValue> references = {};
};

/// How a series names one of its breakdowns: `shown_as` differs from `id` for groups shared by another measure.
struct BreakdownName {
  std::string id;
  std::string shown_as;
};

/// The groups of one breakdown in their order, and how the values of each are made.
struct BreakdownCells {
  std::vector<Group> groups;
  std::function<GroupCells(const Group& group)> cells;
  /// Those of a group that no row fell into; nothing where there are no rows.
  std::function<GroupCells()> without_rows = {};
};

/// Puts a series together: its months, the force, then the groups of each breakdown. Every kind of measure makes its
/// series by one, so that what a breakdown with too many groups does to a series is decided here alone.
class SeriesBuilder {
 public:
  SeriesBuilder(const AppliedInfo& applied, base::MonthRange shown);

  /// The series so far: what else is said of it is put into it directly.
  series::Series& made() { return made_; }
  void addForce(GroupCells cells);
  /// `groups` is asked for at once. It may throw TooManyGroups; then, or with more groups than can be shown, the series
  /// has none of the breakdown and says why.
  void addBreakdown(const BreakdownName& name, const std::function<BreakdownCells()>& groups);

 private:
  series::Series made_;
};

/// Cells and references of a value that is made over stretches of months, by what the series reports.
GroupCells cellsOver(const ReportedMonths& reported, const Gaps& gaps, const RangeValue& value);

}  // namespace boardpack::measure
