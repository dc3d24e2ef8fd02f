#include "measure/evaluation/values/windows.hpp"

#include "series/window_months.hpp"

#include <algorithm>

namespace boardpack::measure {
namespace {

using series::Cell;
using series::Symbol;
using series::Window;

std::string need(Window window, base::MonthRange range) {
  switch (window) {
    case Window::Month:
      break;
    case Window::Mrt:
      return "a 12-month figure needs all 12 months; ";
    case Window::Ytd:
      return range.count() > 1 ? "a figure of the financial year needs every month from April; " : "";
    case Window::Quarter:
      return "a figure of a quarter needs all three months; ";
    case Window::FinancialYear:
    case Window::CalendarYear:
      return "a figure of a year needs all 12 months; ";
    case Window::Since:
    case Window::Between:
    case Window::Wave:
      return range.count() > 1 ? "a figure of " + base::rangeInWords(range) + " needs every month; " : "";
  }
  return {};
}

/// Why a window has no months at all.
Cell noMonths(const ReportedMonths& reported, Window window, base::Month end) {
  const series::MeasureInfo& info = *reported.info;
  if (window == Window::Since && info.since) {
    return Cell::missing(Symbol::NotApplicable, "the period begins with " + info.since->longName());
  }
  if (window == Window::Between && info.between) {
    return Cell::missing(Symbol::NotAvailable, "the period ends with " + info.between->last.longName());
  }
  if (window == Window::Wave) {
    return Cell::missing(Symbol::NotAvailable,
                         reported.waves.empty()
                             ? "no wave of the survey '" + info.survey + "' is registered"
                             : "no wave of the survey '" + info.survey + "' had ended by " + end.longName());
  }
  return Cell::missing(Symbol::NotApplicable, "the measure is not reported over that period");
}

bool isProvisional(const ReportedMonths& reported, base::MonthRange range) {
  for (base::Month month = range.first; month <= range.last; month = month + 1) {
    const auto index = static_cast<std::size_t>(month - reported.months.first);
    if (index < reported.provisional.size() && reported.provisional[index]) {
      return true;
    }
  }
  return false;
}

/// The value over months, or the reason why there is none, which begins with what `needs()` says.
template <class Needs>
Cell valueOver(base::MonthRange range, const Needs& needs, const ReportedMonths& reported, const Gaps& gaps,
               const RangeValue& value) {
  const bool is_asked = reported.months.first <= range.first && range.last <= reported.months.last;
  if (!is_asked) {
    return Cell::missing(Symbol::NotAvailable, needs() + "no extract was asked for " + base::rangeInWords(range));
  }
  const auto first = static_cast<std::ptrdiff_t>(range.first - reported.months.first);
  const auto begin = gaps.begin() + first;
  const auto end = begin + range.count();
  if (std::any_of(begin, end, [](const auto& gap) { return gap.has_value(); })) {
    const Gaps inside(begin, end);
    return Cell::missing(Symbol::NotAvailable, needs() + gapsInWords(inside, range.first, reported.name_table));
  }
  Cell cell = value(range);
  if (cell.has() && isProvisional(reported, range)) {
    cell.marks.add(series::Mark::Provisional);
  }
  return cell;
}

/// Whether a period of `whole` months has a mean stretch of `part`: months always, quarters and years of whole years,
/// so that every month of the year counts alike.
bool hasMeanStretch(int whole, int part) {
  constexpr int kQuarter = 3;
  constexpr int kYear = 12;
  const bool is_of_years = (part == kQuarter || part == kYear) && whole % kYear == 0;
  return part == 1 || is_of_years;
}

Cell likeWithLike(Window window, base::MonthRange own, base::MonthRange period, const std::string& label,
                  const ReportedMonths& reported, const Gaps& gaps, const RangeValue& value) {
  if (period.last > reported.latest) {
    return Cell::missing(Symbol::NotAvailable, label + " ends with " + period.last.longName());
  }
  const auto needs = [&] { return period.count() > 1 ? label + " needs every month; " : std::string(); };
  const bool is_of_window = own.count() == period.count() || !reported.info->nature.grows_with_length;
  if (is_of_window) {
    return valueOver(period, needs, reported, gaps, value);
  }
  const bool can_divide = reported.info->nature.has_mean_stretch && window != Window::Ytd && window != Window::Since &&
                          window != Window::Between && window != Window::Wave &&
                          hasMeanStretch(period.count(), own.count());
  if (!can_divide) {
    return Cell::missing(Symbol::NotApplicable, "a figure of " + std::to_string(own.count()) +
                                                    (own.count() == 1 ? " month" : " months") +
                                                    " is not compared with one of " + std::to_string(period.count()));
  }
  Cell cell = valueOver(period, needs, reported, gaps, value);
  if (cell.has()) {
    cell.value = *cell.value * own.count() / period.count();
  }
  return cell;
}

/// The wave before `own`, and the one of the same months a year before.
std::optional<base::MonthRange> waveEnding(const std::vector<series::Wave>& waves, base::MonthRange own, bool a_year) {
  std::optional<base::MonthRange> found;
  for (const series::Wave& wave : waves) {
    const bool fits = a_year ? wave.months == base::MonthRange{own.first - 12, own.last - 12}
                             : wave.months.last < own.last && (!found || found->last < wave.months.last);
    if (fits) {
      found = wave.months;
    }
  }
  return found;
}

/// The months that a window without a fixed length is compared with: before it, and a year before.
std::optional<base::MonthRange> monthsBefore(Window window, base::MonthRange own, bool a_year,
                                             const ReportedMonths& reported) {
  if (window == Window::Wave) {
    return waveEnding(reported.waves, own, a_year);
  }
  const int back = a_year ? kMrtMonths : own.count();
  const bool would_overlap = back < own.count();
  return would_overlap ? std::nullopt : std::optional(base::MonthRange{own.first - back, own.last - back});
}

bool hasNoFixedLength(Window window) {
  return window == Window::Since || window == Window::Between || window == Window::Wave;
}

/// The months of a reference for a window over `own`.
base::MonthRange periodOf(const series::NamedReference& reference, base::MonthRange own) {
  using Kind = series::NamedReference::Kind;
  return reference.kind == Kind::MeanOfMonths ? base::MonthRange{own.first - reference.months, own.first - 1}
                                              : reference.period;
}

}  // namespace

std::vector<series::Window> windowsMade(const series::MeasureInfo& info) {
  std::vector<series::Window> made;
  for (const series::Window window : series::kAllWindows) {
    if (info.has(window) || window == series::Window::Month || window == series::Window::Mrt ||
        window == series::Window::Ytd) {
      made.push_back(window);
    }
  }
  return made;
}

WindowCells windowCells(const ReportedMonths& reported, const Gaps& gaps, const RangeValue& value) {
  WindowCells cells;
  for (const Window window : reported.windows) {
    std::vector<Cell>& found = cells[static_cast<std::size_t>(window)];
    found.reserve(static_cast<std::size_t>(reported.shown.count()));
    std::optional<base::MonthRange> before;
    for (base::Month end = reported.shown.first; end <= reported.shown.last; end = end + 1) {
      const std::optional<base::MonthRange> range = series::monthsOf(*reported.info, reported.waves, window, end);
      if (range && range == before) {
        found.push_back(Cell(found.back()));
      } else {
        found.push_back(range ? valueOver(
                                    *range, [&] { return need(window, *range); }, reported, gaps, value)
                              : noMonths(reported, window, end));
      }
      before = range;
    }
  }
  return cells;
}

std::vector<series::ReferenceValue> referenceValues(const ReportedMonths& reported, const Gaps& gaps,
                                                    const RangeValue& value) {
  std::vector<series::ReferenceValue> found;
  for (const Window window : reported.windows) {
    const auto own = series::monthsOf(*reported.info, reported.waves, window, reported.latest);
    if (!own) {
      continue;
    }
    if (hasNoFixedLength(window)) {
      for (const bool a_year : {false, true}) {
        const auto months = monthsBefore(window, *own, a_year, reported);
        if (months) {
          const Cell cell = likeWithLike(window, *own, *months, base::rangeInWords(*months), reported, gaps, value);
          found.push_back(
              {.window = window,
               .reference = a_year ? series::Reference::SameWindowLastYear : series::Reference::PreviousWindow,
               .months = *months,
               .cell = cell});
        }
      }
    }
    for (const series::NamedReference& reference : reported.compare) {
      if (reference.kind == series::NamedReference::Kind::LastPublished) {
        continue;
      }
      const base::MonthRange period = periodOf(reference, *own);
      found.push_back({.window = window,
                       .reference = series::Reference::Named,
                       .label = reference.label,
                       .months = period,
                       .cell = likeWithLike(window, *own, period, reference.label, reported, gaps, value)});
    }
  }
  return found;
}

base::Month firstNeeded(const series::MeasureInfo& info, const std::vector<series::Wave>& waves,
                        const std::vector<series::NamedReference>& compare, base::Month first_shown, base::Month last) {
  base::Month first = first_shown - (kMrtMonths - 1);
  for (const Window window : info.windows) {
    for (base::Month end = first_shown; end <= last; end = end + 1) {
      if (const auto months = series::monthsOf(info, waves, window, end)) {
        first = std::min(first, months->first);
      }
    }
    const auto own = series::monthsOf(info, waves, window, last);
    if (!own) {
      continue;
    }
    for (const bool a_year : {false, true}) {
      const ReportedMonths reported{.info = &info,
                                    .waves = waves,
                                    .windows = {},
                                    .compare = {},
                                    .months = {},
                                    .shown = {},
                                    .latest = last,
                                    .name_table = false,
                                    .provisional = {}};
      const auto months = hasNoFixedLength(window) ? monthsBefore(window, *own, a_year, reported) : std::nullopt;
      first = months ? std::min(first, months->first) : first;
    }
    for (const series::NamedReference& reference : compare) {
      if (reference.kind != series::NamedReference::Kind::LastPublished) {
        first = std::min(first, periodOf(reference, *own).first);
      }
    }
  }
  return first;
}

void dropWindows(series::Series& made) {
  for (series::GroupSeries& group : made.groups) {
    for (const Window window : series::kAllWindows) {
      if (window != Window::Month && !made.info.has(window)) {
        group.in(window).clear();
      }
    }
    std::erase_if(group.references,
                  [&](const series::ReferenceValue& reference) { return !made.info.has(reference.window); });
  }
}

void dropMonthsBefore(series::Series& made, base::Month first) {
  const auto gone = std::find_if(made.months.begin(), made.months.end(), [&](base::Month m) { return m >= first; });
  const auto count = gone - made.months.begin();
  made.months.erase(made.months.begin(), gone);
  for (std::vector<series::GroupSeries>* groups : {&made.groups, &made.without_rows}) {
    for (series::GroupSeries& group : *groups) {
      for (std::vector<series::Cell>& cells : group.windows) {
        cells.erase(cells.begin(), cells.begin() + (cells.empty() ? 0 : count));
      }
    }
  }
}

}  // namespace boardpack::measure
