#pragma once
#include "measure/evaluation/entry_plan.hpp"
#include "measure/evaluation/tally.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The entries of a query as one question and breakdown see them: which count, in which group and month.
class EntryView {
 public:
  EntryView(const Question& question, const Breakdown& breakdown, Entries& entries, base::MonthRange months,
            const Gaps& gaps, const Areas& areas);

  const warehouse::EntryTable& table() const { return table_; }
  base::Month firstMonth() const { return months_.first; }
  int months() const { return months_.count(); }
  std::size_t groups() const { return names_.size(); }
  const std::map<std::string, std::size_t>& numbers() const { return numbers_; }

  /// Whether `where` holds of the entry.
  bool counts(std::size_t entry) const { return where_[table_.combination[entry]] == Truth::True; }
  std::size_t group(std::size_t entry) const { return group_[table_.combination[entry]]; }
  /// Counted from the first of the months asked for; -1 before it and in a month with a gap.
  int month(std::size_t entry) const { return month_of_day_[static_cast<std::size_t>(table_.day[entry] - first_day_)]; }

  GroupTallies tallies(bool counts_unknown_where) const;

 private:
  void numberDays(const Gaps& gaps);

  const warehouse::EntryTable& table_;
  base::MonthRange months_;
  std::vector<Truth> where_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::uint32_t> group_;  ///< of each combination
  std::int32_t first_day_ = 0;
  std::vector<int> month_of_day_;
};

}  // namespace boardpack::measure
