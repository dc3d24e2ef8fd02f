#pragma once
#include "expression/expression.hpp"
#include "measure/definition/formula.hpp"
#include "measure/definition/kinds.hpp"
#include "series/measure_info.hpp"
#include "series/series.hpp"

#include <optional>
#include <string>
#include <vector>

namespace boardpack::measure {

/// Rows of one table that are counted, or whose column is added up.
struct RowSet {
  std::string table;
  std::string date;         ///< column whose month the row belongs to
  expression::Tree where;   ///< nullptr: every row
  expression::Tree amount;  ///< nullptr: count the rows; else the Number added up
};

/// What a definition computes for one group and month or window:
///   Count, Sum       rows.amount added up
///   Mean             sum of rows.amount over the rows where it is known
///   Share            rows where `met` holds, of those where it (and `of`) is known; see `unknown_counts_as_no`
///   Rate             rows per `per` people or households
///   Ratio            top over bottom: measures by name, or row sets written in place
///   Derive           `formula` over other measures' values
///   Percentile       of rows.amount over the rows where it is known: at `quantile`
///   ShareOf          sum of rows.amount over the rows where `met` holds, of that over those where it is known
///   Distinct         different values of `key`
///   Repeats          see `repeats`
///   Snapshot         `rows` (a count, or rows.amount added up) as they stand at a date; see `snapshot`
///   State, Figure    entered in the registers
/// Percentile, Distinct and Repeats do not add up: a window's value is made from the whole window's rows.
struct MeasureDefinition {
  MeasureKind kind = MeasureKind::Count;
  series::MeasureInfo info;
  bool says_decimals = false;  ///< those of `info` are written, not what is usual
  RowSet rows;
  expression::Tree met;  ///< of a share
  expression::Tree of;   ///< of a share: the base, within `where`; nullptr: all rows
  bool unknown_counts_as_no = false;
  /// Of a share or mean of answers: the Number column that says how much a row counts; nullptr: each counts 1.
  expression::Tree weight;
  /// Where the weights of a share or mean, or the amounts of a sum, are kept by hand: rows count by the weight that the
  /// set of this name gives their group. `weight` or `rows.amount` has them as a case of the column.
  struct WeightSet {
    std::string name;
    std::string by;  ///< a column of texts
  };
  std::optional<WeightSet> weight_set;
  std::optional<double> quantile;  ///< of a percentile: 0 to 1; nothing: the median, and called so
  std::string key;                 ///< of a distinct: the column

  /// Who comes again. An event is a row of `rows`. Its place is how many events of its key there are in the `within`
  /// months that end with its own day, itself and those before it on that day with them, in the whole force; it is a
  /// repeat when its place is `min` or more. Of a window:
  ///   keys      those with a repeat in it; with `exactly` those whose highest place in it is that number; with
  ///             `first_time` those with a first repeat in it
  ///   events    the repeats in it; with `exactly` those of that place; with `first_time` the first repeats
  /// A repeat is a first one when no earlier event of its key in the `within` months that end with its day was a
  /// repeat. Whether those were is told by the `within` months before each, so twice as many months must be known.
  struct Repeats {
    static constexpr int kEver = 0;  ///< as far back as there is data
    std::string who;                 ///< the key column
    int within = 12;                 ///< months, or kEver
    int min = 2;
    std::optional<int> exactly = {};
    bool first_time = false;
    bool counts_events = false;  ///< count rows, not keys
    bool as_share = false;       ///< of all keys (or events) of the window, in per cent
    bool of_repeats = false;     ///< the share is of the keys with a repeat (or of the repeats) in the window

    /// How many times `within` months before an event must be known.
    int lookBacks() const { return first_time ? 2 : 1; }
  };
  std::optional<Repeats> repeats;

  /// What stands at a date. `table` rows that carry a date of their own (`as_at`) give it for every month; for others
  /// the state is that of the day of extraction and is kept month by month, since the past cannot be rebuilt from
  /// today's rows.
  struct Snapshot {
    enum class Over { Last, Mean, Lowest, Highest };
    Over over = Over::Last;    ///< within a window: mean of each month's last value, lowest and highest of every day's
    bool until_board = false;  ///< the latest up to the board's day, with its own date; else up to the month's end
    bool is_kept = false;      ///< rows without a date of their own: kept month by month
  };
  std::optional<Snapshot> snapshot;

  /// Of a State that looks at another one: how many of its groups are at `state`, or the share of them at `state` or
  /// better.
  struct OfStates {
    std::string measure;
    std::string state;
    bool is_share = false;
  };
  std::optional<OfStates> of_states;

  double per = 1;               ///< of a rate or ratio
  std::string population_kind;  ///< of a rate: "people" or "households"

  struct Part {
    std::string measure;         ///< name of another measure, or
    std::optional<RowSet> rows;  ///< rows of its own
  };
  Part top, bottom;                    ///< of a ratio
  bool top_is_part_of_bottom = false;  ///< said by the script: then a ratio is a proportion

  /// Of a derive: the measures it reads, and what its function does with their values, as recorded when the script
  /// was loaded.
  std::vector<std::string> reads;
  Formula formula;

  /// Of a common script: computed only when a pillar lists it or another measure reads it.
  bool offered = false;

  /// Everything that decides its values, as text: equal text, equal figures.
  std::string canonicalText() const;
};

/// The word that it is declared with, and what holds of all that are.
const KindRow& rowOf(const MeasureDefinition& definition);

/// A pillar as the scripts fill it: which measures it shows, in what order.
struct PillarDefinition {
  std::string id;
  std::string title;  ///< the plugin's, unless the workspace declares a pillar of its own
  std::vector<std::string> measures;
  std::string script;
};

/// What a workspace changed of what is installed, without editing it.
struct Amendment {
  enum class What { Overridden, Replaced, Extended, SwitchedOff };
  What what = What::Overridden;
  std::string subject;            ///< "measure", "pillar", "paper"
  std::string name;               ///< of what is changed
  std::vector<std::string> keys;  ///< of an overridden or extended one, as written: "target", "by"
  std::string place;              ///< of the change: "workspace/own.lua:3"
  std::string over;               ///< of what it changes: "cleveland/safer.lua:12"; "" where no script declares it
};
/// "overridden", "replaced", "extended", "switched off".
const char* amendmentWord(Amendment::What what);

/// A measure of a common script that asks what the force's extracts never hold, and that no pillar lists.
struct LeftOut {
  std::string name;
  std::string place;  ///< "common/crime.lua:12"
  std::string why;    ///< a sentence or more
};

/// All that a run's scripts declare.
struct MeasureSet {
  std::vector<MeasureDefinition> measures;  ///< in order of declaration
  std::vector<PillarDefinition> pillars;    ///< in the order of the plan
  std::vector<Amendment> amendments = {};   ///< in order of their place
  std::vector<LeftOut> left_out = {};       ///< in order of declaration

  const MeasureDefinition* find(const std::string& name) const;
};

/// The measure in English, one or two sentences, as `explain` begins.
std::string sentenceOf(const MeasureDefinition& definition, const sdk::Table* table);

}  // namespace boardpack::measure
