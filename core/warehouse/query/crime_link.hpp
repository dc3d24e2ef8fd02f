#pragma once
#include "warehouse/engine/duckdb_engine.hpp"
#include "warehouse/query/counted_table.hpp"
#include "warehouse/warehouse.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace boardpack::warehouse {

/// Gives rows that carry a crime's identifier the columns of that crime. Nothing is joined until a query reads such a
/// column; then the table is joined once and kept, since several queries read it.
///
/// A crime is known by its identifier. Where rows of `crimes` share one, a column on which all of them that know it
/// agree has that value, and one on which they contradict each other is unknown. A row whose crime is not among the
/// rows that count, or that has no identifier, has unknown columns; it is never left out.
class CrimeLink {
 public:
  /// Both must outlive it.
  CrimeLink(Connection& connection, const std::map<std::string, CountedTable>& tables);

  /// The view, quoted, to be asked for the columns of a table.
  std::string sourceOf(const std::string& table, const std::vector<std::string>& columns);
  /// Whether a column is there for a month; of one that the row's crime gives: the extracts of that month give the
  /// identifier, and those of the crimes of the same month and of kCrimeMonthsBefore before it give the column. Older
  /// crimes that no extract covers are unknown, and counted as such.
  bool fills(const sdk::Table& table, const std::string& column, base::Month month) const;
  /// Whether some counted extract gives it.
  bool fillsEver(const sdk::Table& table, const std::string& column) const;
  /// Of the tables joined so far, by name.
  std::vector<Inherited> inherited();

 private:
  bool needsCrimes(const CountedTable& table, const std::vector<std::string>& columns) const;
  void join(const CountedTable& table);
  void gatherCrimes();

  Connection& connection_;
  const std::map<std::string, CountedTable>& tables_;
  std::set<std::string> joined_;
  bool is_gathered_ = false;
};

}  // namespace boardpack::warehouse
