#pragma once
#include "measure/evaluation/ask/coverage.hpp"
#include "measure/evaluation/ask/plan.hpp"
#include "measure/evaluation/groups/areas.hpp"
#include "measure/evaluation/groups/grouping.hpp"
#include "measure/evaluation/groups/population.hpp"
#include "measure/evaluation/groups/shared_groups.hpp"
#include "measure/evaluation/groups/tally.hpp"
#include "measure/evaluation/registers_applied.hpp"
#include "series/series.hpp"

#include <set>
#include <vector>

namespace boardpack::measure {

/// A measure made from rows, ready to be asked: its questions, and how each of them is broken down.
struct Prepared {
  const MeasureDefinition* definition = nullptr;
  Told told;
  std::vector<Question> questions;
  /// [breakdown][question], in the order of the definition's breakdowns and after them those that it is told by for
  /// derived measures; the column may differ by table.
  std::vector<std::vector<Breakdown>> breakdowns;

  void ask(Plan& plan) const;
  /// The answers it is worked out from. After the plan has run.
  std::set<const Combinations*> answers(Plan& plan) const;
};

/// Throws sdk::Error(Script) when a part or breakdown cannot be.
Prepared prepare(const MeasureDefinition& definition, const MeasureSet& measures, const std::vector<Led>& led,
                 const sdk::Force& force, const Areas& areas);

/// The month that a measure is told for: its own, or the last asked for.
base::Month monthTold(const Prepared& prepared, Coverage& coverage, base::MonthRange months, base::Month first_shown,
                      const sdk::Date& as_of);

/// What assembling needs besides the measure.
struct Sources {
  Plan& plan;
  Coverage& coverage;
  const Areas& areas;
  const Population* population = nullptr;  ///< of the measures that are rates
  base::MonthRange months;                 ///< asked of the warehouse: the shown ones and what windows need before them
  base::Month first_shown;                 ///< the first month that may be shown
  const LargestOfLed* largest = nullptr;   ///< of the breakdowns by the largest groups of another measure
  sdk::Date as_of;                         ///< the pack's day: what was due before it is overdue
};

/// The series of a prepared measure, every window filled. Throws sdk::Error when it cannot be made.
series::Series assemble(const Prepared& prepared, const Sources& sources);

/// Whether the rows of some of its tables lie in areas.
bool liesInAreas(const Prepared& prepared, const sdk::Force& force);
/// The tables of its questions, in their order.
std::vector<std::string> tablesOf(const Prepared& prepared);

/// The gaps of all questions together, with the breakdown's column where there is one.
Gaps gapsOf(const Prepared& prepared, const std::vector<Breakdown>& breakdown, Coverage& coverage);

/// The windows that a measure is made for: its own, and the three that every measure has, since a derived one may read
/// them.
std::vector<series::Window> windowsMade(const series::MeasureInfo& info);

/// The months a measure over these tables shows.
base::MonthRange shownMonths(const std::vector<std::string>& tables, Coverage& coverage, base::Month first_shown,
                             base::Month last);

}  // namespace boardpack::measure
