#include "statistics/change/changes_across_breaks.hpp"

#include "series/breaks.hpp"

namespace boardpack::statistics {

namespace {

using series::Cell;
using series::Symbol;

void forbid(const std::string& reason, Cell& cell) {
  // A missing value has its own reason.
  if (cell.has()) {
    cell = Cell::missing(Symbol::NotApplicable, reason);
  }
}

void mark(Cell& cell) {
  if (cell.has()) {
    cell.marks.add(series::Mark::Break);
  }
}

/// The first of the events that the periods of a comparison are not on one side of.
const series::Event* across(const series::Series& series, const std::vector<const series::Event*>& events,
                            const series::Comparison& comparison) {
  for (const series::Event* event : events) {
    const std::vector<base::MonthRange> read{series::monthsRead(series, comparison.months),
                                             series::monthsRead(series, comparison.before_months)};
    if (!series::areOnOneSide(read, *event)) {
      return event;
    }
  }
  return nullptr;
}

series::Significance cannotTell(const std::string& reason) {
  series::Significance significance;
  significance.verdict = series::Significance::Verdict::CannotTell;
  significance.reason = reason;
  return significance;
}

}  // namespace

void forbidAcrossBreaks(const series::Series& series, const series::GroupSeries& group,
                        series::Comparison& comparison) {
  if (const series::Event* event = across(series, series::breaksOf(series, group), comparison)) {
    const std::string reason = "the series breaks between or within the two periods: " + series::eventNamed(*event);
    forbid(reason, comparison.change);
    forbid(reason, comparison.change_percent);
    comparison.significance = cannotTell(reason);
    return;
  }
  if (const series::Event* event = across(series, series::breaksOfPart(series, group), comparison)) {
    mark(comparison.change);
    mark(comparison.change_percent);
    if (comparison.significance.verdict != series::Significance::Verdict::NotTested) {
      comparison.significance = cannotTell("the series of a part of it breaks between or within the two periods: " +
                                           series::eventNamed(*event));
    }
  }
}

}  // namespace boardpack::statistics
