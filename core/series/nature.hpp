#pragma once

#include <cstdint>
#include <string>

namespace boardpack::series {

/// Why a measure whose values are 1 or 0 has no statistics, a clause.
inline constexpr const char* kTruthReason = "its values are 1 or 0: whether something holds, and not how much";

/// What the values of a measure are, whatever the kind it was declared as: all that statistics, words and writers ask
/// of a kind. Filled once, when the script is resolved. As it stands here it is that of a count of rows.
struct Nature {
  /// What is counted to tell whether a value is of few things.
  enum class Behind : std::uint8_t {
    Value,        ///< the value itself, whatever its sign
    Denominator,  ///< the rows that it is of; of weighted ones the answers
    Answers,      ///< the answers alone: its denominator is an amount
    Numerator,    ///< what is above the line
    Parts,        ///< the smallest of what is behind the measures it reads
    Nothing       ///< not known
  };
  /// By which a change is told from chance.
  enum class Test : std::uint8_t { None, Counts, Sums, Shares };
  /// Of 95%, beside a value.
  enum class Interval : std::uint8_t { None, OfCount, OfRate, OfShare };
  /// The limits that areas stand between.
  enum class Funnel : std::uint8_t { None, OfShares, OfRates };

  /// Groups add up to the force and months to a window: counts, sums, and what only adds them.
  bool adds_up = true;
  bool is_count = true;          ///< rows counted: its smallest step is 1, and by chance alone it varies as Poisson's
  bool is_sum_of_rows = true;    ///< of rows, or of an amount of theirs: its numerator is the value itself
  bool is_rate = false;          ///< a count for each so many people or households
  bool is_proportion = false;    ///< things of those things, 0 to 100
  bool is_per_cent = false;      ///< of something, by its kind: of rows, an amount, people or events; a ratio never
  bool is_order = false;         ///< places in a list of states, which are no amounts
  bool is_from_rows = true;      ///< not from other measures' values and not from what people enter
  bool is_from_entries = false;  ///< from what people enter: under its own name, or states that are counted
  bool is_entered = false;       ///< people enter it under its own name

  /// Values are 1 where something holds and 0 where it does not: nothing varies about a level, so there are no limits,
  /// season, change of level, forecast or significance, and no change in per cent.
  bool is_truth = false;
  /// Neighbouring monthly values share months (a derive with :rolling or :mean): no limits and no signals.
  bool months_overlap = false;
  /// A longer period is taken to give a larger value, so only periods of one length are compared.
  bool grows_with_length = true;
  bool grows_with_days = true;   ///< a month of 31 days gives a larger value than one of 28
  bool has_mean_stretch = true;  ///< of a longer period, to set beside a shorter one: 2016 as its mean month

  bool has_base = false;       ///< its groups are as large as the base they are of, not as what is counted
  bool tells_unknown = false;  ///< how many rows were left out is said wherever it has a value, be it that none were

  Behind behind = Behind::Value;
  Test test = Test::Counts;
  std::string untested = {};  ///< why there is no test, a clause; "" of what is not a thing to test
  Interval interval = Interval::OfCount;
  Funnel funnel = Funnel::None;

  bool operator==(const Nature&) const = default;
};

}  // namespace boardpack::series
