#include "measure/evaluation/values/entry_answer.hpp"

#include "measure/evaluation/values/entry_view.hpp"
#include "measure/evaluation/values/key_values.hpp"
#include "measure/evaluation/values/ordered_values.hpp"

#include <functional>

namespace boardpack::measure {
namespace {

using series::Cell;
using series::Symbol;

constexpr double kMedian = 0.5;

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
    back.months = question.look_backs * (question.knows_days ? question.look_back : question.look_back - 1);
    back.first = months.first - back.months;
  }
  if (back.first <= months.last) {
    back.gaps = coverage.gapsOver({back.first, months.last}, question.rows.table, question.columnsRead());
  }
  return back;
}

bool isOfKeys(const EntryAsked& asked) { return asked.question.adds == Question::Adds::Keys; }

EntryAnswer answerOf(const EntryAsked& asked, const EntryView& view, const std::function<LookBack()>& look_back) {
  EntryAnswer answer{.tallies = view.tallies(isOfKeys(asked)), .values = nullptr};
  if (!isOfKeys(asked)) {
    answer.values = std::make_shared<QuantileValues>(view, asked.definition.quantile.value_or(kMedian));
  } else if (asked.definition.repeats) {
    answer.values = repeatValues(view, *asked.definition.repeats, look_back());
  } else {
    answer.values = distinctValues(view);
  }
  return answer;
}

EntryView viewOf(const EntryAsked& asked, const std::vector<std::string>& names) {
  return {asked.question, names, asked.entries, asked.months, asked.gaps};
}

}  // namespace

EntryAnswer entryAnswer(const EntryAsked& asked, const std::vector<std::string>& names, Coverage& coverage) {
  return answerOf(asked, viewOf(asked, names), [&] { return lookBackOf(asked.question, asked.months, coverage); });
}

std::size_t entryGroups(const EntryAsked& asked, const std::vector<std::string>& names) {
  return viewOf(asked, names).groupsThatOccur(isOfKeys(asked)).size();
}

std::map<std::string, base::Decimal> entrySizes(const EntryAsked& asked, const std::vector<std::string>& names,
                                                base::MonthRange over) {
  EntryView view = viewOf(asked, names);
  std::map<std::string, base::Decimal> sizes;
  for (const std::string& group : view.groupsThatOccur(isOfKeys(asked))) {
    sizes.emplace(group, base::Decimal());
  }
  view.joinMonths(over);
  if (!isOfKeys(asked)) {
    for (const auto& [group, joined] : view.tallies(false)) {
      sizes[group] = joined.front().denominator;
    }
    return sizes;
  }
  const EntryAnswer answer = answerOf(asked, view, [] { return LookBack(); });
  const bool is_share = asked.definition.repeats && asked.definition.repeats->as_share;
  for (const auto& [group, joined] : answer.tallies) {
    const Cell cell = answer.values->over(group, {over.first, over.first}, joined.front());
    const double size = (is_share ? cell.denominator : cell.numerator).value_or(0);
    sizes[group] = base::Decimal::fromCount(static_cast<std::int64_t>(size));
  }
  return sizes;
}

}  // namespace boardpack::measure
