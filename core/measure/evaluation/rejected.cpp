#include "measure/evaluation/rejected.hpp"

#include "series/breaks.hpp"
#include "series/window_months.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

using series::RejectedRows;
using series::Window;

constexpr const char* kCrimes = "crimes";

bool readsCrimes(const Question& question, const sdk::Table& table) {
  const std::vector<std::string> columns = question.columnsRead();
  return std::any_of(columns.begin(), columns.end(), [&](const std::string& name) {
    const sdk::Column* column = table.find(name);
    return column != nullptr && !column->inherited.empty();
  });
}

void add(RejectedRows& all, const warehouse::Rejected& rejected, const TableRead& read, base::MonthRange months) {
  const auto inside = std::count_if(rejected.months.begin(), rejected.months.end(),
                                    [&](base::Month month) { return months.contains(month); });
  const bool is_elsewhere = !rejected.months.empty() && inside == 0;
  if (read.by_default_date && is_elsewhere) {
    return;
  }
  const bool is_within = inside > 0 && static_cast<std::size_t>(inside) == rejected.months.size();
  all.rows += rejected.rows;
  all.is_at_most = all.is_at_most || !read.by_default_date || read.is_of_crimes || !rejected.is_certain || !is_within;
}

/// The months whose rows a value over `reported` is made of.
base::MonthRange monthsBehind(const series::Series& made, base::MonthRange reported) {
  base::MonthRange read = series::monthsRead(made, reported);
  if (made.as_at && read.last == made.months.back()) {
    read.last = std::max(read.last, base::Month::of(*made.as_at));
  }
  return read;
}

}  // namespace

void addTablesRead(const Prepared& prepared, const sdk::Force& force, TablesRead& tables) {
  for (const Question& question : prepared.questions) {
    const sdk::Table& table = tableOf(question.rows.table, force);
    const bool by_default_date = question.rows.date.empty() || question.rows.date == table.default_date;
    const auto [read, is_new] = tables.try_emplace(table.name, TableRead{.by_default_date = by_default_date});
    read->second.by_default_date = read->second.by_default_date && by_default_date;
    read->second.is_of_crimes = false;
    if (readsCrimes(question, table)) {
      tables.try_emplace(kCrimes, TableRead{.by_default_date = true, .is_of_crimes = true});
    }
  }
}

RejectedLedger::Table& RejectedLedger::table(const std::string& name) {
  const auto known = tables_.find(name);
  if (known != tables_.end()) {
    return known->second;
  }
  return tables_.emplace(name, Table{.rejected = warehouse_.rejected(name), .rows = {}}).first->second;
}

const std::map<base::Month, std::int64_t>& RejectedLedger::rowsOf(const std::string& name) {
  Table& own = table(name);
  if (own.rows) {
    return *own.rows;
  }
  own.rows.emplace();
  const std::string date = tableOf(name, force_).default_date;
  if (!date.empty()) {
    warehouse::GroupQuery query;
    query.table = name;
    query.date = date;
    query.months = months_;
    const warehouse::GroupTable counted = warehouse_.group(query);
    for (std::size_t i = 0; i < counted.size; ++i) {
      (*own.rows)[counted.month[i]] += counted.rows[i];
    }
  }
  return *own.rows;
}

RejectedRows RejectedLedger::over(const TablesRead& tables, base::MonthRange months) {
  const auto monthsOf = [&](const TableRead& read) {
    return read.is_of_crimes ? base::MonthRange{months.first - warehouse::kCrimeMonthsBefore, months.last} : months;
  };
  RejectedRows all;
  std::vector<std::string> counted;  // the tables whose rows the value is made of, and those that lost some
  for (const auto& [name, read] : tables) {
    const std::int64_t before = all.rows;
    for (const warehouse::Rejected& rejected : table(name).rejected) {
      add(all, rejected, read, monthsOf(read));
    }
    if (!read.is_of_crimes || all.rows > before) {
      counted.push_back(name);
    }
  }
  if (all.rows == 0) {
    return all;
  }
  for (const std::string& name : counted) {
    const base::MonthRange of_table = monthsOf(tables.at(name));
    for (const auto& [month, rows] : rowsOf(name)) {
      all.of += of_table.contains(month) ? rows : 0;
    }
  }
  all.of += all.rows;
  return all;
}

void addRejectedRows(series::Series& made, const TablesRead& tables, bool is_kept, RejectedLedger& ledger) {
  if (tables.empty() || !made.failure.empty() || made.groups.empty()) {
    return;
  }
  for (const Window window : series::kAllWindows) {
    const std::size_t values = made.force().in(window).size();
    std::vector<RejectedRows>& of_window = made.rejected[static_cast<std::size_t>(window)];
    of_window.clear();
    for (std::size_t i = 0; i < values && i < made.months.size(); ++i) {
      const std::optional<base::MonthRange> reported = series::monthsOf(made.info, made.waves, window, made.months[i]);
      // What was kept of an earlier month was made from the rows of its own day.
      const bool has_rows = reported && (!is_kept || i + 1 == made.months.size());
      of_window.push_back(has_rows ? ledger.over(tables, monthsBehind(made, *reported)) : RejectedRows{});
    }
  }
}

}  // namespace boardpack::measure
