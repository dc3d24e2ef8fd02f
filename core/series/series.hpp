#pragma once
#include "base/month.hpp"
#include "series/measure_info.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace boardpack::series {

/// Shorthand of the Government Statistical Service for a value that is not a number, or is one with a mark.
enum class Symbol {
  None,
  NotAvailable,   ///< [x]: not covered by any extract, or needs history that is not there
  NotApplicable,  ///< [z]: has no meaning (a change from a base of 0)
  Failed          ///< the measure failed; never read as "not available"
};
/// "[x]", "[z]", "[failed]", or "".
const char* symbolText(Symbol symbol);

/// One value, or the symbol that stands for it and the reason in words.
struct Cell {
  std::optional<double> value;
  Symbol symbol = Symbol::None;  ///< not None exactly when there is no value
  std::string reason;            ///< of the symbol, a clause: "no extract covers October 2024"
  /// The exact parts of the value where it has them; counts are whole. For a share: met and known. For a count: the
  /// count, and no denominator.
  std::optional<double> numerator;
  std::optional<double> denominator;
  std::int64_t unknown = 0;  ///< rows left out since what was asked is not known of them
  /// Of a derived monthly value that does not add up: the smallest of the counts behind its parts.
  std::optional<double> least_behind = {};

  static Cell of(double value) {
    return Cell{.value = value, .symbol = Symbol::None, .reason = {}, .numerator = {}, .denominator = {}};
  }
  static Cell missing(Symbol symbol, std::string reason) {
    return Cell{.value = {}, .symbol = symbol, .reason = std::move(reason), .numerator = {}, .denominator = {}};
  }
  bool has() const { return value.has_value(); }
};

/// The values of one group in every month and window. Group "" of breakdown "" is the force.
struct GroupSeries {
  std::string breakdown;
  std::string group;
  std::string parent;                        ///< the area above, of an area level that has one
  std::array<std::vector<Cell>, 3> windows;  ///< [Window]: one cell a month of Series::months, or empty

  const std::vector<Cell>& in(Window window) const { return windows[static_cast<std::size_t>(window)]; }
  std::vector<Cell>& in(Window window) { return windows[static_cast<std::size_t>(window)]; }
  bool isForce() const { return breakdown.empty(); }
};

/// True for a group that is no part of the force or says that something is not known.
bool isRemainder(std::string_view group);

/// A measure's values: every month from the first that any extract covers to the pack's month.
struct Series {
  MeasureInfo info;
  std::vector<base::Month> months;
  std::vector<GroupSeries> groups;  ///< the force first; then each breakdown's groups in their order
  std::string failure;              ///< not empty when the measure failed: then all cells are Failed
  /// One of each breakdown, without a name: what a group of it has that no row fell into. Of a derive's parts.
  std::vector<GroupSeries> without_rows = {};

  const GroupSeries& force() const { return groups.front(); }
  const GroupSeries* find(const std::string& breakdown, const std::string& group) const;
  std::vector<const GroupSeries*> groupsOf(const std::string& breakdown) const;
  /// False for what makes an area column add up (outside the force area, area not known) in a measure that does not add
  /// up: a share or rate of a handful of rows there says nothing, so charts and their words leave it out.
  bool isWorthDrawing(const GroupSeries& group) const;
  /// The cell of a month; NotAvailable before the first month.
  Cell at(const GroupSeries& group, Window window, base::Month month) const;
};

/// What the 5-a-month test of limits looks at: the size of what adds up, the known rows of a share or mean, the top of
/// a ratio or rate, the smallest of those behind the parts of a derive. Nothing where it is not known.
std::optional<double> countBehind(const MeasureInfo& info, const Cell& cell);

}  // namespace boardpack::series
