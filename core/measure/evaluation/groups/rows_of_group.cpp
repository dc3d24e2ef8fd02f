#include "measure/evaluation/groups/rows_of_group.hpp"

#include "measure/evaluation/groups/areas.hpp"
#include "measure/evaluation/groups/tally.hpp"
#include "measure/evaluation/groups/trees.hpp"

#include <vector>

namespace boardpack::measure {
namespace {

using expression::Op;
using expression::Tree;
using expression::Type;

Tree isOneOf(Op op, const Tree& column, const std::vector<std::string>& texts) {
  std::vector<Tree> children = {column};
  for (const std::string& text : texts) {
    children.push_back(leaf(Op::Literal, Type::Text, text));
  }
  return node(op, std::move(children));
}

/// By the areas of a month.
Tree isInAreaIn(base::Month month, const GroupName& name, const Tree& column, const Areas& areas,
                const sdk::Force& force) {
  std::vector<std::string> inside;
  std::vector<std::string> known = {std::string(sdk::kOutsideForce)};
  for (const sdk::Area& area : force.areas) {
    const std::string group = areas.groupOf(&area.name, name.breakdown, month);
    if (group == sdk::kAreaNotKnown) {
      continue;
    }
    known.push_back(area.name);
    if (group == name.group) {
      inside.push_back(area.name);
    }
  }
  if (name.group == sdk::kOutsideForce) {
    return isOneOf(Op::In, column, {name.group});
  }
  if (name.group == sdk::kAreaNotKnown) {
    return node(Op::Or, {node(Op::IsNull, {column}), isOneOf(Op::NotIn, column, known)});
  }
  return inside.empty() ? leaf(Op::False, Type::Boolean, "") : isOneOf(Op::In, column, inside);
}

/// As rows are put into the areas of a level: by the tree of areas in their month, and what is in none is not known.
Tree isInArea(const GroupName& name, const Tree& column, const RowsOf& rows) {
  const Areas areas(rows.force);
  Tree any;
  for (base::Month first = rows.months.first; first <= rows.months.last;) {
    base::Month last = first;
    while (last < rows.months.last && areas.stretchOf(last + 1) == areas.stretchOf(first)) {
      last = last + 1;
    }
    Tree part = isInAreaIn(first, name, column, areas, rows.force);
    if (last - first != rows.months.last - rows.months.first) {
      const Tree date = leaf(
          Op::Column, rows.table.find(rows.date)->type == sdk::ColumnType::Time ? Type::Time : Type::Day, rows.date);
      const auto day = [](const sdk::Date& at) { return leaf(Op::Literal, Type::Day, base::isoDate(at)); };
      part = both(node(Op::Between, {date, day(first.firstDay()), day(last.lastDay())}), part);
    }
    any = any ? node(Op::Or, {any, part}) : part;
    first = last + 1;
  }
  return any;
}

/// Holds of the rows of the group; nullptr for the force.
Tree isInGroup(const GroupName& name, const RowsOf& rows) {
  if (name.breakdown.empty()) {
    return nullptr;
  }
  if (Areas(rows.force).isLevel(name.breakdown)) {
    return isInArea(name, leaf(Op::Column, Type::Text, rows.table.area_column), rows);
  }
  const sdk::Column* known = rows.table.find(name.breakdown);
  const bool is_boolean = known != nullptr && known->type == sdk::ColumnType::Boolean;
  const Tree column = leaf(Op::Column, is_boolean ? Type::Boolean : Type::Text, name.breakdown);
  const Tree is_null = node(Op::IsNull, {column});
  if (is_boolean) {
    return name.group == kNotKnown ? is_null : name.group == "Yes" ? column : node(Op::Not, {column});
  }
  const Tree is_text = isOneOf(Op::In, column, {name.group});
  // A source may say "Not known" in words; such rows are in one group with the blank ones.
  return name.group == kNotKnown ? node(Op::Or, {is_null, is_text}) : is_text;
}

/// The same, false also where a column is blank, so that it can be turned round.
Tree isKnownInGroup(const GroupName& name, const RowsOf& rows) {
  const Tree is_in = isInGroup(name, rows);
  if (name.group == kNotKnown || name.group == sdk::kAreaNotKnown) {
    return is_in;
  }
  const bool is_level = Areas(rows.force).isLevel(name.breakdown);
  const Tree column = leaf(Op::Column, Type::Text, is_level ? rows.table.area_column : name.breakdown);
  return both(node(Op::IsNotNull, {column}), is_in);
}

/// Holds of the rows of a group of several columns, of a tree, or of one that `top` keeps or leaves out.
class GroupOfSeveral {
 public:
  GroupOfSeveral(const series::Series& series, const series::BreakdownInfo& info, const RowsOf& rows)
      : series_(series), info_(info), rows_(rows) {}

  Tree rowsOf(const series::GroupSeries& group) const {
    return group.is_rest ? rowsOfRest(group) : rowsOfPath(group.path.empty() ? Path{group.group} : group.path);
  }

 private:
  using Path = std::vector<std::string>;

  Tree rowsOfPath(const Path& path) const {
    Tree rows;
    for (std::size_t i = 0; i < path.size(); ++i) {
      rows = both(rows, isKnownInGroup({info_.columns.empty() ? info_.id : info_.columns[i], path[i]}, rows_));
    }
    return rows;
  }

  /// What is in the group above and in none of the groups beside it.
  Tree rowsOfRest(const series::GroupSeries& rest) const {
    Tree beside;
    for (const series::GroupSeries* group : series_.groupsOf(info_.id)) {
      const bool is_beside = group != &rest && (!info_.is_tree || group->parent == rest.parent);
      if (is_beside) {
        beside = beside ? node(Op::Or, {beside, rowsOf(*group)}) : rowsOf(*group);
      }
    }
    const Path above = info_.is_tree ? Path(rest.path.begin(), rest.path.end() - 1) : Path();
    return both(rowsOfPath(above), beside ? node(Op::Not, {beside}) : nullptr);
  }

  const series::Series& series_;
  const series::BreakdownInfo& info_;
  const RowsOf& rows_;
};

}  // namespace

Tree rowsOfGroup(const RowsAsked& asked, const RowsOf& rows) {
  if (asked.series != nullptr) {
    for (const series::BreakdownInfo& info : asked.series->info.breakdowns) {
      const bool is_several = info.id == asked.group.breakdown && (!info.columns.empty() || info.top > 0);
      const series::GroupSeries* group = is_several ? asked.series->find(info.id, asked.group.group) : nullptr;
      if (group != nullptr) {
        return GroupOfSeveral(*asked.series, info, rows).rowsOf(*group);
      }
    }
  }
  return isInGroup(asked.group, rows);
}

}  // namespace boardpack::measure
