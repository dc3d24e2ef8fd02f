#pragma once
#include "base/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace boardpack::measure {

/// The values of one group in their order, each with its month, so that the n-th of any stretch of months is found
/// without sorting again: blocks of values know how many of their rows lie before each month.
class OrderedValues {
 public:
  explicit OrderedValues(int months) : months_(static_cast<std::size_t>(months)) {}

  /// `rows` rows of one value in a month, counted from 0; values never fall from one call to the next.
  void add(base::Decimal value, int month, std::int64_t rows);
  /// Call once after the last.
  void finish();

  /// Rows of the months `first` to `last`.
  std::int64_t count(int first, int last) const;
  /// The value at a place among them, from 0 to count() - 1.
  base::Decimal at(int first, int last, std::int64_t place) const;
  /// Hyndman and Fan's type 7, as numpy, R and Excel's MEDIAN and PERCENTILE.INC have it: between the two values next
  /// to the place (count - 1) × quantile, in proportion. `quantile` counts to its fourth decimal; count() is not 0.
  double quantile(int first, int last, double quantile) const;

 private:
  std::int64_t inBlock(std::size_t block, int first, int last) const;

  std::size_t months_;
  std::vector<base::Decimal> values_;
  std::vector<std::uint16_t> month_;
  std::vector<std::int64_t> rows_;
  std::vector<std::int64_t> before_;  ///< [block × (months + 1) + month]: rows of the block in earlier months
};

}  // namespace boardpack::measure
