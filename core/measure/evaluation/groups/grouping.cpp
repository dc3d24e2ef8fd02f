#include "measure/evaluation/groups/grouping.hpp"

#include "base/text.hpp"

#include <boardpack/sdk/error.hpp>

#include <algorithm>
#include <functional>
#include <set>

namespace boardpack::measure {
namespace {

using Path = std::vector<std::string>;

constexpr const char* kRest = "Other";
constexpr const char* kRestBesideOther = "All other";
constexpr const char* kInTree = " > ";
constexpr const char* kInColumns = ", ";

/// The largest names, at most `top`; ties by name. What is no place or not known is none of them.
std::set<std::string> largest(const Sizes& sizes, std::size_t top) {
  std::vector<std::pair<std::string, base::Decimal>> sorted;
  for (const auto& [name, size] : sizes) {
    if (lastRank(name) == 0) {
      sorted.emplace_back(name, size);
    }
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::set<std::string> names;
  for (std::size_t i = 0; i < std::min(top, sorted.size()); ++i) {
    names.insert(sorted[i].first);
  }
  return names;
}

std::string restBeside(const std::set<std::string>& kept) { return kept.contains(kRest) ? kRestBesideOther : kRest; }

/// Puts leaves into groups.
class Grouping {
 public:
  /// `keep` gives the names below a group that stay apart from the rest, of those with a size there.
  using Keep = std::function<std::set<std::string>(const Path& above, const Sizes& sizes)>;

  Grouping(const Breakdown& breakdown, const Areas& areas, Keep keep)
      : breakdown_(breakdown), areas_(areas), keep_(std::move(keep)) {}

  std::vector<Group> groups(const Sizes& sizes) {
    if (breakdown_.is_tree) {
      addLevel({}, "", sizes);
    } else {
      addFlat(sizes);
    }
    return std::move(groups_);
  }

 private:
  void addFlat(const Sizes& sizes) {
    const std::set<std::string> kept = breakdown_.top == 0 ? std::set<std::string>() : keep_({}, sizes);
    Group rest{.name = restBeside(kept),
               .parent = "",
               .path = {},
               .is_rest = true,
               .area = "",
               .area_level = "",
               .leaves = {}};
    for (const auto& [leaf, size] : sizes) {
      const bool is_apart = breakdown_.top == 0 || kept.contains(leaf) || lastRank(leaf) > 0;
      if (is_apart) {
        groups_.push_back(groupOf(leaf));
      } else {
        rest.leaves.push_back(leaf);
      }
    }
    std::stable_sort(groups_.begin(), groups_.end(),
                     [this](const Group& a, const Group& b) { return comesBefore(a, b); });
    if (!rest.leaves.empty()) {
      rest.path = {rest.name};
      rest.area_level = groups_.empty() ? "" : groups_.front().area_level;
      rest.area = rest.area_level.empty() ? "" : std::string(sdk::kAreaNotKnown);  // it has no population of its own
      const auto place =
          std::find_if(groups_.begin(), groups_.end(), [](const Group& group) { return lastRank(group.name) > 0; });
      groups_.insert(place, std::move(rest));
    }
  }

  Group groupOf(const std::string& leaf) const {
    Group group{.name = "",
                .parent = "",
                .path = pathOf(leaf),
                .is_rest = false,
                .area = "",
                .area_level = "",
                .leaves = {leaf}};
    group.name = base::join(group.path, kInColumns);
    if (breakdown_.is_area) {
      group.area = leaf;
      group.area_level = breakdown_.id;
      group.parent = areas_.parentOf(leaf, breakdown_.id);
    }
    for (std::size_t i = 0; i < breakdown_.parts.size(); ++i) {
      if (breakdown_.parts[i].is_area) {
        group.area = group.path[i];
        group.area_level = breakdown_.parts[i].id;
      }
    }
    if (breakdown_.parts.empty()) {
      group.path.clear();
    }
    return group;
  }

  /// Areas in the force's order, others by name; what is no place or not known last.
  bool comesBefore(const Group& a, const Group& b) const {
    if (a.path.empty()) {
      return breakdown_.is_area && lastRank(a.name) == 0 && lastRank(b.name) == 0
                 ? placeOf(breakdown_.id, a.name) < placeOf(breakdown_.id, b.name)
                 : isBefore({a.name}, {b.name});
    }
    for (std::size_t i = 0; i < a.path.size() && i < b.path.size(); ++i) {
      const Breakdown& part = breakdown_.parts[i];
      if (a.path[i] == b.path[i]) {
        continue;
      }
      const bool are_areas = part.is_area && lastRank(a.path[i]) == 0 && lastRank(b.path[i]) == 0;
      return are_areas ? placeOf(part.id, a.path[i]) < placeOf(part.id, b.path[i]) : isBefore({a.path[i]}, {b.path[i]});
    }
    return false;
  }

  std::size_t placeOf(const std::string& level, const std::string& area) const {
    const std::vector<std::string> order = areas_.areasOf(level);
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), area) - order.begin());
  }

