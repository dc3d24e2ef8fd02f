#pragma once
#include "series/nature.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace boardpack::measure {

/// What a measure works out. Later stages ask its series::Nature instead.
enum class MeasureKind : std::uint8_t {
  Count,
  Sum,
  Mean,
  Share,
  Rate,
  Ratio,
  Derive,
  Percentile,  ///< and median
  ShareOf,     ///< share of an amount
  Distinct,    ///< people or places, each once
  Repeats,     ///< people or places that come again
  Snapshot,    ///< what stands at a date
  State,       ///< one of an ordered list
  Figure       ///< entered by hand
};

/// A word of the language that asks for a kind, and all that holds of the measures declared by it.
struct KindRow {
  MeasureKind kind;
  const char* key;        ///< "count", "share_of": in scripts, messages and canonical text
  series::Nature nature;  ///< before its other keys decide more: see natureOf()
  /// Of several months it is a ratio of their sums.
  bool is_ratio_of_sums = false;
  /// A value is of a day, or as good as: months of it have a mean and no sum.
  bool stands_at_a_date = false;
  /// What `top` keeps, after "the 10".
  const char* largest = "largest groups of the latest 12 months";
};

/// In the order in which messages list their keys. Two words ask for a percentile.
const std::vector<KindRow>& kinds();
/// Of one of their keys.
const KindRow& kindOf(std::string_view key);

}  // namespace boardpack::measure
