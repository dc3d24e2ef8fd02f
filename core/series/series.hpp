#pragma once
#include "base/month.hpp"
#include "series/measure_info.hpp"
#include "series/register.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::series {

/// Shorthand of the Government Statistical Service for a value that is not a number, or is one with a mark.
enum class Symbol : std::uint8_t {
  None,
  NotAvailable,   ///< [x]: not covered by any extract, or needs history that is not there
  NotApplicable,  ///< [z]: has no meaning (a change from a base of 0)
  Failed          ///< the measure failed; never read as "not available"
};
/// "[x]", "[z]", "[failed]", or "".
const char* symbolText(Symbol symbol);

/// Marks of a value that is there: shorthand that stands beside it.
enum class Mark : std::uint8_t {
  Provisional = 1,    ///< [p]: the feed is not complete for the period, or the figure still settles
  Revised = 2,        ///< [r]: differs from what was published
  Break = 4,          ///< [b]: an event in the period breaks the series
  LowReliability = 8  ///< [u]: of few rows
};
struct Marks {
  std::uint8_t bits = 0;

  bool has(Mark mark) const { return (bits & static_cast<std::uint8_t>(mark)) != 0; }
  void add(Mark mark) { bits = static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(mark)); }
  void add(Marks other) { bits = static_cast<std::uint8_t>(bits | other.bits); }
  bool operator==(const Marks&) const = default;
};
/// "[b] [p]" in order of the alphabet, or "".
std::string marksText(Marks marks);

/// One value, or the symbol that stands for it and the reason in words.
struct Cell {
  std::optional<double> value;
  Symbol symbol = Symbol::None;  ///< not None exactly when there is no value
  Marks marks = {};
  Bound bound = Bound::Exact;
  std::string reason;  ///< of the symbol, a clause: "no extract covers October 2024"
  /// The exact parts of the value where it has them; counts are whole. For a share: met and known. For a count: the
  /// count, and no denominator. For a median or percentile: no numerator, and the rows that it is of.
  std::optional<double> numerator;
  std::optional<double> denominator;
  std::int64_t unknown = 0;  ///< rows left out since what was asked is not known of them
  /// Of a derived monthly value that does not add up: the smallest of the counts behind its parts.
  std::optional<double> least_behind = {};
  /// Of a weighted share or mean: the answers that its weighted base is worth (Kish: (Σw)² / Σw²).
  std::optional<double> effective_base = {};
  std::optional<std::int64_t> answers = {};  ///< of weighted ones, and of a share of an amount: the rows behind it

  static Cell of(double value) {
    Cell cell;
    cell.value = value;
    return cell;
  }
  static Cell missing(Symbol symbol, std::string reason) {
    Cell cell;
    cell.symbol = symbol;
    cell.reason = std::move(reason);
    return cell;
  }
  bool has() const { return value.has_value(); }
};

/// What a window's latest value is compared with.
enum class Reference {
  PreviousMonth,
  SameMonthLastYear,
  PreviousMrt,
  PreviousYtd,
  PreviousWindow,      ///< the quarter, year or wave before; of since and between as many months right before
  SameWindowLastYear,  ///< the same quarter of the year before; of since and between the same months a year before
  Named                ///< one of MeasureInfo::compare
};

/// What the value of a window at the month a measure is told for is compared with, where no month of the series has it
/// in the same window: the references of since, between and waves, and those of MeasureInfo::compare.
struct ReferenceValue {
  Window window = Window::Month;
  Reference reference = Reference::Named;
  std::string label = {};  ///< of Named
  base::MonthRange months{};
  /// Over `months`. Where those are longer than the window and the measure adds up, the value is the mean stretch of
  /// the window's length (2016 as its mean month); numerator and denominator stay those of all the months.
  Cell cell = {};
};

/// The values of one group in every month and window. Group "" of breakdown "" is the force.
struct GroupSeries {
  std::string breakdown;
  std::string group;
  std::string parent;  ///< the area or group above, of an area level or tree that has one
  /// Of a breakdown of several columns: its text in each, from the first; of a group of a tree down to its own level.
  std::vector<std::string> path = {};
  bool is_rest = false;   ///< "Other": all that BreakdownInfo::top leaves out
  std::string area = {};  ///< of a breakdown of several columns, a level of areas among them: the area it lies in
  /// [Window]: one cell a month of Series::months, or empty.
  std::array<std::vector<Cell>, kAllWindows.size()> windows;
  std::vector<ReferenceValue> references = {};

