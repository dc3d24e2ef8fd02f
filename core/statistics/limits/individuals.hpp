#pragma once
#include "series/analysis.hpp"
#include "statistics/xmr_rules.hpp"

#include <optional>
#include <span>
#include <string>

namespace boardpack::statistics {

struct XmrOptions {
  bool screen_moving_ranges = true;
  series::Better better = series::Better::Neither;
};

/// What the limits of one stretch are made from.
struct Process {
  bool available = false;
  std::string reason;  ///< when it is not
  series::Symbol symbol = series::Symbol::None;
  std::size_t points = 0;     ///< values
  bool no_variation = false;  ///< all equal
  double mean = 0;
  double moving_range = 0;  ///< mean, after screening where that is asked for
};

/// Mean and mean moving range of values; a gap (nothing) breaks moving ranges. Not available, with a reason, when no
/// two neighbours have values, or when most neighbours are equal although the series varies.
Process processOf(std::span<const std::optional<double>> values, bool screen_moving_ranges);

/// Why limits have no meaning for a stretch with these moving ranges, a clause; "" when they have one. Where more than
/// half of the ranges are 0 the usual ups and downs are smaller than what the measure tells apart: the limits would
/// rest on the few steps between level months, however large, and mark month after month on either side of them.
std::string tooLevelFor(std::span<const double> ranges);

/// The mean of moving ranges, some of which are not 0: screened, those not below kScreenFactor times it are left out
/// once.
double meanMovingRange(std::span<const double> ranges, bool screened);

/// Limits and special causes of monthly values; a gap (nothing) breaks moving ranges, runs and trends. Needs a value;
/// the caller decides whether there are enough. `classes` has one entry a value. Not available, with a reason, when no
/// two neighbours have values, or when most neighbours are equal although the series varies.
series::Limits xmr(std::span<const std::optional<double>> values, const XmrOptions& options);

/// What the limits promise of a target: REFERENCE 3.1 rule 12. A target on a limit is hit and miss; none without
/// limits, without a target, or when neither way is better.
series::Assurance assurance(const series::Limits& limits, const std::optional<double>& target, series::Better better);

}  // namespace boardpack::statistics