  /// The groups within `above`, each before those in it.
  void addLevel(const Path& above, const std::string& parent, const Sizes& leaves) {
    const std::size_t level = above.size();
    std::map<std::string, Sizes> inside;
    Sizes sizes;
    for (const auto& [leaf, size] : leaves) {
      const std::string name = pathOf(leaf)[level];
      inside[name].emplace(leaf, size);
      sizes[name] += size;
    }
    const std::set<std::string> kept = breakdown_.top == 0 ? std::set<std::string>() : keep_(above, sizes);
    Sizes rest;
    std::vector<std::string> order;
    for (const auto& [name, own] : inside) {
      const bool is_apart = breakdown_.top == 0 || kept.contains(name) || lastRank(name) > 0;
      if (is_apart) {
        order.push_back(name);
      } else {
        rest.insert(own.begin(), own.end());
      }
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const std::string& a, const std::string& b) { return isBefore({a}, {b}); });
    bool is_rest_added = rest.empty();
    for (const std::string& name : order) {
      if (!is_rest_added && lastRank(name) > 0) {
        addNode(above, parent, restBeside(kept), rest, true);
        is_rest_added = true;
      }
      addNode(above, parent, name, inside[name], false);
    }
    if (!is_rest_added) {
      addNode(above, parent, restBeside(kept), rest, true);
    }
  }

  void addNode(const Path& above, const std::string& parent, const std::string& name, const Sizes& leaves,
               bool is_rest) {
    Group group{.name = parent.empty() ? name : parent + kInTree + name,
                .parent = parent,
                .path = above,
                .is_rest = is_rest,
                .area = "",
                .area_level = "",
                .leaves = {}};
    group.path.push_back(name);
    for (const auto& [leaf, size] : leaves) {
      group.leaves.push_back(leaf);
    }
    const Path path = group.path;
    const std::string full_name = group.name;
    groups_.push_back(std::move(group));
    const bool has_more = !is_rest && path.size() < breakdown_.parts.size();
    if (has_more) {
      addLevel(path, full_name, leaves);
    }
  }

  const Breakdown& breakdown_;
  const Areas& areas_;
  Keep keep_;
  std::vector<Group> groups_;
};

void checkNames(const std::string& measure, const Breakdown& breakdown, const std::vector<Group>& groups) {
  std::set<std::string> names;
  for (const Group& group : groups) {
    if (!names.insert(group.name).second) {
      throw sdk::Error(sdk::ErrorKind::Data, "'" + measure + "' by " + breakdown.id +
                                                 " has two groups that would both be called '" +
                                                 base::printable(group.name) +
                                                 "', since a name has ', ' or ' > ' in it. Break the measure down by "
                                                 "one column at a time.");
    }
  }
}

Sizes withEveryArea(Sizes leaves, const Breakdown& breakdown, const Areas& areas) {
  if (breakdown.is_area) {
    for (const std::string& area : areas.areasOf(breakdown.id)) {
      leaves.try_emplace(area);
    }
  }
  return leaves;
}

}  // namespace

