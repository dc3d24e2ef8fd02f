#pragma once
#include "measure/evaluation/ask/query_entries.hpp"
#include "measure/evaluation/ask/question.hpp"
#include "measure/evaluation/groups/tally.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace boardpack::measure {

/// The entries of a query as one question and breakdown see them: which count, in which group and month.
class EntryView {
 public:
  /// `names`: the group of each combination, "" of those that are in none that is asked for.
  EntryView(const Question& question, const std::vector<std::string>& names, Entries& entries, base::MonthRange months,
            const Gaps& gaps);

  /// Makes the months of a range one month, the first, and leaves all others out.
  void joinMonths(base::MonthRange range);

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

  /// The groups that an entry of some month falls into; those of unknown `where` where they are counted.
  std::vector<std::string> groupsThatOccur(bool counts_unknown_where) const;
  GroupTallies tallies(bool counts_unknown_where) const;

 private:
  void numberDays(const Gaps& gaps);
  bool isOut(std::size_t entry, bool counts_unknown_where) const {
    const Truth where = where_[table_.combination[entry]];
    return where == Truth::False || (where == Truth::Unknown && !counts_unknown_where) || month(entry) < 0;
  }

  const warehouse::EntryTable& table_;
  base::MonthRange months_;
  const std::vector<Truth>& where_;
  std::vector<std::string> names_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::uint32_t> group_;  ///< of each combination
  std::int32_t first_day_ = 0;
  std::vector<int> month_of_day_;
};

}  // namespace boardpack::measure
