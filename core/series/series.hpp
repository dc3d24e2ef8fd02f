#pragma once
#include "base/month.hpp"
#include "series/measure_info.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
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

/// A measure's values: every month from the first that any extract covers to the pack's month.
struct Series {
  MeasureInfo info;
  std::vector<base::Month> months;
  std::vector<GroupSeries> groups;  ///< the force first; then each breakdown's groups in their order
  std::string failure;              ///< not empty when the measure failed: then all cells are Failed

  const GroupSeries& force() const { return groups.front(); }
  const GroupSeries* find(const std::string& breakdown, const std::string& group) const;
  std::vector<const GroupSeries*> groupsOf(const std::string& breakdown) const;
  /// False for what makes an area column add up (outside the force area, area not known) in a measure that does not add
  /// up: a share or rate of a handful of rows there says nothing, so charts and their words leave it out.
  bool isWorthDrawing(const GroupSeries& group) const;
  /// The cell of a month; NotAvailable before the first month.
  Cell at(const GroupSeries& group, Window window, base::Month month) const;
};

}  // namespace boardpack::series
