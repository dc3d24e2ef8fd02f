#include "measure/evaluation/ask/coverage.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace boardpack::measure {
const std::set<base::Month>& Coverage::coveredMonths(const std::string& table) {
  const std::lock_guard lock(mutex_);
  const auto known = covered_.find(table);
  if (known != covered_.end()) {
    return known->second;
  }
  const std::vector<base::Month> months = warehouse_.coveredMonths(table);
  return covered_.emplace(table, std::set<base::Month>(months.begin(), months.end())).first->second;
}

Gaps Coverage::gapsOver(base::MonthRange months, const std::string& table, const std::vector<std::string>& columns) {
  const std::set<base::Month>& covered = coveredMonths(table);
  Gaps gaps;
  for (base::Month month = months.first; month <= months.last; month = month + 1) {
    std::optional<Gap>& gap = gaps.emplace_back();
    if (!covered.contains(month)) {
      gap = Gap{table, ""};
      continue;
    }
    for (const std::string& column : columns) {
      if (!warehouse_.fills(table, column, month)) {
        gap = Gap{table, column};
        break;
      }
    }
  }
  return gaps;
}

std::optional<base::Month> Coverage::firstCovered(const std::string& table, base::Month from) {
  const std::set<base::Month>& covered = coveredMonths(table);
  const auto found = covered.lower_bound(from);
  return found == covered.end() || months_.last < *found ? std::nullopt : std::optional<base::Month>(*found);
}

bool Coverage::isComplete(const std::vector<std::string>& tables, base::Month month) const {
  return std::all_of(tables.begin(), tables.end(),
                     [&](const std::string& table) { return warehouse_.isComplete(table, month); });
}

std::optional<base::Month> Coverage::earliest(const std::string& table) {
  const std::set<base::Month>& covered = coveredMonths(table);
  return covered.empty() ? std::nullopt : std::optional<base::Month>(*covered.begin());
}

base::MonthRange shownMonths(const std::vector<std::string>& tables, Coverage& coverage, base::Month first_shown,
                             base::Month last) {
  base::Month first = last;
  for (const std::string& table : tables) {
    if (const std::optional<base::Month> covered = coverage.firstCovered(table, first_shown)) {
      first = std::min(first, *covered);
    }
  }
  return {first, last};
}

Gaps joined(Gaps a, const Gaps& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!a[i]) {
      a[i] = b[i];
    }
  }
  return a;
}

namespace {

/// " of the crimes …" for a column that a row has from its crime.
std::string ofCrimes(const Gap& gap) {
  const sdk::Table* table = sdk::findTable(gap.table);
  const sdk::Column* column = table == nullptr ? nullptr : table->find(gap.column);
  return column == nullptr || column->inherited.empty()
             ? ""
             : " of the crimes of each month and the " + std::to_string(warehouse::kCrimeMonthsBefore) + " before it";
}

}  // namespace

std::string gapsInWords(const Gaps& gaps, base::Month first, bool name_table) {
  std::map<Gap, std::vector<base::Month>> months;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (gaps[i]) {
      months[*gaps[i]].push_back(first + static_cast<int>(i));
    }
  }
  std::vector<std::string> clauses;
  for (const auto& [gap, missing] : months) {
    const std::string of_table = name_table ? " of " + gap.table : "";
    clauses.push_back(gap.column.empty()
                          ? "no extract" + of_table + " covers " + base::monthsInWords(missing)
                          : "the extracts" + of_table + (name_table ? " for " : " of ") + base::monthsInWords(missing) +
                                " do not give '" + gap.column + "'" + ofCrimes(gap));
  }
  return base::join(clauses, "; ");
}

}  // namespace boardpack::measure
