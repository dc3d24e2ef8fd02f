#pragma once
#include "findings/chart_subject.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::findings {

/// A month and its value.
struct Point {
  base::Month month;
  double value = 0;
};

/// What stands out among the shown values of a group.
struct Extremes {
  Point first, latest, highest, lowest;  ///< the earlier of equal ones
  std::size_t count = 0;                 ///< values shown
};
/// Nothing when no shown month has a value.
std::optional<Extremes> extremesOf(const series::Series& series, const series::GroupSeries& group,
                                   series::Window window, const base::MonthRange& shown);

/// A group and its change of the 12-month figure on the 12 months before.
struct GroupChange {
  std::string group;
  const series::Comparison* comparison = nullptr;
};
/// Those whose change is known, from the largest rise to the largest fall; equal ones in the measure's order.
std::vector<GroupChange> changesByGroup(const series::Analysed& measure, const std::string& breakdown);

/// A group and its value of the month, largest first.
struct GroupValue {
  std::string group;
  double value = 0;
};
std::vector<GroupValue> valuesByGroup(const series::Analysed& measure, const std::string& breakdown,
                                      series::Window window, base::Month month);

/// The same of the groups that a chart draws.
std::vector<GroupChange> drawnChanges(const ChartSubject& subject);
std::vector<GroupValue> drawnValues(const ChartSubject& subject);

/// Groups that a chart draws whose latest month is a special cause, in the measure's order, and how many have limits
/// and a value in that month.
struct Flagged {
  std::vector<std::string> groups;
  std::vector<const series::PointClass*> points;
  std::vector<const series::Limits*> limits;  ///< of each of them
  std::size_t with_limits = 0;
};
Flagged flaggedOf(const ChartSubject& subject);

/// Those that it speaks of, where they are not all groups of the breakdown: "the 3 with limits", "the 12 shown".
std::string withLimits(const ChartSubject& subject, const Flagged& flagged);

/// The funnel that a chart of that kind draws: of forces, or with a breakdown of areas; nullptr where there is none.
const series::Funnel* funnelOf(const series::Analysed& measure, const series::ChartSpec& spec);
/// What its figures are over.
base::MonthRange funnelPeriod(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month);

/// The label of a breakdown as running text: "borough".
std::string breakdownWords(const series::MeasureInfo& info, const std::string& breakdown);

std::size_t countWords(const std::string& text);

}  // namespace boardpack::findings
