#pragma once
#include "series/analysis.hpp"

#include <string>
#include <vector>

namespace boardpack::findings {

/// What the statistics say of a measure, a sentence each. A text is empty where there is nothing to say. No sentence
/// names a cause.

/// "Figures to September 2025; expected by day 35.", with "overdue" where they should be there.
std::string statusSentence(const series::Analysed& measure, base::Month pack_month);
/// When figures come and settle: "Expected by day 35. Figures still grow for 3 months after the period. More reporting
/// is wanted."
std::string reportingWords(const series::Analysed& measure, base::Month pack_month);
/// What the marks of the latest figures mean here: "Provisional: the figures of December 2025 may still grow."
std::string marksSentence(const series::Analysed& measure, base::Month month);
/// "The target is 90%, set by the Commissioner: met in December 2025."
std::string targetSentence(const series::Analysed& measure, base::Month month);
/// "More reporting is wanted."
std::string wantedSentence(const series::MeasureInfo& info);
/// "Shoplifting makes up 412 of the rise of 633 by category, the largest part; then violence (271) …", one a breakdown.
std::vector<std::string> contributionSentences(const series::Analysed& measure);
/// "If months go on as they did, 2025/26 comes to 71,200 (95% interval 68,900 to 73,500); 53,900 to December 2025."
std::string forecastSentence(const series::Analysed& measure, base::Month month);
/// "The monthly level changed from 380 to 310 with June 2024 (95% interval May to August 2024), before the new system
/// (1 October 2024)." One a change.
std::vector<std::string> changePointSentences(const series::Analysed& measure);
/// That the months of a year differ, and what the rules look at instead.
std::string seasonSentence(const series::Analysed& measure);
/// Decimals that peers' figures need: a rate for each 1,000 has one at least, and two where one would round the
/// force's figure, the mean and the lowest below 1; the measure's own where those are more, as of counts beside counts.
int peerDecimals(const series::Analysed& measure);
/// "In the year to September 2025: 62.1 per 1,000 people, lower than the MSG mean (65.0) …, fifth lowest of 8." Words
/// only where the peers' figures may not be published, and none from which they could be told.
std::string peersSentence(const series::Analysed& measure);
/// Why a measure that asks to be set beside other forces is not; "" where it is, or does not ask.
std::string noPeersSentence(const series::Analysed& measure);
/// The events of the months shown, each as `eventSentence` words it.
std::vector<std::string> eventSentences(const series::Analysed& measure, const base::MonthRange& shown);

/// All of the above in the order in which a paper says them.
std::vector<std::string> furtherSentences(const series::Analysed& measure, base::Month pack_month);

}  // namespace boardpack::findings
