#pragma once
#include "expression/expression.hpp"
#include "warehouse/warehouse.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace boardpack::measure {

enum class Truth : std::int8_t { False, True, Unknown };

/// The answer to one group query, with its distinct combinations of column values apart from its rows: a month's row of
/// the same values has the same combination, and a condition is evaluated once for each set of values that it reads.
class Combinations {
 public:
  Combinations(const warehouse::GroupQuery& query, warehouse::GroupTable table);

  const warehouse::GroupTable& table() const { return table_; }
  /// Of each row of the table.
  const std::vector<std::uint32_t>& combinationOfRow() const { return of_row_; }
  std::size_t size() const { return first_row_.size(); }

  /// The truth of a condition in each combination; nullptr is true in all. Valid as long as this object. Of several
  /// threads, each may ask.
  const std::vector<Truth>& truthOf(const expression::Tree& condition);
  /// The text of a column in each combination: index into table().texts, -1 for unknown.
  std::vector<int> textsOf(const std::string& column) const;
  std::size_t amountIndex(const expression::Tree& amount) const;

 private:
  std::vector<Truth> evaluated(const expression::Tree& condition) const;

  warehouse::GroupTable table_;
  std::map<std::string, std::size_t, std::less<>> key_index_;  ///< column name, or an atom's print
  std::map<std::string, std::size_t> amount_index_;
  std::vector<std::uint32_t> of_row_;
  std::vector<std::uint32_t> first_row_;
  std::mutex truths_mutex_;
  std::map<std::string, std::vector<Truth>> truths_;
};

}  // namespace boardpack::measure
