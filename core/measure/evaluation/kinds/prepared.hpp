#pragma once
#include "measure/evaluation/ask/coverage.hpp"
#include "measure/evaluation/ask/plan.hpp"
#include "measure/evaluation/groups/areas.hpp"
#include "measure/evaluation/groups/shared_groups.hpp"
#include "measure/evaluation/groups/tally.hpp"
#include "measure/evaluation/registers_applied.hpp"

#include <set>
#include <string>
#include <vector>

namespace boardpack::measure {

/// A measure made from rows, ready to be asked: its questions, and how each of them is broken down.
struct Prepared {
  const MeasureDefinition* definition = nullptr;
  AppliedInfo applied;
  std::vector<Question> questions;
  /// [breakdown][question], in the order of the definition's breakdowns and after them those that it shares with
  /// derived measures; the column may differ by table.
  std::vector<std::vector<Breakdown>> breakdowns;

  void ask(Plan& plan) const;
  /// The answers it is worked out from. After the plan has run.
  std::set<const Combinations*> answers(Plan& plan) const;
};

/// Throws sdk::Error(Script) when a part or breakdown cannot be.
Prepared prepare(const MeasureDefinition& definition, const MeasureSet& measures,
                 const std::vector<SharedGroups>& shared, const sdk::Force& force, const Areas& areas);

/// Whether the rows of some of its tables lie in areas.
bool liesInAreas(const Prepared& prepared, const sdk::Force& force);
/// The tables of its questions, in their order.
std::vector<std::string> tablesOf(const Prepared& prepared);

/// The gaps of all questions together, with the breakdown's column where there is one.
Gaps gapsOf(const Prepared& prepared, const std::vector<Breakdown>& breakdown, Coverage& coverage);

}  // namespace boardpack::measure
