#include "statistics/comparisons.hpp"

#include "base/decimal_arithmetic.hpp"
#include "series/window_months.hpp"

#include <array>
#include <cmath>

namespace boardpack::statistics {

namespace {

using series::Cell;
using series::Reference;
using series::Symbol;
using series::Window;

struct Pair {
  Window window;
  Reference reference;
  int months_back;
};

constexpr std::array kPairs{Pair{Window::Month, Reference::PreviousMonth, 1},
                            Pair{Window::Month, Reference::SameMonthLastYear, 12},
                            Pair{Window::Mrt, Reference::PreviousMrt, 12},
                            Pair{Window::Ytd, Reference::PreviousYtd, 12},
                            Pair{Window::Quarter, Reference::PreviousWindow, 3},
                            Pair{Window::Quarter, Reference::SameWindowLastYear, 12},
                            Pair{Window::FinancialYear, Reference::PreviousWindow, 12},
                            Pair{Window::CalendarYear, Reference::PreviousWindow, 12}};

/// Why two values that are there cannot be set against each other; "" when they can.
std::string notComparable(const series::MeasureInfo& info, const Cell& now, const Cell& before) {
  if (info.nature.is_order) {
    return "states are compared in words";
  }
  return now.bound != series::Bound::Exact || before.bound != series::Bound::Exact
             ? "one of the two figures is not known exactly"
             : "";
}

/// The symbol and reason of whichever cell has no value, the latest first.
Cell missingOf(const Cell& now, const Cell& before) {
  const Cell& cause = now.has() ? before : now;
  return Cell::missing(cause.symbol, cause.reason);
}

/// A number made of both values: what it is made of still settles, or is of few rows, so does or is the number.
Cell carrying(const Cell& now, const Cell& before, double value) {
  Cell cell = Cell::of(value);
  for (const series::Mark mark : {series::Mark::Provisional, series::Mark::LowReliability}) {
    if (now.marks.has(mark) || before.marks.has(mark)) {
      cell.marks.add(mark);
    }
  }
  return cell;
}

Cell changeOf(const Cell& now, const Cell& before) {
  if (!now.has() || !before.has()) {
    return missingOf(now, before);
  }
  return carrying(now, before, base::differenceOf(*now.value, *before.value));
}

Cell percentOf(const series::MeasureInfo& info, const Cell& now, const Cell& before) {
  if (!now.has() || !before.has()) {
    return missingOf(now, before);
  }
  if (changesInOwnUnit(info)) {
    return Cell::missing(Symbol::NotApplicable, info.unit == "%" ? "the change of a percentage is in percentage points"
                                                                 : "the change of a rate is in its own unit");
  }
  if (info.nature.is_truth) {
    return Cell::missing(Symbol::NotApplicable, series::kTruthReason);
  }
  if (*before.value == 0) {
    return Cell::missing(Symbol::NotApplicable, "a change from 0 has no percentage");
  }
  if (*before.value < 0) {
    return Cell::missing(Symbol::NotApplicable, "a change from below 0 has no percentage");
  }
  return carrying(now, before,
                  base::quotientOf(base::productOf(100, base::differenceOf(*now.value, *before.value)), *before.value));
}

series::Comparison comparisonOf(const series::MeasureInfo& info, const Cell& now, const Cell& before) {
  series::Comparison made;
  made.before = before;
  made.change = changeOf(now, before);
  made.change_percent = percentOf(info, now, before);
  const std::string why_not = now.has() && before.has() ? notComparable(info, now, before) : "";
  if (!why_not.empty()) {
    made.change = Cell::missing(Symbol::NotApplicable, why_not);
    made.change_percent = made.change;
  }
  return made;
}

struct PublishedCell {
  base::MonthRange months;
  Cell cell;
};

/// The figure of the paper last published. One of another number of months is none for a measure that adds up.
PublishedCell publishedBefore(const series::Series& series, const series::GroupSeries& group, Window window,
                              base::MonthRange own, const Published& published) {
  if (!published.isGiven()) {
    return {.months = own,
            .cell = Cell::missing(Symbol::NotAvailable, "the figures of the paper last published were not given")};
  }
  const std::optional<Published::Value> before = published.latest(group, window);
  if (!before) {
    return {.months = own, .cell = Cell::missing(Symbol::NotAvailable, "the paper last published has no such figure")};
  }
  const base::MonthRange months = series::monthsOf(series.info, series.waves, window, before->period)
                                      .value_or(base::MonthRange{before->period, before->period});
  if (months.count() != own.count() && series.info.nature.grows_with_length) {
    return {
        .months = months,
        .cell = Cell::missing(Symbol::NotApplicable, "a figure of " + base::rangeInWords(own) +
                                                         " is not compared with one of " + base::rangeInWords(months))};
  }
  return {.months = months, .cell = before->cell};
}

}  // namespace

bool isWithinChance(double now, double before) {
  return std::abs(std::sqrt(2.0) * (std::sqrt(now) - std::sqrt(before))) < kChanceBound;
}

bool changesInOwnUnit(const series::MeasureInfo& info) { return info.nature.is_rate || info.unit == "%"; }

std::vector<series::Comparison> comparisonsOf(const series::Series& series, const series::GroupSeries& group,
                                              base::Month month, const Published& published) {
  std::vector<series::Comparison> comparisons;
  for (const Window window : series::kAllWindows) {
    if (!series.info.has(window)) {
      continue;
    }
    const base::MonthRange own =
        series::monthsOf(series.info, series.waves, window, month).value_or(base::MonthRange{month, month});
    const Cell now = series.at(group, window, month);
    const auto add = [&](Reference reference, const std::string& label, base::MonthRange months, Cell before) {
      comparisons.push_back(comparisonOf(series.info, now, before));
      series::Comparison& made = comparisons.back();
      made.window = window;
      made.reference = reference;
      made.label = label;
      made.reference_period = months.last;
      made.months = own;
      made.before_months = months;
    };
    for (const Pair& pair : kPairs) {
      if (pair.window == window) {
        const base::Month end = month - pair.months_back;
        add(pair.reference, "",
            series::monthsOf(series.info, series.waves, window, end).value_or(base::MonthRange{end, end}),
            series.at(group, window, end));
      }
    }
    for (const series::ReferenceValue& value : group.references) {
      if (value.window == window) {
        add(value.reference, value.label, value.months, value.cell);
      }
    }
    for (const series::NamedReference& reference : series.info.compare) {
      if (reference.kind == series::NamedReference::Kind::LastPublished) {
        const PublishedCell before = publishedBefore(series, group, window, own, published);
        add(Reference::Named, reference.label, before.months, before.cell);
      }
    }
  }
  return comparisons;
}

}  // namespace boardpack::statistics
