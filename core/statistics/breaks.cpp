#include "statistics/breaks.hpp"

#include "series/window_months.hpp"

namespace boardpack::statistics {

namespace {

using series::Cell;
using series::Symbol;

bool isBefore(const base::MonthRange& period, const series::Event& event) { return period.last < event.month(); }
bool isAfter(const base::MonthRange& period, const series::Event& event) { return period.first >= event.firstWhole(); }

void forbid(const std::string& reason, Cell& cell) {
  // A missing value has its own reason.
  if (cell.has()) {
    cell = Cell::missing(Symbol::NotApplicable, reason);
  }
}

}  // namespace

bool contains(const base::MonthRange& period, const series::Event& event) {
  return !isBefore(period, event) && !isAfter(period, event);
}

void markBreaks(const series::Series& series, const std::vector<const series::Event*>& breaks,
                series::GroupSeries& group) {
  if (breaks.empty()) {
    return;
  }
  for (const series::Window window : series::kAllWindows) {
    std::vector<Cell>& cells = group.in(window);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto period = series::monthsOf(series.info, series.waves, window, series.months[i]);
      for (const series::Event* event : breaks) {
        if (cells[i].has() && period && contains(*period, *event)) {
          cells[i].marks.add(series::Mark::Break);
        }
      }
    }
  }
  for (series::ReferenceValue& reference : group.references) {
    for (const series::Event* event : breaks) {
      if (reference.cell.has() && contains(reference.months, *event)) {
        reference.cell.marks.add(series::Mark::Break);
      }
    }
  }
}

void forbidAcrossBreaks(const std::vector<const series::Event*>& breaks, series::Comparison& comparison) {
  for (const series::Event* event : breaks) {
    const bool both_before = isBefore(comparison.months, *event) && isBefore(comparison.before_months, *event);
    const bool both_after = isAfter(comparison.months, *event) && isAfter(comparison.before_months, *event);
    if (both_before || both_after) {
      continue;
    }
    const std::string reason =
        "the series breaks between or within the two periods: " + event->title + ", " + base::longDate(event->day);
    forbid(reason, comparison.change);
    forbid(reason, comparison.change_percent);
    comparison.significance = {};
    comparison.significance.verdict = series::Significance::Verdict::CannotTell;
    comparison.significance.reason = reason;
    return;
  }
}

}  // namespace boardpack::statistics
