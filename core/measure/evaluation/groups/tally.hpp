#pragma once
#include "base/decimal.hpp"
#include "measure/evaluation/ask/coverage.hpp"
#include "measure/evaluation/ask/plan.hpp"
#include "measure/evaluation/groups/areas.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::measure {

/// What adds up, over months and groups: the exact parts of a value.
struct Tally {
  base::Decimal numerator;
  base::Decimal denominator;
  std::int64_t unknown = 0;
  std::int64_t answers = 0;    ///< of weighted rows and shares of an amount: how many
  base::Decimal squares = {};  ///< and the sum of their weights' squares, each to four decimals

  Tally& operator+=(const Tally& other);
};

/// Of each month of the range, from its first.
using MonthlyTallies = std::vector<Tally>;
/// By group; only groups that rows fell into. The force alone is group "".
using GroupTallies = std::map<std::string, MonthlyTallies>;

/// How rows are told apart: by nothing, by a column's texts, or by an area level.
struct Breakdown {
  std::string id;      ///< "" for the force
  std::string column;  ///< of the table; the area column for a level
  bool is_area = false;
  bool is_boolean = false;
  /// Of several columns: each of them, and `column` is "". Rows are told apart by all; pathOf() takes the names of such
  /// groups apart.
  std::vector<Breakdown> parts = {};
  bool is_tree = false;
  std::size_t top = 0;
  std::string shared_id =
      {};  ///< of the largest groups of another measure: the name it has in a series (see shared_groups.hpp)

  const std::string& shownAs() const { return shared_id.empty() ? id : shared_id; }
  std::vector<std::string> columns() const;
};

/// Whether the groups shown are put together from those that rows fall into.
inline bool isOfSeveral(const Breakdown& breakdown) { return !breakdown.parts.empty() || breakdown.top > 0; }

/// The groups of several columns are named by one of each, put together by this.
inline constexpr char kPathSeparator = '\x1f';
std::vector<std::string> pathOf(const std::string& group);

inline constexpr const char* kNotKnown = "Not known";

/// Called with how many groups rows fall into before anything is added up, where there are more than a few; throws
/// when they are too many. The sums of a hundred thousand groups would fill the memory.
using GroupCheck = std::function<void(std::size_t groups)>;

/// Adds up a question over the months that have no gap.
GroupTallies tallied(const Question& question, const Breakdown& breakdown, Combinations& combinations,
                     base::MonthRange months, const Gaps& gaps, const Areas& areas, const GroupCheck& check = {});

/// The same with a place of the caller's own for each row of the answer in place of its month; a row whose place is not
/// below `places` is left out.
using PlaceOfRow = std::function<std::size_t(std::size_t row)>;
/// The month that decides which areas there are.
using MonthOfRow = std::function<base::Month(std::size_t row)>;
GroupTallies talliedBy(const Question& question, const Breakdown& breakdown, Combinations& combinations,
                       std::size_t places, const PlaceOfRow& place_of, const MonthOfRow& month_of, const Areas& areas);
/// The name of the group of each combination, by the areas of a month or of all times; "" without a breakdown.
std::vector<std::string> groupNames(const Breakdown& breakdown, const Combinations& combinations, const Areas& areas,
                                    std::optional<base::Month> month = {});

/// The groups in the order they are shown. Areas: all of the level, then those outside it that occur. Others: by name,
/// those that are no place or not known last.
std::vector<std::string> groupOrder(const Breakdown& breakdown, const std::vector<std::string>& occurring,
                                    const Areas& areas);
std::vector<std::string> groupsIn(const GroupTallies& tallies);

/// 0 for most groups; those that are no place or not known come after them, in this order.
int lastRank(const std::string& group);

}  // namespace boardpack::measure
