#include "measure/evaluation/entry_values.hpp"

#include "measure/evaluation/entry_view.hpp"
#include "measure/evaluation/key_values.hpp"
#include "measure/evaluation/ordered_values.hpp"

namespace boardpack::measure {
namespace {

using series::Cell;
using series::Symbol;

class QuantileValues final : public EntryValues {
 public:
  QuantileValues(const EntryView& view, double quantile)
      : numbers_(view.numbers()),
        first_(view.firstMonth()),
        quantile_(quantile),
        values_(view.groups(), OrderedValues(view.months())) {
    const warehouse::EntryTable& table = view.table();
    for (std::size_t i = 0; i < table.known; ++i) {
      if (view.counts(i) && view.month(i) >= 0) {
        values_[view.group(i)].add(table.amount[i], view.month(i), table.rows[i]);
      }
    }
    for (OrderedValues& values : values_) {
      values.finish();
    }
  }

  Cell over(const std::string& group, base::MonthRange range, const Tally& sum) const override {
    const auto number = numbers_.find(group);
    const bool has_rows = number != numbers_.end() && sum.denominator != base::Decimal();
    Cell cell = has_rows
                    ? Cell::of(values_[number->second].quantile(range.first - first_, range.last - first_, quantile_))
                    : Cell::missing(Symbol::NotApplicable, "no rows to take it of");
    cell.denominator = sum.denominator.toDouble();
    cell.unknown = sum.unknown;
    return cell;
  }

 private:
  std::map<std::string, std::size_t> numbers_;
  base::Month first_;
  double quantile_;
  std::vector<OrderedValues> values_;
};

/// A window needs the months before its first from which an event of it may be a repeat: of a date known to the month
/// alone one fewer, since its own month is one of them.
LookBack lookBackOf(const Question& question, base::MonthRange months, Coverage& coverage) {
  LookBack back;
  if (question.look_back == Question::kEver) {
    back.months = Question::kEver;
    back.first = coverage.earliest(question.rows.table).value_or(months.first);
  } else {
    back.months = question.knows_days ? question.look_back : question.look_back - 1;
    back.first = months.first - back.months;
  }
  if (back.first <= months.last) {
    back.gaps = coverage.gapsOver({back.first, months.last}, question.rows.table, question.columnsRead());
  }
  return back;
}

}  // namespace

EntryAnswer entryAnswer(const MeasureDefinition& definition, const Question& question, const Breakdown& breakdown,
                        Entries& entries, base::MonthRange months, const Gaps& gaps, const Areas& areas,
                        Coverage& coverage) {
  const EntryView view(question, breakdown, entries, months, gaps, areas);
  const bool is_of_keys = question.adds == Question::Adds::Keys;
  EntryAnswer answer{.tallies = view.tallies(is_of_keys), .values = nullptr};
  if (!is_of_keys) {
    answer.values = std::make_shared<QuantileValues>(view, definition.quantile);
  } else if (definition.repeats) {
    answer.values = repeatValues(view, *definition.repeats, lookBackOf(question, months, coverage));
  } else {
    answer.values = distinctValues(view);
  }
  return answer;
}

}  // namespace boardpack::measure
