#pragma once
#include "measure/evaluation/entry_plan.hpp"
#include "measure/evaluation/tally.hpp"
#include "series/series.hpp"

#include <memory>
#include <string>

namespace boardpack::measure {

/// The values of a measure that does not add up, by group.
class EntryValues {
 public:
  virtual ~EntryValues() = default;
  /// Over months that are all covered; `sum` is the group's tally over them. A group that no row fell into is known
  /// too.
  virtual series::Cell over(const std::string& group, base::MonthRange range, const Tally& sum) const = 0;
};

struct EntryAnswer {
  /// Of each group and month the rows whose value or key is known, as numerator and denominator, and those of which it
  /// is not: they add up, and say which groups there are.
  GroupTallies tallies;
  std::shared_ptr<const EntryValues> values;
};

/// The answer to a question of values or keys over the months that have no gap.
EntryAnswer entryAnswer(const MeasureDefinition& definition, const Question& question, const Breakdown& breakdown,
                        Entries& entries, base::MonthRange months, const Gaps& gaps, const Areas& areas,
                        Coverage& coverage);

}  // namespace boardpack::measure
