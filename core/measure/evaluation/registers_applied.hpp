#pragma once
#include "measure/definition/measure_definition.hpp"
#include "measure/evaluation/values/windows.hpp"
#include "series/register.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace boardpack::measure {

/// A measure's info with what the registers say of it put in its place.
struct AppliedInfo {
  series::MeasureInfo info;
  std::vector<series::Wave> waves;              ///< of its survey, the earliest first
  std::vector<series::NamedReference> compare;  ///< its own, and those of the derived measures that read it
};

/// `since` of an event becomes the first whole month after it. Throws sdk::Error(Script) when no event, or more than
/// one, has that title. `registers` may be nullptr: there are none.
AppliedInfo appliedInfo(const MeasureDefinition& definition, const series::Registers* registers);

/// What a derived measure is compared with, its parts must be too: adds the references of those that come after their
/// parts in `order` to the parts, and so on down.
void shareReferences(const std::vector<const MeasureDefinition*>& order, std::map<std::string, AppliedInfo>& applied);

/// The day that data can be late on: the board's, else the latest that any table was extracted on, else, since a pack
/// is made in the course of the month after its own, the end of that month.
sdk::Date asOf(const std::optional<sdk::Date>& board_date, const std::map<std::string, sdk::Date>& extracted_on,
               base::Month month);

/// Sets what the data's end says of the series: the month it is reported for, and whether more was due before `as_of`.
/// `gaps` are the force's, of `reported.months`.
void markReportingMonth(series::Series& made, ReportedMonths& reported, const Gaps& gaps, const sdk::Date& as_of);
/// Adds to the reasons of a series that is overdue what was expected.
void explainOverdue(series::Series& made, const sdk::Date& as_of);

/// Which of the months still change: those nearer to the last than `settles_after`.
std::vector<bool> provisionalMonths(const series::MeasureInfo& info, base::MonthRange months);

}  // namespace boardpack::measure
