#pragma once
#include "measure/evaluation/groups/tally.hpp"

#include <map>
#include <set>
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

/// How large groups are, by their names as rows fall into them.
using Sizes = std::map<std::string, base::Decimal>;

/// What the largest groups of a breakdown are chosen from: those that rows fall into and, of a tree whose levels do not
/// add up, those above them, by their paths put together.
struct GroupSizes {
  Sizes leaves;
  Sizes above = {};  ///< empty where the size of a group is the sum of those in it
};

/// The groups that `top` keeps: of a tree below each group (its path put together), of others below "".
using Largest = std::map<std::string, std::set<std::string>>;

/// By Breakdown::shared_id.
using LargestOfShared = std::map<std::string, Largest>;

/// Those of a breakdown with a `top`: largest by their sizes, ties by name.
Largest largestOf(const Breakdown& breakdown, const GroupSizes& sizes, const Areas& areas);

/// What a breakdown keeps: chosen by its own sizes, or by another measure's.
Largest keptGroups(const Breakdown& breakdown, const GroupSizes& sizes, const LargestOfShared& shared,
                   const Areas& areas);

/// The groups that a breakdown shows, in their order, from those that rows fall into. The same for every month, so that
/// no row moves from one to another: with `top`, those of `kept` (largestOf() of this or another measure), and the rest
/// as one. What is not known stays apart from the rest. Throws sdk::Error(Script) when two groups would have one name.
std::vector<Group> groupsShown(const std::string& measure, const Breakdown& breakdown, const Sizes& leaves,
                               const Largest& kept, const Areas& areas);

/// The groups of a breakdown by one column or level, from those that occur: each of its own rows.
std::vector<Group> plainGroups(const Breakdown& breakdown, const std::vector<std::string>& occurring,
                               const Areas& areas);

/// How large each group is in a stretch of months: what it counts, or its base where it is a share, mean or ratio of
/// one.
Sizes sizesOf(const GroupTallies& tallies, base::MonthRange months, base::MonthRange largest_in, bool by_base);

/// The group that each leaf lies in: of a tree, of the groups of one level (1 for the roots), which not all leaves
/// have.
std::map<std::string, std::string> groupOfLeaves(const std::vector<Group>& groups, const Breakdown& breakdown,
                                                 std::size_t level);
/// Of a tree, how far down a group is; of other breakdowns 1.
std::size_t levelOf(const Group& group, const Breakdown& breakdown);

/// The tallies of a group from those of its leaves.
MonthlyTallies talliesOf(const Group& group, const GroupTallies& leaves, std::size_t months);

/// What comes before what in a breakdown of several columns: the parts of a path one by one.
bool isBefore(const std::vector<std::string>& a, const std::vector<std::string>& b);
/// A path as the names of groups that rows fall into have it.
std::string pathText(const std::vector<std::string>& path);

}  // namespace boardpack::measure