  const std::vector<Cell>& in(Window window) const { return windows[static_cast<std::size_t>(window)]; }
  std::vector<Cell>& in(Window window) { return windows[static_cast<std::size_t>(window)]; }
  bool isForce() const { return breakdown.empty(); }
};

/// True for a group that is no part of the force or says that something is not known.
bool isRemainder(std::string_view group);

/// Rows of a period that could not be read, and so are missing from its figure.
struct RejectedRows {
  std::int64_t rows = 0;
  std::int64_t of = 0;      ///< rows that there are with them, of the tables that lost some
  bool is_at_most = false;  ///< not all of them need belong to the period, or to the tables that it is made from
};

/// A breakdown that could not be shown; the force and the other breakdowns are.
struct RefusedBreakdown {
  std::string breakdown;
  std::string why;  ///< a sentence
};

/// A measure's values: every month from the first that any extract covers to the pack's month.
struct Series {
  MeasureInfo info;
  std::vector<base::Month> months;
  std::vector<GroupSeries> groups;  ///< the force first; then each breakdown's groups in their order
  std::string failure;              ///< not empty when the measure failed: then all cells are Failed
  /// The month the measure is told for: the pack's, or an earlier one of a measure whose data is expected later.
  std::optional<base::Month> own_month = {};
  bool is_overdue = false;         ///< its data ends earlier than expected
  bool is_entered = false;         ///< people entered its figures, or those of all its parts: no extract is behind it
  std::vector<Event> events = {};  ///< of the register that touch the measure, the earliest first
  std::vector<Wave> waves = {};    ///< of its survey, the earliest first
  /// Of a group, by breakdown and group, that is sums over a period and is told of its own date: "as at 10 December
  /// 2025".
  std::optional<sdk::Date> as_at = {};
  /// Months before its period that a value is made of too: what its formula shifts and rolls over, and that of its
  /// parts.
  int reads_back = 0;
  int looks_back = 0;                          ///< and those that repeats look back on,
  std::optional<base::Month> looks_from = {};  ///< none of them before the first that any extract covers
  /// [Window]: one a month of `months`, where the windows have values and the measure is made from rows of extracts.
  /// They are those of the force: to which group they belong is not known.
  std::array<std::vector<RejectedRows>, kAllWindows.size()> rejected = {};
  std::vector<RefusedBreakdown> refused = {};  ///< breakdowns of the measure that have no groups here
  /// One of each breakdown, without a name: what a group of it has that no row fell into. Of a derive's parts.
  std::vector<GroupSeries> without_rows = {};

  /// The month its values are told for in a pack of `month`.
  base::Month toldFor(base::Month month) const { return own_month.value_or(month); }
  const GroupSeries& force() const { return groups.front(); }
  const GroupSeries* find(const std::string& breakdown, const std::string& group) const;
  std::vector<const GroupSeries*> groupsOf(const std::string& breakdown) const;
  /// False for what makes an area column add up (outside the force area, area not known) in a measure that does not add
  /// up: a share or rate of a handful of rows there says nothing, so charts and their words leave it out.
  bool isWorthDrawing(const GroupSeries& group) const;
  /// Of a month that is none of the series, and of what is made of no rows, nothing.
  std::optional<RejectedRows> rejectedIn(Window window, base::Month month) const;
  /// The cell of a month; NotAvailable before the first month.
  Cell at(const GroupSeries& group, Window window, base::Month month) const;
};

/// Why a month of a series has no value, where nothing was made of it: "no extract covers December 2024", "nobody
/// entered December 2024".
std::string uncoveredReason(const Series& series, base::Month month);

/// What the 5-a-month test of limits looks at: the size of what adds up, the known rows of a share or mean, the top of
/// a ratio or rate, the rows behind a share of an amount, the smallest of those behind the parts of a derive. Nothing
/// where it is not known.
std::optional<double> countBehind(const MeasureInfo& info, const Cell& cell);

}  // namespace boardpack::series
