#pragma once
#include "measure/evaluation/groups/grouping.hpp"
#include "measure/evaluation/kinds/prepared.hpp"
#include "measure/evaluation/kinds/series_sources.hpp"
#include "measure/evaluation/values/entry_answer.hpp"

#include <vector>

namespace boardpack::measure {

/// The answer to a prepared measure for the force: tallies, and for what does not add up the values beside them.
EntryAnswer forceAnswer(const Prepared& prepared, const Gaps& gaps, const Sources& sources);

/// The groups that a breakdown shows, with the answers that their values are made from.
struct GroupedAnswer {
  std::vector<Group> groups;
  /// [levelOf(group) - 1]: by the names of the groups as shown. What adds up is added up of the rows' own groups; what
  /// does not is made from all rows of a group itself.
  std::vector<EntryAnswer> levels;
};

/// The largest groups of a breakdown with a `top`.
Largest largestGroups(const Prepared& prepared, const std::vector<Breakdown>& breakdown, const Gaps& gaps,
                      base::Month reported, const Sources& sources);

/// `reported`: the month that the measure is reported for; the largest groups are those of the 12 months to it.
/// Throws TooManyGroups when the groups are more than can be shown.
GroupedAnswer groupedAnswer(const Prepared& prepared, const std::vector<Breakdown>& breakdown, const Gaps& gaps,
                            base::Month reported, const Sources& sources);

}  // namespace boardpack::measure