Largest largestOf(const Breakdown& breakdown, const GroupSizes& sizes, const Areas& areas) {
  Largest found;
  const auto keep = [&](const Path& above, const Sizes& summed) {
    Sizes own = summed;
    const bool is_of_leaves = above.size() + 1 >= breakdown.parts.size();
    if (!sizes.above.empty() && !is_of_leaves) {
      for (auto& [name, size] : own) {
        Path path = above;
        path.push_back(name);
        size = sizes.above.at(pathText(path));
      }
    }
    return found[pathText(above)] = largest(own, breakdown.top);
  };
  Grouping(breakdown, areas, keep).groups(withEveryArea(sizes.leaves, breakdown, areas));
  return found;
}

Largest keptGroups(const Breakdown& breakdown, const GroupSizes& sizes, const LargestOfShared& shared,
                   const Areas& areas) {
  if (breakdown.top == 0) {
    return {};
  }
  if (breakdown.shared_id.empty()) {
    return largestOf(breakdown, sizes, areas);
  }
  const auto found = shared.find(breakdown.shared_id);
  return found == shared.end() ? Largest() : found->second;
}

std::vector<Group> groupsShown(const std::string& measure, const Breakdown& breakdown, const Sizes& leaves,
                               const Largest& kept, const Areas& areas) {
  const auto keep = [&](const Path& above, const Sizes&) {
    const auto found = kept.find(pathText(above));
    return found == kept.end() ? std::set<std::string>() : found->second;
  };
  std::vector<Group> groups = Grouping(breakdown, areas, keep).groups(withEveryArea(leaves, breakdown, areas));
  checkNames(measure, breakdown, groups);
  return groups;
}

std::vector<Group> plainGroups(const Breakdown& breakdown, const std::vector<std::string>& occurring,
                               const Areas& areas) {
  std::vector<Group> groups;
  for (const std::string& name : groupOrder(breakdown, occurring, areas)) {
    groups.push_back({.name = name,
                      .parent = breakdown.is_area ? areas.parentOf(name, breakdown.id) : std::string(),
                      .path = {},
                      .is_rest = false,
                      .area = "",
                      .area_level = "",
                      .leaves = {name}});
  }
  return groups;
}

std::size_t levelOf(const Group& group, const Breakdown& breakdown) {
  return breakdown.is_tree ? group.path.size() : 1;
}

std::map<std::string, std::string> groupOfLeaves(const std::vector<Group>& groups, const Breakdown& breakdown,
                                                 std::size_t level) {
  std::map<std::string, std::string> group_of;
  for (const Group& group : groups) {
    if (levelOf(group, breakdown) == level) {
      for (const std::string& leaf : group.leaves) {
        group_of.emplace(leaf, group.name);
      }
    }
  }
  return group_of;
}

Sizes sizesOf(const GroupTallies& tallies, base::MonthRange months, base::MonthRange largest_in, bool by_base) {
  Sizes sizes;
  for (const auto& [leaf, monthly] : tallies) {
    base::Decimal& size = sizes[leaf];
    for (base::Month month = largest_in.first; month <= largest_in.last; month = month + 1) {
      if (months.contains(month)) {
        const Tally& tally = monthly[static_cast<std::size_t>(month - months.first)];
        size += by_base ? tally.denominator : tally.numerator;
      }
    }
  }
  return sizes;
}

MonthlyTallies talliesOf(const Group& group, const GroupTallies& leaves, std::size_t months) {
  MonthlyTallies sum(months);
  for (const std::string& leaf : group.leaves) {
    const auto found = leaves.find(leaf);
    if (found == leaves.end()) {
      continue;
    }
    for (std::size_t i = 0; i < months; ++i) {
      sum[i] += found->second[i];
    }
  }
  return sum;
}

std::string pathText(const Path& path) { return base::join(path, std::string(1, kPathSeparator)); }

bool isBefore(const Path& a, const Path& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (a[i] != b[i]) {
      return lastRank(a[i]) != lastRank(b[i]) ? lastRank(a[i]) < lastRank(b[i]) : a[i] < b[i];
    }
  }
  return a.size() < b.size();
}

}  // namespace boardpack::measure
