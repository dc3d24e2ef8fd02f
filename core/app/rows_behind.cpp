#include "app/rows_behind.hpp"

#include "base/text.hpp"
#include "measure/evaluation/areas.hpp"
#include "measure/evaluation/question.hpp"
#include "measure/evaluation/tally.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace boardpack::app {
namespace {

using expression::Node;
using expression::Op;
using expression::Tree;
using expression::Type;
using Truth = warehouse::RowQuery::Truth;

Tree node(Op op, std::vector<Tree> children) {
  return std::make_shared<const Node>(Node{op, Type::Boolean, "", std::move(children), 0});
}

Tree leaf(Op op, Type type, std::string text) {
  return std::make_shared<const Node>(Node{op, type, std::move(text), {}, 0});
}

Tree both(const Tree& a, const Tree& b) {
  if (!a || !b) {
    return a ? a : b;
  }
  return node(Op::And, {a, b});
}

Tree isOneOf(Op op, const Tree& column, const std::vector<std::string>& texts) {
  std::vector<Tree> children = {column};
  for (const std::string& text : texts) {
    children.push_back(leaf(Op::Literal, Type::Text, text));
  }
  return node(op, std::move(children));
}

/// As rows are put into the areas of a level: by the tree of areas, and what is in none of them is not known.
Tree isInArea(const GroupName& name, const Tree& column, const sdk::Force& force) {
  const measure::Areas areas(force);
  std::vector<std::string> inside;
  std::vector<std::string> known = {std::string(sdk::kOutsideForce)};
  for (const sdk::Area& area : force.areas) {
    const std::string group = areas.groupOf(&area.name, name.breakdown);
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

/// Holds of the rows of the group; nullptr for the force.
Tree isInGroup(const GroupName& name, const sdk::Force& force, const sdk::Table& table) {
  if (name.breakdown.empty()) {
    return nullptr;
  }
  if (measure::Areas(force).isLevel(name.breakdown)) {
    return isInArea(name, leaf(Op::Column, Type::Text, table.area_column), force);
  }
  const sdk::Column* known = table.find(name.breakdown);
  const bool is_boolean = known != nullptr && known->type == sdk::ColumnType::Boolean;
  const Tree column = leaf(Op::Column, is_boolean ? Type::Boolean : Type::Text, name.breakdown);
  const Tree is_null = node(Op::IsNull, {column});
  if (is_boolean) {
    return name.group == measure::kNotKnown ? is_null : name.group == "Yes" ? column : node(Op::Not, {column});
  }
  const Tree is_text = isOneOf(Op::In, column, {name.group});
  // A source may say "Not known" in words; such rows are in one group with the blank ones.
  return name.group == measure::kNotKnown ? node(Op::Or, {is_null, is_text}) : is_text;
}

/// The same, false also where a column is blank, so that it can be turned round.
Tree isKnownInGroup(const GroupName& name, const sdk::Force& force, const sdk::Table& table) {
  const Tree is_in = isInGroup(name, force, table);
  if (name.group == measure::kNotKnown || name.group == sdk::kAreaNotKnown) {
    return is_in;
  }
  const bool is_level = measure::Areas(force).isLevel(name.breakdown);
  const Tree column = leaf(Op::Column, Type::Text, is_level ? table.area_column : name.breakdown);
  return both(node(Op::IsNotNull, {column}), is_in);
}

/// Holds of the rows of a group of several columns, of a tree, or of one that `top` keeps or leaves out.
class GroupOfSeveral {
 public:
  GroupOfSeveral(const series::Series& series, const series::BreakdownInfo& info, const sdk::Force& force,
                 const sdk::Table& table)
      : series_(series), info_(info), force_(force), table_(table) {}

  Tree rowsOf(const series::GroupSeries& group) const {
    return group.is_rest ? rowsOfRest(group) : rowsOfPath(group.path.empty() ? Path{group.group} : group.path);
  }

 private:
  using Path = std::vector<std::string>;

  Tree rowsOfPath(const Path& path) const {
    Tree rows;
    for (std::size_t i = 0; i < path.size(); ++i) {
      rows = both(rows, isKnownInGroup({info_.columns.empty() ? info_.id : info_.columns[i], path[i]}, force_, table_));
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
  const sdk::Force& force_;
  const sdk::Table& table_;
};

Tree rowsOfGroup(const RowsAsked& asked, const sdk::Force& force, const sdk::Table& table) {
  if (asked.series != nullptr) {
    for (const series::BreakdownInfo& info : asked.series->info.breakdowns) {
      const bool is_several = info.id == asked.group.breakdown && (!info.columns.empty() || info.top > 0);
      const series::GroupSeries* group = is_several ? asked.series->find(info.id, asked.group.group) : nullptr;
      if (group != nullptr) {
        return GroupOfSeveral(*asked.series, info, force, table).rowsOf(*group);
      }
    }
  }
  return isInGroup(asked.group, force, table);
}

std::string tableText(const warehouse::RowTable& table) {
  std::vector<std::size_t> widths;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    std::size_t width = table.columns[c].size();
    for (const std::vector<std::string>& row : table.rows) {
      width = std::max(width, row[c].size());
    }
    widths.push_back(width);
  }
  std::string text;
  const auto line = [&](const std::vector<std::string>& cells) {
    text += "  ";
    for (std::size_t c = 0; c < cells.size(); ++c) {
      text += c + 1 < cells.size() ? fmt::format("{:{}}  ", cells[c], widths[c]) : cells[c];
    }
    text += "\n";
  };
  line(table.columns);
  for (const std::vector<std::string>& row : table.rows) {
    line(row);
  }
  return text;
}

class RowsBehind {
 public:
  RowsBehind(const measure::MeasureSet& set, const RowsAsked& asked, const sdk::Force& force,
             warehouse::Warehouse& warehouse)
      : set_(set), asked_(asked), force_(force), warehouse_(warehouse) {}

  void add(const measure::MeasureDefinition& definition) {
    using series::MeasureKind;
    switch (definition.info.kind) {
      case MeasureKind::Share:
        addShare(definition);
        if (definition.weight) {
          showUnknown("without a weight, so left out", definition, definition.weight);
        }
        return;
      case MeasureKind::Ratio:
        addPart("top", definition.top);
        addPart("bottom", definition.bottom);
        return;
      case MeasureKind::Derive:
        for (const std::string& name : definition.reads) {
          if (const measure::MeasureDefinition* other = set_.find(name)) {
            add(*other);
          }
        }
        return;
      case MeasureKind::Figure:
      case MeasureKind::State:
        text_ += fmt::format(
            "\n{} is entered by people, in the table entered-figures of registers/: no rows stand behind it.\n",
            definition.info.name);
        return;
      case MeasureKind::Snapshot:
        addSnapshot(definition);
        return;
      case MeasureKind::ShareOf:
        addShare(definition);
        showUnknown("whose amount is not known, so left out", definition, definition.rows.amount);
        return;
      case MeasureKind::Mean:
      case MeasureKind::Median:
      case MeasureKind::Percentile:
        addAmounts(headingOf(definition), definition.rows, true);
        if (definition.weight) {
          showUnknown("without a weight, so left out", definition, definition.weight);
        }
        return;
      case MeasureKind::Distinct:
        addKeys(definition, definition.key, "counted, each " + definition.key + " once");
        return;
      case MeasureKind::Repeats:
        addKeys(definition, definition.repeats->who, "among which repeats are looked for");
        return;
      case MeasureKind::Sum:
        addAmounts(headingOf(definition), definition.rows, false);
        return;
      case MeasureKind::Count:
      case MeasureKind::Rate:
        addRows(headingOf(definition), definition.rows);
    }
  }

  const std::string& text() const { return text_; }

 private:
  static std::string headingOf(const measure::MeasureDefinition& definition) {
    return fmt::format("Rows of {} ({})", definition.rows.table, definition.info.name);
  }

  Tree groupOf(const measure::RowSet& rows) const {
    return rowsOfGroup(asked_, force_, measure::tableOf(rows.table, force_));
  }

  /// Rows that `where` and `of` hold of, of which an amount or weight is not known.
  void showUnknown(const std::string& words, const measure::MeasureDefinition& definition, const Tree& amount) {
    const Tree in_rows = both(both(groupOf(definition.rows), definition.rows.where), definition.of);
    show(words, definition.rows, in_rows, node(Op::IsNotNull, {amount}), Truth::False);
  }

  /// Keys themselves are never shown.
  void addKeys(const measure::MeasureDefinition& definition, const std::string& key, const std::string& words) {
    const measure::RowSet& rows = definition.rows;
    text_ += fmt::format("\n{}\n", headingOf(definition));
    const Tree group = groupOf(rows);
    const sdk::Column* column = measure::tableOf(rows.table, force_).find(key);
    const bool is_text = column != nullptr && column->type == sdk::ColumnType::Text;
    const Tree is_known = node(Op::IsNotNull, {leaf(Op::Column, is_text ? Type::Text : Type::Key, key)});
    show(words, rows, group, both(rows.where, is_known), Truth::True);
    show("without " + key + ", so left out", rows, both(group, rows.where), is_known, Truth::False);
    if (rows.where) {
      show("not counted", rows, group, rows.where, Truth::False);
      show("not known, so left out", rows, group, rows.where, Truth::Unknown);
    }
  }

  void addRows(const std::string& heading, const measure::RowSet& rows) {
    text_ += fmt::format("\n{}\n", heading);
    const Tree group = groupOf(rows);
    show("counted", rows, group, rows.where, Truth::True);
    if (rows.where) {
      show("not counted", rows, group, rows.where, Truth::False);
      show("not known, so left out", rows, group, rows.where, Truth::Unknown);
    }
  }

  /// Rows without a day of their own count whatever month they belong to.
  void addSnapshot(const measure::MeasureDefinition& definition) {
    const base::MonthRange asked = asked_.months;
    if (definition.snapshot->is_kept) {
      asked_.months = {base::Month(1900, 1), base::Month(2199, 11)};
    }
    addAmounts(headingOf(definition), definition.rows, false);
    asked_.months = asked;
  }

  /// A mean is one of the rows whose condition holds: of the rest nothing is left out.
  void addAmounts(const std::string& heading, const measure::RowSet& rows, bool is_mean) {
    if (!rows.amount) {
      addRows(heading, rows);
      return;
    }
    text_ += fmt::format("\n{}\n", heading);
    const Tree group = groupOf(rows);
    const Tree is_known = node(Op::IsNotNull, {rows.amount});
    show("counted", rows, group, both(rows.where, is_known), Truth::True);
    show("whose amount is not known, so left out", rows, both(group, rows.where), is_known, Truth::False);
    if (rows.where) {
      show("not counted", rows, group, rows.where, Truth::False);
      show(is_mean ? "not known to belong to it, so not counted" : "not known, so left out", rows, group, rows.where,
           Truth::Unknown);
    }
  }

  /// As the share is taken: of the rows that `where` and `of` hold of, those of which the condition is known.
  void addShare(const measure::MeasureDefinition& definition) {
    const measure::RowSet& rows = definition.rows;
    const Tree group = groupOf(rows);
    const Tree in_rows = both(group, rows.where);
    const bool is_part = rows.where || definition.of;
    if (is_part) {
      text_ +=
          fmt::format("\nRows of {} that the share's condition is put to ({})\n", rows.table, definition.info.name);
      show("in it", rows, group, both(rows.where, definition.of), Truth::True);
      show("not in it", rows, group, both(rows.where, definition.of), Truth::False);
      if (definition.of) {
        show("not known to be in it, so left out", rows, in_rows, definition.of, Truth::Unknown);
      }
      if (rows.where) {
        const Tree may_be = definition.of ? node(Op::Or, {node(Op::IsNull, {definition.of}), definition.of}) : nullptr;
        show("not known to belong to the measure, so not counted", rows, both(group, may_be), rows.where,
             Truth::Unknown);
      }
    }
    text_ += fmt::format("\n{} of {} ({})\n", is_part ? "Of those rows" : "Rows", rows.table, definition.info.name);
    const Tree base = both(in_rows, definition.of);
    show("where the condition holds", rows, base, definition.met, Truth::True);
    show("where it does not hold", rows, base, definition.met, Truth::False);
    show(definition.unknown_counts_as_no ? "where it is not known, counted as where it does not hold"
                                         : "where it is not known, so left out",
         rows, base, definition.met, Truth::Unknown);
  }

  void addPart(const char* name, const measure::MeasureDefinition::Part& part) {
    if (part.rows) {
      addAmounts(fmt::format("Rows of {} (the {})", part.rows->table, name), *part.rows, false);
    } else if (const measure::MeasureDefinition* other = set_.find(part.measure)) {
      add(*other);
    }
  }

  void show(const std::string& words, const measure::RowSet& rows, const Tree& within, const Tree& where, Truth truth) {
    warehouse::RowQuery query;
    query.table = rows.table;
    query.date = rows.date;
    query.months = asked_.months;
    query.within = within;
    query.where = where;
    query.truth = truth;
    query.most = asked_.most;
    const warehouse::RowTable found = warehouse_.rows(query);
    std::string ending = found.rows.empty() ? "." : ":";
    if (static_cast<std::size_t>(found.total) > found.rows.size()) {
      ending = fmt::format("; the first {}:", found.rows.size());
    }
    text_ += fmt::format("{} {}{}\n", base::countOf(found.total, "row", "rows"), words, ending);
    if (!found.rows.empty()) {
      text_ += tableText(found);
    }
    if (truth == Truth::True) {
      text_ += fmt::format("  asked as: {}\n", found.statement);
    }
  }

  const measure::MeasureSet& set_;
  RowsAsked asked_;
  const sdk::Force& force_;
  warehouse::Warehouse& warehouse_;
  std::string text_;
};

}  // namespace

std::string rowsBehind(const measure::MeasureDefinition& definition, const measure::MeasureSet& set,
                       const RowsAsked& asked, const sdk::Force& force, warehouse::Warehouse& warehouse) {
  RowsBehind behind(set, asked, force, warehouse);
  behind.add(definition);
  return behind.text();
}

}  // namespace boardpack::app
