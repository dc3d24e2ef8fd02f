#pragma once
#include "measure/evaluation/tally.hpp"

#include <map>
#include <string>
#include <vector>

namespace boardpack::measure {

/// A group of a breakdown as it is shown.
struct Group {
  std::string name;    ///< "Robbery", "Robbery, Ashby", "Violence > With injury"
  std::string parent;  ///< the group above in a tree, or the area above
  std::vector<std::string> path;
  bool is_rest = false;
  std::string area;                 ///< of a breakdown with a level of areas
  std::string area_level;           ///< "" for others
  std::vector<std::string> leaves;  ///< the groups that rows fall into which it is made of
};

/// The groups that a breakdown shows, in their order, from those that rows fall into. The same for every month, so that
/// they add up: of a tree, each level to the one above; with `top`, those largest by `sizes`, and the rest as one.
/// What is not known stays apart from the rest. Throws sdk::Error(Script) when two groups would have one name.
std::vector<Group> groupsShown(const std::string& measure, const Breakdown& breakdown,
                               const std::map<std::string, base::Decimal>& sizes, const Areas& areas);

/// How large each group is in a stretch of months: what it counts, or its base where it is a share, mean or ratio of
/// one.
std::map<std::string, base::Decimal> sizesOf(const GroupTallies& tallies, base::MonthRange months,
                                             base::MonthRange largest_in, bool by_base);

/// The tallies of a group from those of its leaves.
MonthlyTallies talliesOf(const Group& group, const GroupTallies& leaves, std::size_t months);

/// What comes before what in a breakdown of several columns: the parts of a path one by one.
bool isBefore(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace boardpack::measure
