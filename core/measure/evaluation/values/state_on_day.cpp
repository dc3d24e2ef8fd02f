#include "measure/evaluation/values/state_on_day.hpp"

#include "base/decimal_arithmetic.hpp"

namespace boardpack::measure {

using series::Cell;
using series::Symbol;

namespace {

Cell cellOf(const Tally& tally) {
  Cell cell = Cell::of(tally.numerator.toDouble());
  cell.numerator = cell.value;
  cell.unknown = tally.unknown;
  return cell;
}

/// Each month counts alike, however many days of it are known.
Cell meanOf(const std::vector<const StateOnDay*>& of_months) {
  Tally sum;
  for (const StateOnDay* state : of_months) {
    sum += state->tally;
  }
  const auto months = static_cast<double>(of_months.size());
  Cell cell = Cell::of(base::quotientOf(sum.numerator.toDouble(), months));
  cell.numerator = sum.numerator.toDouble();
  cell.denominator = months;
  cell.unknown = sum.unknown;
  return cell;
}

}  // namespace

DailyStates sumOf(const std::vector<std::string>& groups, const GroupStates& states) {
  DailyStates sum = states.none;
  for (const std::string& group : groups) {
    const auto found = states.groups.find(group);
    for (std::size_t i = 0; found != states.groups.end() && i < sum.size(); ++i) {
      sum[i].tally += found->second[i].tally;
    }
  }
  return sum;
}

SnapshotValue::SnapshotValue(const MeasureDefinition& definition, base::Month reported,
                             const std::optional<sdk::Date>& board_date)
    : over_(definition.snapshot->over),
      until_(definition.snapshot->until_board && board_date ? board_date : std::nullopt),
      reported_(reported) {}

const StateOnDay* SnapshotValue::of(const DailyStates& states, base::Month month) const {
  const sdk::Date last = month == reported_ && until_ && month.lastDay() < *until_ ? *until_ : month.lastDay();
  const StateOnDay* found = nullptr;
  for (const StateOnDay& state : states) {
    if (month.firstDay() <= state.day && state.day <= last) {
      found = &state;
    }
  }
  return found;
}

Cell SnapshotValue::over(const DailyStates& states, base::MonthRange months) const {
  std::vector<const StateOnDay*> of_months;
  std::vector<base::Month> without;
  const base::Month first = over_ == Over::Last ? months.last : months.first;
  for (base::Month month = first; month <= months.last; month = month + 1) {
    if (const StateOnDay* state = of(states, month)) {
      of_months.push_back(state);
    } else {
      without.push_back(month);
    }
  }
  if (!without.empty()) {
    return Cell::missing(Symbol::NotAvailable, "no row is as at a day of " + base::monthsInWords(without));
  }
  switch (over_) {
    case Over::Last:
      return cellOf(of_months.back()->tally);
    case Over::Mean:
      return meanOf(of_months);
    case Over::Lowest:
    case Over::Highest:
      break;
  }
  return extremeOf(states, months);
}

Cell SnapshotValue::extremeOf(const DailyStates& states, base::MonthRange months) const {
  const StateOnDay* found = nullptr;
  for (const StateOnDay& state : states) {
    const bool is_inside = months.first.firstDay() <= state.day && state.day <= months.last.lastDay();
    const bool is_further =
        found == nullptr || (over_ == Over::Lowest ? state.tally.numerator < found->tally.numerator
                                                   : found->tally.numerator < state.tally.numerator);
    found = is_inside && is_further ? &state : found;
  }
  return found == nullptr ? Cell::missing(Symbol::NotAvailable, "no row is as at a day of the period")
                          : cellOf(found->tally);
}

}  // namespace boardpack::measure
