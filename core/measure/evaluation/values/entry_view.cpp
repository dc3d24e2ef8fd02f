#include "measure/evaluation/values/entry_view.hpp"

#include <algorithm>

namespace boardpack::measure {

EntryView::EntryView(const Question& question, const std::vector<std::string>& names, Entries& entries,
                     base::MonthRange months, const Gaps& gaps)
    : table_(entries.table), months_(months), where_(entries.combinations.truthOf(question.rows.where)) {
  for (const std::string& name : names) {
    const auto [number, is_new] = numbers_.emplace(name, names_.size());
    if (is_new) {
      names_.push_back(name);
    }
    group_.push_back(static_cast<std::uint32_t>(number->second));
  }
  numberDays(gaps);
}

void EntryView::numberDays(const Gaps& gaps) {
  if (table_.day.empty()) {
    return;
  }
  const auto [first, last] = std::minmax_element(table_.day.begin(), table_.day.end());
  first_day_ = *first;
  month_of_day_.assign(static_cast<std::size_t>(*last - *first) + 1, -1);
  for (base::Month month = months_.first; month <= months_.last; month = month + 1) {
    const int number = month - months_.first;
    if (gaps[static_cast<std::size_t>(number)]) {
      continue;
    }
    const long end = std::min<long>(base::daysSinceEpoch(month.lastDay()), *last);
    for (long day = std::max<long>(base::daysSinceEpoch(month.firstDay()), *first); day <= end; ++day) {
      month_of_day_[static_cast<std::size_t>(day - *first)] = number;
    }
  }
}

void EntryView::joinMonths(base::MonthRange range) {
  const int first = range.first - months_.first;
  const int last = range.last - months_.first;
  for (int& month : month_of_day_) {
    month = month >= 0 && first <= month && month <= last ? 0 : -1;
  }
  months_ = {range.first, range.first};
}

std::vector<std::string> EntryView::groupsThatOccur(bool counts_unknown_where) const {
  std::vector<bool> occurs(groups());
  for (std::size_t i = 0; i < table_.size(); ++i) {
    if (!isOut(i, counts_unknown_where)) {
      occurs[group(i)] = true;
    }
  }
  std::vector<std::string> found;
  for (std::size_t group = 0; group < groups(); ++group) {
    if (occurs[group]) {
      found.push_back(names_[group]);
    }
  }
  return found;
}

GroupTallies EntryView::tallies(bool counts_unknown_where) const {
  const auto count = static_cast<std::size_t>(months_.count());
  std::vector<std::int64_t> known(groups() * count);
  std::vector<std::int64_t> unknown(groups() * count);
  std::vector<bool> occurs(groups());
  for (std::size_t i = 0; i < table_.size(); ++i) {
    if (isOut(i, counts_unknown_where)) {
      continue;
    }
    const Truth where = where_[table_.combination[i]];
    const std::size_t at = group(i) * count + static_cast<std::size_t>(month(i));
    (where == Truth::True && i < table_.known ? known : unknown)[at] += table_.rows[i];
    occurs[group(i)] = true;
  }
  GroupTallies tallies;
  for (std::size_t group = 0; group < groups(); ++group) {
    if (!occurs[group]) {
      continue;
    }
    MonthlyTallies& monthly = tallies[names_[group]];
    for (std::size_t at = group * count; at < (group + 1) * count; ++at) {
      const base::Decimal rows = base::Decimal::fromCount(known[at]);
      monthly.push_back({.numerator = rows, .denominator = rows, .unknown = unknown[at]});
    }
  }
  return tallies;
}

}  // namespace boardpack::measure
