#include "measure/definition/kinds.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

using series::Nature;

// The fields of a nature that a kind decides differently from a count of rows, in the order of the struct.

Nature sum() {
  Nature nature;
  nature.is_count = false;
  nature.test = Nature::Test::Sums;
  nature.interval = Nature::Interval::None;
  return nature;
}

/// What does not add up and is not tested.
Nature alone(Nature::Behind behind, const char* untested) {
  Nature nature = sum();
  nature.adds_up = false;
  nature.is_sum_of_rows = false;
  nature.grows_with_days = false;
  nature.has_mean_stretch = false;
  nature.behind = behind;
  nature.test = Nature::Test::None;
  nature.untested = untested;
  return nature;
}

/// Above a line and below it, so that the length of a period does not matter.
Nature divided(Nature::Behind behind, const char* untested) {
  Nature nature = alone(behind, untested);
  nature.grows_with_length = false;
  nature.has_base = true;
  return nature;
}

Nature mean() {
  Nature nature = divided(Nature::Behind::Denominator, "a mean is not tested");
  nature.tells_unknown = true;
  return nature;
}

Nature share() {
  Nature nature = divided(Nature::Behind::Denominator, "");
  nature.is_proportion = true;
  nature.is_per_cent = true;
  nature.tells_unknown = true;
  nature.test = Nature::Test::Shares;
  nature.interval = Nature::Interval::OfShare;
  nature.funnel = Nature::Funnel::OfShares;
  return nature;
}

Nature shareOf() {
  Nature nature = divided(Nature::Behind::Answers, "a share of an amount is not tested");
  nature.is_per_cent = true;
  return nature;
}

Nature rate() {
  Nature nature = alone(Nature::Behind::Numerator, "");
  nature.is_rate = true;
  nature.grows_with_days = true;
  nature.has_mean_stretch = true;
  nature.test = Nature::Test::Counts;
  nature.interval = Nature::Interval::OfRate;
  nature.funnel = Nature::Funnel::OfRates;
  return nature;
}

Nature derived() {
  Nature nature = alone(Nature::Behind::Parts, "a derived measure that does not add up is not tested");
  nature.is_from_rows = false;
  return nature;
}

Nature entered() {
  Nature nature = alone(Nature::Behind::Nothing, "");
  nature.is_from_rows = false;
  nature.is_from_entries = true;
  nature.is_entered = true;
  return nature;
}

Nature keys() {
  return alone(Nature::Behind::Value, "people or places that come again are not tested: their months do not add up");
}

}  // namespace

const std::vector<KindRow>& kinds() {
  static constexpr const char* kMostRows = "groups with the most rows in the latest 12 months";
  static const std::vector<KindRow> rows = {
      {.kind = MeasureKind::Count, .key = "count", .nature = {}},
      {.kind = MeasureKind::Sum, .key = "sum", .nature = sum()},
      {.kind = MeasureKind::Mean, .key = "mean", .nature = mean(), .is_ratio_of_sums = true},
      {.kind = MeasureKind::Share, .key = "share", .nature = share(), .is_ratio_of_sums = true},
      {.kind = MeasureKind::Rate, .key = "rate", .nature = rate(), .is_ratio_of_sums = true},
      {.kind = MeasureKind::Ratio,
       .key = "ratio",
       .nature = divided(Nature::Behind::Numerator, "a ratio that is no proportion is not tested"),
       .is_ratio_of_sums = true},
      {.kind = MeasureKind::Derive,
       .key = "derive",
       .nature = derived(),
       .largest = "groups that are largest, in the latest 12 months, of the measure it names first"},
      {.kind = MeasureKind::Percentile,
       .key = "median",
       .nature = divided(Nature::Behind::Denominator, "a median is not tested"),
       .largest = kMostRows},
      {.kind = MeasureKind::Percentile,
       .key = "percentile",
       .nature = divided(Nature::Behind::Denominator, "a percentile is not tested"),
       .largest = kMostRows},
      {.kind = MeasureKind::ShareOf, .key = "share_of", .nature = shareOf(), .is_ratio_of_sums = true},
      {.kind = MeasureKind::Distinct, .key = "distinct", .nature = keys()},
      {.kind = MeasureKind::Repeats, .key = "repeats", .nature = keys()},
      {.kind = MeasureKind::Snapshot,
       .key = "snapshot",
       .nature = alone(Nature::Behind::Value, "what stands at a date is not tested"),
       .stands_at_a_date = true,
       .largest = "groups of which most stands at the latest date"},
      {.kind = MeasureKind::State, .key = "state", .nature = entered()},
      {.kind = MeasureKind::Figure, .key = "figure", .nature = entered(), .stands_at_a_date = true},
  };
  return rows;
}

const KindRow& kindOf(std::string_view key) {
  return *std::find_if(kinds().begin(), kinds().end(), [&](const KindRow& row) { return row.key == key; });
}

}  // namespace boardpack::measure
