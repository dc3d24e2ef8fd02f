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

class RowsBehind {
 public:
  RowsBehind(const MeasureSet& set, const RowsAsked& asked, const sdk::Force& force)
      : set_(set), asked_(asked), months_(asked.months), force_(force) {}

  void add(const MeasureDefinition& definition) {
    switch (definition.kind) {
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
        begin(
            fmt::format("{} is entered by people, in the table entered-figures of registers/: no rows stand behind it.",
                        definition.info.name));
        return;
      case MeasureKind::Snapshot:
        addSnapshot(definition);
        return;
      case MeasureKind::ShareOf:
        addShare(definition);
        showUnknown("whose amount is not known, so left out", definition, definition.rows.amount);
        return;
      case MeasureKind::Mean:
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

  std::vector<RowSection> sections() { return std::move(sections_); }

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
    begin(headingOf(definition));
    const Tree group = groupOf(rows);
    const sdk::Column* column = tableOf(rows.table, force_).find(key);
    const bool is_text = column != nullptr && column->type == sdk::ColumnType::Text;
    const Tree known = leaf(Op::Column, is_text ? Type::Text : Type::Key, key);
    show(RowPart::Counted, words, rows, group, both(rows.where, node(Op::IsNotNull, {known})), Counts::True);
    showBlank("without " + key + ", so left out", rows, both(group, rows.where), known);
    if (rows.where) {
      show(RowPart::NotCounted, "not counted", rows, group, rows.where, Counts::False);
      show(RowPart::Unknown, "not known, so left out", rows, group, rows.where, Counts::Unknown);
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
    const std::string when =
        repeats.within == MeasureDefinition::Repeats::kEver
            ? std::string(" in all the data")
            : fmt::format(" in the {} that end with its day", base::countOf(repeats.within, "month", "months"));
    sections_.back().rows.push_back({.part = RowPart::Repeats,
                                     .words = "that count as repeats, each row the nth of who it is of" + when,
                                     .query = std::move(query)});
  }

  void addRows(const std::string& heading, const RowSet& rows) {
    begin(heading);
    const Tree group = groupOf(rows);
    show(RowPart::Counted, "counted", rows, group, rows.where, Counts::True);
    if (rows.where) {
      show(RowPart::NotCounted, "not counted", rows, group, rows.where, Counts::False);
      show(RowPart::Unknown, "not known, so left out", rows, group, rows.where, Counts::Unknown);
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
    begin(heading);
    const Tree group = groupOf(rows);
    const Tree is_known = node(Op::IsNotNull, {rows.amount});
    show(RowPart::Counted, "counted", rows, group, both(rows.where, is_known), Counts::True);
    showBlank("whose amount is not known, so left out", rows, both(group, rows.where), rows.amount);
    if (rows.where) {
      show(RowPart::NotCounted, "not counted", rows, group, rows.where, Counts::False);
      show(is_mean ? RowPart::NotCounted : RowPart::Unknown,
           is_mean ? "not known to belong to it, so not counted" : "not known, so left out", rows, group, rows.where,
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
      begin(fmt::format("Rows of {} that the share's condition is put to ({})", rows.table, definition.info.name));
      show(RowPart::Base, "in it", rows, group, both(rows.where, definition.of), Counts::True);
      show(RowPart::NotCounted, "not in it", rows, group, both(rows.where, definition.of), Counts::False);
      if (definition.of) {
        show(RowPart::Unknown, "not known to be in it, so left out", rows, in_rows, definition.of, Counts::Unknown);
      }
      if (rows.where) {
        const Tree may_be = definition.of ? node(Op::Or, {node(Op::IsNull, {definition.of}), definition.of}) : nullptr;
        show(RowPart::NotCounted, "not known to belong to the measure, so not counted", rows, both(group, may_be),
             rows.where, Counts::Unknown);
      }
    }
    begin(fmt::format("{} of {} ({})", is_part ? "Of those rows" : "Rows", rows.table, definition.info.name));
    const Tree base = both(in_rows, definition.of);
    show(RowPart::Counted, "where the condition holds", rows, base, definition.met, Counts::True);
    show(RowPart::BaseOnly, "where it does not hold", rows, base, definition.met, Counts::False);
    show(definition.unknown_counts_as_no ? RowPart::BaseOnly : RowPart::Unknown,
         definition.unknown_counts_as_no ? "where it is not known, counted as where it does not hold"
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

  void begin(const std::string& heading) { sections_.push_back({.heading = heading, .rows = {}}); }

  void show(RowPart part, const std::string& words, const RowSet& rows, const Tree& within, const Tree& where,
            Counts truth) {
    warehouse::RowQuery query = queryOf(rows, within);
    query.where = where;
    query.truth = truth;
    if (truth == Counts::Unknown) {
      query.most = std::max(query.most, kMostUnknown);
    }
    sections_.back().rows.push_back({.part = part, .words = words, .query = std::move(query)});
  }

  /// The rows of which `value` is blank.
  void showBlank(const std::string& words, const RowSet& rows, const Tree& within, const Tree& value) {
    show(RowPart::Unknown, words, rows, within, value, Counts::Unknown);
  }

  const MeasureSet& set_;
  RowsAsked asked_;
  base::MonthRange months_;  ///< of the rows looked at
  const sdk::Force& force_;
  std::vector<RowSection> sections_;
};

}  // namespace

std::vector<RowSection> rowsBehind(const MeasureDefinition& definition, const MeasureSet& set, const RowsAsked& asked,
                                   const sdk::Force& force) {
  RowsBehind behind(set, asked, force);
  behind.add(definition);
  return behind.sections();
}

}  // namespace boardpack::measure
