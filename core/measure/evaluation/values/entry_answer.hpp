#pragma once
#include "measure/evaluation/ask/query_entries.hpp"
#include "measure/evaluation/ask/question.hpp"
#include "measure/evaluation/groups/tally.hpp"
#include "measure/evaluation/values/entry_values.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace boardpack::measure {

struct EntryAnswer {
  /// Of each group and month the rows whose value or key is known, as numerator and denominator, and those of which it
  /// is not: they add up, and say which groups there are.
  GroupTallies tallies;
  std::shared_ptr<const EntryValues> values;
};

/// A question of values or keys over the months that have no gap.
struct EntryAsked {
  const MeasureDefinition& definition;
  const Question& question;
  Entries& entries;
  base::MonthRange months;
  const Gaps& gaps;
};

/// Its answer; `names` are the group of each combination, "" of those in none that is asked for.
EntryAnswer entryAnswer(const EntryAsked& asked, const std::vector<std::string>& names, Coverage& coverage);
/// How many groups entries of any month fall into.
std::size_t entryGroups(const EntryAsked& asked, const std::vector<std::string>& names);
/// How large each of them is over a stretch of months: different keys or repeats where those are counted, else the rows
/// (or keys) that the value is taken of.
std::map<std::string, base::Decimal> entrySizes(const EntryAsked& asked, const std::vector<std::string>& names,
                                                base::MonthRange over);

}  // namespace boardpack::measure
