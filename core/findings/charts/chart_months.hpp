#pragma once
#include "findings/chart_facts.hpp"

#include <vector>

namespace boardpack::findings {

inline constexpr std::size_t kFewestDrawn = 2;  ///< values that make a line

/// The latest `most` months to `month`, from the first in which one of `drawn` has a value.
base::MonthRange monthsWithValues(const series::Analysed& measure, const std::vector<const series::GroupSeries*>& drawn,
                                  series::Window window, int most, base::Month month);
/// The same of the months that the force, or a group of the chart's breakdown, has a monthly value in.
base::MonthRange monthsOfForce(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month);
base::MonthRange monthsOfGroups(const series::Analysed& measure, const series::ChartSpec& spec, base::Month month);

/// Shown months in which a group has a value.
std::size_t valuesShown(const ChartSubject& subject, const series::GroupSeries& group, series::Window window);
/// Why no group can be drawn over months; "" when one can.
std::string groupsHindrance(const ChartSubject& subject);

/// The monthly values that are drawn; a value that is not a finite number is not.
std::vector<double> drawnMonths(const series::Series& series, const series::GroupSeries& group,
                                const base::MonthRange& shown);
double totalOf(const std::vector<double>& values);
/// The groups of a breakdown over months; what is outside the force or not known only where it has a row in these
/// months.
std::vector<const series::GroupSeries*> monthlyGroups(const series::Series& series, const std::string& breakdown,
                                                      const base::MonthRange& shown);
std::vector<std::string> namesOf(const std::vector<const series::GroupSeries*>& groups);

}  // namespace boardpack::findings
