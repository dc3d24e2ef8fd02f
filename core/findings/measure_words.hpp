#pragma once
#include "findings/period_words.hpp"
#include "findings/shared_caveats.hpp"
#include "findings/symbol_words.hpp"
#include "series/analysis.hpp"

#include <string>

namespace boardpack::findings {

/// Words in plain British English, made from the figures: tables, papers, chart titles and alternative texts all take
/// them from here, so they cannot disagree. No cause is ever claimed.

/// A value with its unit as a sentence needs it: "1,264", "11.3%", "8.9 minutes", "8 minutes 56 seconds", "over 1,200",
/// "amber"; "not available" and the like.
std::string valueWords(const series::MeasureInfo& info, const series::Cell& cell);
/// The measure as words beside its title need it: without a unit that the title says.
series::MeasureInfo besideTitle(const series::MeasureInfo& info);
/// A number in the measure's unit and decimals; of a duration in words: "8 minutes 56 seconds".
std::string numberWords(const series::MeasureInfo& info, double value);
/// The size of a change, without its sign: "395", "1.2 percentage points", "1 minute 4 seconds".
std::string changeSizeWords(const series::MeasureInfo& info, double change);
/// "up 395 (45.5%)", "down 1,796 (2.4%)", "unchanged"; percentage points for a share; below a base of 50 the counts:
/// "up 7 (13 to 20, within what chance gives)".
std::string changeWords(const series::MeasureInfo& info, const series::Comparison& comparison);
/// Whether a change is told by both counts and not in per cent: a count whose earlier value is below 50.
bool isSmallCount(const series::MeasureInfo& info, const series::Cell& before);
/// The latest month's variation: "No special cause", "Special cause, concern: above the upper limit", "No limits: fewer
/// than 12 months".
std::string variationWords(const series::GroupAnalysis& analysis);
std::string specialCauseWords(const series::PointClass& point);
/// The same, with what the rules look at where that is not the monthly value itself.
std::string specialCauseWords(const series::Limits& limits, const series::PointClass& point);
/// "12 of 5,310" when the share or mean of a period leaves rows out since what was asked is not known of them; else "".
std::string unknownWords(const series::MeasureInfo& info, const series::Cell& cell);
/// One or two sentences on a measure at a month, for a paper: value, change on the year before, variation, and what a
/// reader must know of it. What the paper's front says for several measures (`said`) is not said again.
std::string measureSentence(const series::Analysed& measure, base::Month month, const SharedCaveats& shared = {});

/// That some measures are flagged by chance in any month: a sentence for papers that name special causes.
std::string chanceSentence();

}  // namespace boardpack::findings
