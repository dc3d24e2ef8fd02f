#pragma once
#include "findings/chart_facts.hpp"

#include <string>
#include <vector>

namespace boardpack::findings {

/// Words that several kinds of charts share.

/// "rose 45.5%", "fell 1.2 percentage points", "rose from 13 to 20", "did not change".
std::string movement(const series::MeasureInfo& info, const series::Comparison& comparison);
/// What a control chart says of its latest month, as the end of a sentence that begins with a name.
std::string controlMessage(const series::Limits& limits, const series::PointClass& point, base::Month month);
/// "Robbery stood at 1,264 in December 2025"
std::string plainMessage(const ChartSubject& subject, series::Window window);
/// The same without its last words, for titles that would be too long.
std::string briefly(const std::string& message, base::Month month);
/// "Robbery by borough"
std::string byBreakdown(const ChartSubject& subject);
/// The group with the largest value of the month, or the breakdown where that group is not drawn.
std::string largestTitle(const ChartSubject& subject);

/// "number", "per cent", the unit.
std::string unitPhrase(const series::MeasureInfo& info);
/// Measure with its breakdown, place, period and unit; what is empty is left out.
std::string subtitleOf(const ChartSubject& subject, const std::string& period, const std::string& unit);
std::string monthlySubtitle(const ChartSubject& subject);

/// "January 2023 to December 2025", the months of the axis.
std::string spanWords(const ChartSubject& subject);
/// First and latest, highest and lowest value of the force; "" without a value.
std::string courseOfForce(const ChartSubject& subject, series::Window window);
/// "Stacked columns of Robbery by month, borough by borough, Cleveland Police, …", then the values of the month.
std::vector<std::string> groupSentences(const ChartSubject& subject, const std::string& kind);
/// First and latest, highest and lowest of the whole force, beside its groups; "" without a value.
std::string totalWords(const ChartSubject& subject);

}  // namespace boardpack::findings
