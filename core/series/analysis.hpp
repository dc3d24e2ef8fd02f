#pragma once
#include "series/series.hpp"

#include <string>
#include <vector>

namespace boardpack::series {

/// What the statistics say of a series: values only. statistics/ makes them; writers read them.

enum class Reference { PreviousMonth, SameMonthLastYear, PreviousMrt, PreviousYtd };
/// "previous_month", "same_month_last_year", "previous_mrt", "previous_ytd".
const char* referenceName(Reference reference);

/// The latest value of a window against an earlier one. The change of a share is in its own unit (percentage
/// points) and its per cent is [z].
struct Comparison {
  Window window = Window::Month;
  Reference reference = Reference::PreviousMonth;
  base::Month reference_period;
  Cell before;
  Cell change;
  Cell change_percent;  ///< in per cent: -2.4
};

/// The rule of a control chart that a point meets; REFERENCE 3.1 names them A to D. By precedence, A first.
enum class SpecialCause { None, Outside, Trend, TwoInThree, Shift };
enum class Side { None, High, Low };
/// What a special cause means: follows from its side and from which way is better.
enum class Variation { Unknown, CommonCause, Improvement, Concern, NeutralHigh, NeutralLow };

struct PointClass {
  bool outside = false, trend = false, two_in_three = false, shift = false;  ///< every rule it meets
  SpecialCause cause = SpecialCause::None;                                   ///< the first by precedence
  Side side = Side::None;                                                    ///< of a trend: its direction
  Variation variation = Variation::CommonCause;
};

/// Limits of an XmR chart over monthly values, or the reason there are none.
struct Limits {
  bool available = false;
  std::string reason;            ///< when there are none: "fewer than 12 months"
  Symbol symbol = Symbol::None;  ///< when there are none: what stands for them in figures.csv
  std::string rule_set;          ///< named in every output
  std::size_t first = 0;         ///< index in Series::months of the first point used
  std::size_t points = 0;        ///< months with a value; the span, gaps included, is classes.size()
  bool no_variation = false;     ///< all values equal: limits are the centre, and no signals
  double mean = 0, moving_range = 0, lower = 0, upper = 0, near_lower = 0, near_upper = 0;
  std::vector<PointClass> classes;  ///< of each month from `first`; months without a value have none

  /// The class of a month by its index in Series::months; nullptr outside the limits' span.
  const PointClass* classAt(std::size_t month_index) const;
};

/// The rule and side of a point as figures.csv has it: 0 none, 1 outside, 2 trend, 3 two in three, 4 shift; negative on
/// the low side (of a trend: falling).
int specialCauseCode(const PointClass& point);

enum class Assurance { None, ConsistentlyPassing, ConsistentlyFailing, HitAndMiss };

struct GroupAnalysis {
  std::vector<Comparison> comparisons;  ///< of the pack's month
  Limits limits;
  Variation variation = Variation::Unknown;  ///< of the latest month
  Assurance assurance = Assurance::None;

  const Comparison* find(Window window, Reference reference) const;
};

/// A series and what is said of each of its groups, in the same order.
struct Analysed {
  Series series;
  std::vector<GroupAnalysis> groups;

  const GroupAnalysis& force() const { return groups.front(); }
};

}  // namespace boardpack::series
