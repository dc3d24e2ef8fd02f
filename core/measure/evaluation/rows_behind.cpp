#include "measure/evaluation/rows_behind.hpp"

#include "base/text.hpp"
#include "measure/evaluation/ask/question.hpp"
#include "measure/evaluation/groups/rows_of_group.hpp"
#include "measure/evaluation/groups/trees.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace boardpack::measure {
namespace {

using expression::Op;
using expression::Tree;
using expression::Type;
using Counts = warehouse::RowQuery::Truth;

/// Rows that are not known are shown all, unless they are more than anyone reads.
constexpr std::size_t kMostUnknown = 1000;

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
  RowsBehind(const MeasureSet& set, const RowsAsked& asked, const sdk::Force& force, warehouse::Warehouse& warehouse)
      : set_(set), asked_(asked), months_(asked.months), force_(force), warehouse_(warehouse) {}

  void add(const MeasureDefinition& definition) {
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
          if (const MeasureDefinition* other = set_.find(name)) {
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
        addRepeats(definition);
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
  static std::string headingOf(const MeasureDefinition& definition) {
    return fmt::format("Rows of {} ({})", definition.rows.table, definition.info.name);
  }

  Tree groupOf(const RowSet& rows) const {
    return rowsOfGroup(asked_, {force_, tableOf(rows.table, force_), rows.date, asked_.months});
  }

  /// Rows that `where` and `of` hold of, of which an amount or weight is not known.
  void showUnknown(const std::string& words, const MeasureDefinition& definition, const Tree& amount) {
    const Tree in_rows = both(both(groupOf(definition.rows), definition.rows.where), definition.of);
    showBlank(words, definition.rows, in_rows, amount);
  }

  /// Keys themselves are never shown.
  void addKeys(const MeasureDefinition& definition, const std::string& key, const std::string& words) {
    const RowSet& rows = definition.rows;
    text_ += fmt::format("\n{}\n", headingOf(definition));
    const Tree group = groupOf(rows);
    const sdk::Column* column = tableOf(rows.table, force_).find(key);
    const bool is_text = column != nullptr && column->type == sdk::ColumnType::Text;
    const Tree known = leaf(Op::Column, is_text ? Type::Text : Type::Key, key);
    show(words, rows, group, both(rows.where, node(Op::IsNotNull, {known})), Counts::True);
    showBlank("without " + key + ", so left out", rows, both(group, rows.where), known);
    if (rows.where) {
      show("not counted", rows, group, rows.where, Counts::False);
      show("not known, so left out", rows, group, rows.where, Counts::Unknown);
    }
  }

  /// The rows that count as repeats, those of one key together: who they are of is a number, never the key.
  void addRepeats(const MeasureDefinition& definition) {
    const MeasureDefinition::Repeats& repeats = *definition.repeats;
    const int least = repeats.first_time || !repeats.exactly ? repeats.min : *repeats.exactly;
    const bool is_one_place = repeats.first_time || repeats.exactly;
    warehouse::RowQuery query = queryOf(definition.rows, groupOf(definition.rows));
    query.repeats =
        warehouse::RepeatRows{.key = repeats.who,
                              .counted = definition.rows.where,
                              .within = repeats.within == MeasureDefinition::Repeats::kEver ? 0 : repeats.within,
                              .least = least,
                              .most = is_one_place ? std::optional(least) : std::nullopt,
                              .is_furthest = repeats.exactly && !repeats.first_time && !repeats.counts_events};
    const warehouse::RowTable found = warehouse_.rows(query);
    text_ += fmt::format(
        "{} of {} different {} that count as repeats, each row the nth of who it is of{}{}\n",
        base::countOf(found.total, "row", "rows"), base::formatNumber(static_cast<double>(found.keys)), repeats.who,
        repeats.within == MeasureDefinition::Repeats::kEver
            ? std::string(" in all the data")
            : fmt::format(" in the {} that end with its day", base::countOf(repeats.within, "month", "months")),
        endingOf(found));
    addTable(found, true);
  }

  void addRows(const std::string& heading, const RowSet& rows) {
    text_ += fmt::format("\n{}\n", heading);
    const Tree group = groupOf(rows);
    show("counted", rows, group, rows.where, Counts::True);
    if (rows.where) {
      show("not counted", rows, group, rows.where, Counts::False);
      show("not known, so left out", rows, group, rows.where, Counts::Unknown);
    }
  }

  /// Rows without a day of their own count whatever month they belong to.
  void addSnapshot(const MeasureDefinition& definition) {
    const base::MonthRange asked = months_;
    if (definition.snapshot->is_kept) {
      months_ = {base::Month(1900, 1), base::Month(2199, 11)};
      asked_.months = {asked.last, asked.last};  // by the areas of the month that they tell of
    }
    addAmounts(headingOf(definition), definition.rows, false);
    months_ = asked_.months = asked;
  }

  /// A mean is one of the rows whose condition holds: of the rest nothing is left out.
  void addAmounts(const std::string& heading, const RowSet& rows, bool is_mean) {
    if (!rows.amount) {
      addRows(heading, rows);
      return;
    }
    text_ += fmt::format("\n{}\n", heading);
    const Tree group = groupOf(rows);
    const Tree is_known = node(Op::IsNotNull, {rows.amount});
    show("counted", rows, group, both(rows.where, is_known), Counts::True);
    showBlank("whose amount is not known, so left out", rows, both(group, rows.where), rows.amount);
    if (rows.where) {
      show("not counted", rows, group, rows.where, Counts::False);
      show(is_mean ? "not known to belong to it, so not counted" : "not known, so left out", rows, group, rows.where,
           Counts::Unknown);
    }
  }

  /// As the share is taken: of the rows that `where` and `of` hold of, those of which the condition is known.
  void addShare(const MeasureDefinition& definition) {
    const RowSet& rows = definition.rows;
    const Tree group = groupOf(rows);
    const Tree in_rows = both(group, rows.where);
    const bool is_part = rows.where || definition.of;
    if (is_part) {
      text_ +=
          fmt::format("\nRows of {} that the share's condition is put to ({})\n", rows.table, definition.info.name);
      show("in it", rows, group, both(rows.where, definition.of), Counts::True);
      show("not in it", rows, group, both(rows.where, definition.of), Counts::False);
      if (definition.of) {
        show("not known to be in it, so left out", rows, in_rows, definition.of, Counts::Unknown);
      }
      if (rows.where) {
        const Tree may_be = definition.of ? node(Op::Or, {node(Op::IsNull, {definition.of}), definition.of}) : nullptr;
        show("not known to belong to the measure, so not counted", rows, both(group, may_be), rows.where,
             Counts::Unknown);
      }
    }
    text_ += fmt::format("\n{} of {} ({})\n", is_part ? "Of those rows" : "Rows", rows.table, definition.info.name);
    const Tree base = both(in_rows, definition.of);
    show("where the condition holds", rows, base, definition.met, Counts::True);
    show("where it does not hold", rows, base, definition.met, Counts::False);
    show(definition.unknown_counts_as_no ? "where it is not known, counted as where it does not hold"
                                         : "where it is not known, so left out",
         rows, base, definition.met, Counts::Unknown);
  }

  void addPart(const char* name, const MeasureDefinition::Part& part) {
    if (part.rows) {
      addAmounts(fmt::format("Rows of {} (the {})", part.rows->table, name), *part.rows, false);
    } else if (const MeasureDefinition* other = set_.find(part.measure)) {
      add(*other);
    }
  }

  warehouse::RowQuery queryOf(const RowSet& rows, const Tree& within) const {
    warehouse::RowQuery query;
    query.table = rows.table;
    query.date = rows.date;
    query.months = months_;
    query.within = within;
    query.most = asked_.most;
    return query;
  }

  static std::string endingOf(const warehouse::RowTable& found) {
    if (static_cast<std::size_t>(found.total) > found.rows.size()) {
      return fmt::format("; the first {}:", base::formatNumber(static_cast<double>(found.rows.size())));
    }
    return found.rows.empty() ? "." : ":";
  }

  void addTable(const warehouse::RowTable& found, bool with_statement) {
    if (!found.rows.empty()) {
      text_ += tableText(found);
    }
    if (with_statement) {
      text_ += fmt::format("  asked as: {}\n", found.statement);
    }
  }

  void show(const std::string& words, const RowSet& rows, const Tree& within, const Tree& where, Counts truth) {
    warehouse::RowQuery query = queryOf(rows, within);
    query.where = where;
    query.truth = truth;
    if (truth == Counts::Unknown) {
      query.most = std::max(query.most, kMostUnknown);
    }
    const warehouse::RowTable found = warehouse_.rows(query);
    text_ += fmt::format("{} {}{}\n", base::countOf(found.total, "row", "rows"), words, endingOf(found));
    addTable(found, truth == Counts::True);
  }

  /// The rows of which `value` is blank.
  void showBlank(const std::string& words, const RowSet& rows, const Tree& within, const Tree& value) {
    show(words, rows, within, value, Counts::Unknown);
  }

  const MeasureSet& set_;
  RowsAsked asked_;
  base::MonthRange months_;  ///< of the rows looked at
  const sdk::Force& force_;
  warehouse::Warehouse& warehouse_;
  std::string text_;
};

}  // namespace

std::string rowsBehind(const MeasureDefinition& definition, const MeasureSet& set, const RowsAsked& asked,
                       const sdk::Force& force, warehouse::Warehouse& warehouse) {
  RowsBehind behind(set, asked, force, warehouse);
  behind.add(definition);
  return behind.text();
}

}  // namespace boardpack::measure
