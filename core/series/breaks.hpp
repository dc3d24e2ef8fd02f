#pragma once
#include "series/series.hpp"

#include <string>
#include <vector>

namespace boardpack::series {

/// The one rule of what an event does to a series; core/decisions/0017 has the reasons.

/// How an event stands to the values of a group.
enum class Touch {
  None,
  Part,  ///< it names areas that are a part of the group: the force, a region above them, a category
  Whole  ///< it names no area, or one that the group lies in
};
Touch touchOf(const Event& event, const Series& series, const GroupSeries& group);

/// The events that break this group's series: nothing before is comparable with what comes after.
std::vector<const Event*> breaksOf(const Series& series, const GroupSeries& group);
/// Those that break the series of a part of it alone.
std::vector<const Event*> breaksOfPart(const Series& series, const GroupSeries& group);

/// The months that a value told for a period is made of: with those that its formula shifts or rolls over, and that
/// repeats look back on.
base::MonthRange monthsRead(const Series& series, const base::MonthRange& told);

/// Whether a period begins before a break and ends after it, or has its mixed month.
bool isBrokenBy(const base::MonthRange& read, const Event& event);
/// Whether no two of the periods lie on different sides of a break, and none is broken by it: all end before the
/// event's month, or all begin after the mixed one.
bool areOnOneSide(const std::vector<base::MonthRange>& read, const Event& event);

/// The first month after a break whose value reads nothing from before it.
base::Month firstClear(const Series& series, const Event& event);

/// "SAAB replaced, 14 June 2019", as the reasons name an event; of a part, with its areas: "SAAB replaced in Ashby, 14
/// June 2019".
std::string eventNamed(const Event& event);

/// Marks with [b] every value of the group that reads over a break of it or of a part of it.
void markBreaks(const Series& series, GroupSeries& group);

}  // namespace boardpack::series
